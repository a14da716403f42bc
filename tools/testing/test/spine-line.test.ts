import { expect, test } from 'vitest'

import { engineerExample } from '../src/index.ts'

test.each(['federal_ac', 'federal_no_bess', 'dod_dc_ext', 'dod_no_bess'] as const)(
  '%s: every item of network or video equipment says what section 889 asks of its supplier',
  (name) => {
    const asked = engineerExample(name).items.filter((item) => item.sourcing.section_889 !== 'not applicable')
    expect(asked.length).toBeGreaterThan(10)
    expect(asked.map((item) => item.item_id)).toContain('site/spine-optics')
    expect(asked.filter((item) => !item.sourcing.note.includes('section 889')).map((i) => i.item_id)).toEqual(
      [],
    )
  },
)

test.each(['commercial_ac', 'federal_ac', 'dod_dc_ext'] as const)(
  '%s: the spine is the same product as the leaf, with the same origin and note',
  (name) => {
    const { items } = engineerExample(name)
    const [spine, leaf] = ['grid_container/SPN', 'compute_container/C-070'].map((id) =>
      items.find((item) => item.item_id === id),
    )
    expect(spine).toMatchObject({
      manufacturer: 'NVIDIA',
      mpn: 'QM9700',
      unit_mass_kg: leaf?.unit_mass_kg,
      sourcing: leaf?.sourcing,
    })
    expect(leaf?.mpn).toBe('QM9700')
  },
)

test.each(['commercial_ac', 'dod_no_bess'] as const)(
  '%s: catalogue lines name the tags of their components',
  (name) => {
    const tags = new Map(engineerExample(name).items.map((item) => [item.item_id, item.component_tags]))
    const named = ['C-070', 'C-071', 'C-082', 'C-083'].map((id) => tags.get(`compute_container/${id}`))
    expect(named).toEqual(['swl-01, swl-02', 'swm-01', 'MF-R, MF-S', 'air-01..air-03'])
  },
)

test.each([
  // 8 containers and 2 battery units: two fibres each, both ends; the core's end of each battery's two; both paths of the firewall pair.
  ['commercial_ac', 8 * 4 + 2, 2 * 2],
  // 12 containers in one ring: two ends each, two of the core; two of the firewall pair where there is a way out.
  ['dod_no_bess', 'ring', undefined],
  ['federal_no_bess', 'ring', undefined],
] as const)('%s: every lit end of an OT fibre has its transceiver', (name, fast, slow) => {
  const { items, network, resolution } = engineerExample(name)
  const quantityOf = (rate: string): number | undefined =>
    items.find((item) => item.item_id === `site/ot-optics-${rate}`)?.quantity
  const rings = network.ot_rings.length
  const expected =
    fast === 'ring'
      ? 2 * resolution.compute_container_count + 2 * rings + (network.uplink.air_gapped ? 0 : 2)
      : fast
  expect([quantityOf('10g'), quantityOf('1g')]).toEqual([expected, slow])
  expect(rings > 0).toBe(fast === 'ring')
})
