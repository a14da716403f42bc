import type { SiteModel, Typical } from '@edp/schemas'
import { describe, expect, test } from 'vitest'

import { EXAMPLE_NAMES, engineerExample, examplePayload } from '../src/index.ts'

const siteOf = (containers: number, gpu_variant: 'h100_sxm' | 'b200' = 'b200'): SiteModel =>
  engineerExample(examplePayload('commercial_no_bess', { target_gpu_count: containers * 56, gpu_variant }))
const hostOf = (site: SiteModel): Typical =>
  site.typicals.find(({ module_ids }) => module_ids.includes(site.network.host_module_id))!
const wayOf = (typical: Typical, id: string) => typical.connections.find((c) => c.connection_id === id)
const itemOf = (site: SiteModel, id: string) => site.items.find((item) => item.item_id === id)

describe.each([1, 2, 8, 33])('%i containers without a grid container: EMS and OT core in C01', (count) => {
  const site = siteOf(count)
  const host = hostOf(site)

  test('both PDUs of their rack have a way, from the UPS and from the IT board', () => {
    // 2.7 kW / 0.95 / (1.732 x 415 V)
    const power = { design_current_a: 4, protection_a: 20, voltage_v: 415 }
    expect(wayOf(host, 'W-EMSA')).toMatchObject({
      from: { port: 'ups-01.EMS' },
      to: { port: 'EMS.PA' },
      power,
    })
    expect(wayOf(host, 'W-EMSB')).toMatchObject({ from: { port: 'PDB.EMS' }, to: { port: 'EMS.PB' }, power })
    for (const other of site.typicals.filter((typical) => typical !== host))
      expect(wayOf(other, 'W-EMSA')).toBeUndefined()
  })

  test('the UPS is of the next size, and its way carries it', () => {
    const ups = host.equipment.find(({ device }) => device === 'ups-01')
    // 10.8 + 4 x 0.48 + 2.8 = 15.5 kVA of 15
    expect(ups?.rating).toMatch(/^20 kVA/)
    expect(itemOf(site, 'compute_container/C-065')?.rating).toBeDefined()
    expect(
      site.items
        .filter((item) => item.rating.split('; output ')[0] === ups?.rating)
        .map((item) => item.quantity),
    ).toEqual([1])
    // 20 kVA / (1.732 x 480 V) = 24.1 A, 125 % 30.1 A
    expect(wayOf(host, 'W-UPS')).toMatchObject({
      power: { design_current_a: 24.1, protection_a: 35 },
      cable: { size_awg: '8' },
    })
  })

  test('rack and PDUs are ordered, and the container is as much heavier', () => {
    expect(itemOf(site, 'compute_container/core-rack')).toMatchObject({
      tag: 'EMS',
      quantity: 1,
      unit_mass_kg: 160,
    })
    expect(itemOf(site, 'compute_container/core-pdu')).toMatchObject({ quantity: 2, rating: '11.5 kVA' })
    const massOf = (designation: string) =>
      site.modules.find((m) => m.designation === designation || m.designation === `C0${designation}`)
        ?.mass_kg ?? 0
    const catalogue = itemOf(site, 'compute_container')?.unit_mass_kg ?? 0
    const racks = new Set(host.connections.filter((c) => c.from.device === 'SPB').map((c) => c.to.device))
      .size
    const spines = site.network.fabric.spines.find((s) => s.module_ids.includes(site.network.host_module_id))
    const spineKg = spines === undefined ? 0 : 14.8 * spines.each_count + racks * (160 + 24) + 120 + 320 + 8
    const second = site.network.nodes.some(({ tag }) => tag === 'swm-02') ? 7.4 : 0
    expect(second > 0).toBe(count === 33)
    expect(massOf('C01')).toBe(Math.round(catalogue + 160 + 160 + 24 + spineKg + second))
    if (count > 1) expect(massOf('C02')).toBe(catalogue)
  })

  test('they are in the load of C01 and in the demand, with the cooling of their heat', () => {
    const [a] = site.electrical.blocks[0]!.feeders.filter((f) => f.load_designation === 'C01')
    const spines = site.network.fabric.spines.find((s) => s.module_ids.includes(site.network.host_module_id))
    const hosted = ((spines?.each_count ?? 0) * 1.72 + 2.7) * (4 / 3)
    expect(a?.load_kw).toBeCloseTo(site.loads.container_max_kw + hosted, 0)
    const { compute_kw, container_max_kw } = site.loads
    const all = (site.network.fabric.spines_count * 1.72 + 2.7) * (4 / 3)
    expect(compute_kw).toBeCloseTo(count * container_max_kw + all, 0)
  })
})

test('a site with grid containers has the core there: nothing of it in a compute container', () => {
  const site = engineerExample('commercial_ac')
  expect(itemOf(site, 'compute_container/core-rack')).toBeUndefined()
  expect(
    site.items.some((item) => item.module_kind === 'grid_container' && item.component_tags === 'EMS'),
  ).toBe(true)
})

test('no rack is fed without being ordered, on any site', () => {
  for (const name of EXAMPLE_NAMES) {
    const site = engineerExample(name)
    for (const typical of site.typicals) {
      const fed = typical.connections.flatMap(({ to, power }) =>
        power !== null && /^(EMS|RN|SPN\d+)$/.test(to.device) ? [to.device] : [],
      )
      const ordered = site.items
        .filter((i) => i.module_kind === typical.kind && i.description.startsWith('Rack 52U'))
        .map((i) => i.component_tags)
        .join(', ')
      for (const rack of new Set(fed))
        expect([name, typical.kind, rack, ordered]).toEqual([
          name,
          typical.kind,
          rack,
          expect.stringContaining(rack),
        ])
    }
  }
})
