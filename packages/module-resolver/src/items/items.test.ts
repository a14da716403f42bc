import type { SiteItem, SiteModel } from '@edp/schemas'
import { describe, expect, test } from 'vitest'

import { computeSpec } from '../../test/compute-fixture.ts'
import { exampleSite, withBattery } from '../../test/site-fixture.ts'

const containers = (count: number): { target_gpu_count: number } => ({ target_gpu_count: count * 56 })
const item = (site: SiteModel, id: string): SiteItem | undefined => site.items.find((i) => i.item_id === id)
const site = exampleSite({ ...containers(8), ...withBattery(7.5), source_capacity_mw: 3 })

describe('TE-KIT-01: terminations', () => {
  const rated = (start: string, rating: string): SiteItem | undefined =>
    site.items.find((i) => i.description.startsWith(start) && i.rating === rating)

  test('16 feeders of four 4/0 singles have 128 lugs, and 2 % spares', () => {
    expect(rated('Two-hole compression lug', '4/0 AWG')).toMatchObject({
      quantity: 128,
      spare_quantity: 3,
      unit: 'ea',
    })
  })

  test('a bond has a lug at its enclosure and a weld in the ground; an earthing conductor beside a feeder has two lugs', () => {
    const bonds = (awg: string) =>
      site.connections.filter((c) => c.service === 'earth' && c.cable?.size_awg === awg).length
    expect(bonds('3/0')).toBeGreaterThan(0)
    for (const awg of ['2/0', '3/0']) {
      expect(rated('Compression lug for earthing', `${awg} AWG`)?.quantity).toBe(bonds(awg))
      expect(rated('Exothermic connection', `${awg} AWG to 4/0 AWG`)?.quantity).toBe(bonds(awg))
    }
    expect(rated('Compression lug for earthing', '4 AWG')?.quantity).toBe(2 * 16)
  })

  test('trunks with MPO come made up', () => {
    expect(site.connections.some((c) => c.cable?.fibres_count === 144)).toBe(true)
    expect(site.items.filter((i) => i.rating.includes('144 fibres'))).toEqual([])
  })

  test('what is BY OTHERS is terminated by others, at both ends', () => {
    const cables = site.connections.filter((c) => c.scope === 'by_others' && c.cable !== null)
    expect(cables.length).toBeGreaterThan(0)
    for (const { from, to } of cables)
      expect([from.termination, to.termination]).toEqual([
        expect.stringMatching(/, by others$/),
        expect.stringMatching(/, by others$/),
      ])
    const alone = exampleSite(containers(1))
    expect(alone.connections.some((c) => c.service === 'power_mv' && c.scope !== 'by_others')).toBe(false)
    expect(alone.items.filter((i) => i.description.startsWith('Medium-voltage termination'))).toEqual([])
  })
})

describe('liquids', () => {
  test('CO-FREEZE-01: concentrate and water fill both loops', () => {
    const glycol = item(site, 'site/glycol')?.quantity ?? 0
    const water = item(site, 'site/demin-water')
    expect(glycol + (water?.quantity ?? 0)).toBe(8 * (120 + 250))
    expect(water?.scope).toBe('by_others')
  })
})

describe('switchgear', () => {
  test('EL-CT-01 and EL-SPD-01: one set for each breaker, each incomer, each section', () => {
    const [block] = site.electrical.blocks
    const breakers =
      (block?.supplies.length ?? 0) +
      (block?.transformers.length ?? 0) +
      (block?.bess_branches.length ?? 0) +
      1
    const quantity = (start: string) =>
      site.items.filter((i) => i.description.startsWith(start)).reduce((sum, i) => sum + i.quantity, 0)
    expect(quantity('Current transformers of a medium-voltage breaker')).toBe(breakers)
    expect(quantity('Current transformers of an incomer, metering core')).toBe(block?.supplies.length)
    expect(quantity('Current transformer in the neutral')).toBe(1)
    expect(quantity('Surge arresters')).toBe(block?.supplies.length)
    expect(item(site, 'site/spd-main')?.quantity).toBe(block?.lv_buses.length)
  })

  test('breakers that we supply are inside the grid container, those of the customer are BY OTHERS', () => {
    expect(item(site, '52-M1')).toMatchObject({ parent_item_id: 'grid_container', scope: 'supply' })
    expect(item(exampleSite(containers(2)), '52-M1')).toMatchObject({
      parent_item_id: null,
      scope: 'by_others',
    })
  })
})

test('BE-RMU-01: ring main units are ordered by the rating of the bus of their block', () => {
  const uneven = exampleSite({
    ...containers(40),
    ...withBattery(18),
    energy_source: 'grid_hybrid',
    grid_connection: 'grid_tied',
    source_capacity_mw: 27,
  })
  const rings = uneven.items.filter((i) => i.item_id.startsWith('bess_skid/ring-main'))
  // 25.3 kA are above 80 % of 31.5 kA, 25.1 kA are not.
  expect(uneven.electrical.blocks.map((block) => block.mv_bus?.withstand_ka)).toEqual([40, 31.5])
  expect(rings.map((i) => [i.quantity, / ([\d.]+) kA; breaker/.exec(i.rating)?.[1]])).toEqual([
    [3, '40'],
    [2, '31.5'],
  ])
})

describe('NE-FABRIC-01: spines', () => {
  test('7 switches for 8 containers, half a transceiver for each of the 448 up-links, a supply of 30 kVA, two PDUs', () => {
    expect(item(site, 'grid_container/SPN')).toMatchObject({ quantity: 7, category: 'network' })
    expect(item(site, 'site/spine-optics')).toMatchObject({ quantity: 224, spare_quantity: 5 })
    expect(item(site, 'grid_container/spine-TX2')).toMatchObject({
      quantity: 1,
      rating: '30 kVA, 480 V - 415Y/240 V, 4 %Z, Dyn1, K-13',
    })
    expect(item(site, 'grid_container/spine-SPB')).toMatchObject({ quantity: 1, tag: 'SPB' })
    expect(item(site, 'grid_container/spine-pdu')).toMatchObject({
      quantity: 2,
      rating: '17.3 kVA behind 30 A',
    })
  })

  test('a lone container has none', () => {
    expect(exampleSite(containers(1)).items.filter((i) => i.item_id.includes('spine'))).toEqual([])
  })
})

describe('ratings of the catalogue', () => {
  test('{AC-101} is what the cooling design gives that equipment; an unknown tag stays empty', () => {
    const compute = computeSpec()
    const [unit] = compute.yard
    const rated = exampleSite(
      {},
      {
        compute: computeSpec({
          yard: [{ ...unit, bom: [{ ...unit?.bom[0], rating: '{AC-101}; {XX-999}' }] }],
        }),
      },
    )
    expect(item(rated, 'heat_rejection_unit/D-010')?.rating).toBe('90.1 kW at 33/24 degC DB/WB; ')
  })
})

test('anchors: the containers bring theirs, everything else outdoors has four', () => {
  const outdoor = site.modules.filter(
    (m) => m.mass_kg > 0 && m.kind !== 'compute_container' && m.kind !== 'grid_container',
  )
  expect(item(site, 'site/anchor')?.quantity).toBe(4 * outdoor.length)
})

test('every line that the tier replaces or excludes stays on the list', () => {
  const federal = exampleSite({ deployment_context: 'sovereign_government' })
  const defence = exampleSite({ deployment_context: 'defense_forward' })
  expect(item(federal, 'compute_container/C-080')?.sourcing.excluded).toBe(true)
  expect(item(defence, 'compute_container/C-080')).toMatchObject({
    description: 'Camera of US make',
    sourcing: { excluded: false, country_of_origin: 'US' },
  })
})
