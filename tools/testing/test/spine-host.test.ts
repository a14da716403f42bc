import type { SiteModel, Typical } from '@edp/schemas'
import { describe, expect, test } from 'vitest'

import { engineerExample, examplePayload } from '../src/index.ts'

const siteOf = (target_gpu_count: number, gpu_variant: 'h100_sxm' | 'b200' = 'h100_sxm'): SiteModel =>
  engineerExample(examplePayload('commercial_no_bess', { target_gpu_count, gpu_variant }))
const computeOf = ({ typicals }: SiteModel): Typical[] =>
  typicals.filter(({ kind }) => kind === 'compute_container')
const wayOf = (typical: Typical, id: string) => typical.connections.find((c) => c.connection_id === id)!
const equipmentOf = (typical: Typical, device: string) =>
  typical.equipment.find((equipment) => equipment.device === device)

describe('32 containers without a grid container: 28 spines in C01', () => {
  const site = siteOf(1792)
  const [others, host] = computeOf(site) as [Typical, Typical]

  test('C01 is a typical of its own', () => {
    expect(computeOf(site).map((t) => [t.designations, t.modules_count, t.module_ids.length])).toEqual([
      ['C02..C32', 31, 31],
      ['C01', 1, 1],
    ])
    expect(equipmentOf(others, 'TX2')).toBeUndefined()
    expect(others.connections.map((c) => c.connection_id)).not.toContain('W-NET')
  })

  test('its feeders, incoming cables and devices carry the spines with their cooling', () => {
    // EMS and OT core too, 2.7 kW
    const kw = site.loads.container_max_kw + ((28 * 1.72 + 2.7) * 4) / 3
    const [a] = site.electrical.blocks[0]!.feeders.filter((f) => f.load_designation === 'C01')
    expect(a?.load_kw).toBeCloseTo(kw, 0)
    expect(a?.breaker.trip_a).toBe(300)
    for (const id of ['W-PA', 'W-PB']) {
      expect(wayOf(host, id).power?.load_kw).toBeCloseTo(kw, 0)
      // 350 kcmil: 310 A for 300 A; 4/0 AWG of the others 230 A for 175 A
      expect(wayOf(host, id).power).toMatchObject({ protection_a: 300, ampacity_derated_a: 310 })
      expect(wayOf(host, id).cable?.size_awg).toBe('350 kcmil')
      expect(wayOf(others, id).cable?.size_awg).toBe('4/0')
    }
    expect(equipmentOf(host, 'MDP')?.rating).toContain('incomers 300 A 4P')
    expect(equipmentOf(others, 'MDP')?.rating).toContain('incomers 250 A 4P')
  })

  test('transformer, board and ways of the spine racks are rows, and lines of the bill', () => {
    // 28 x 1.72 kW / 0.95 = 50.7 kVA: 75 kVA; two pairs of PDUs of 34.5 kVA
    expect(equipmentOf(host, 'TX2')?.rating).toBe('75 kVA, 480 V - 415Y/240 V, 4 %Z, Dyn1, K-13')
    expect(wayOf(host, 'W-NET').power).toMatchObject({
      design_current_a: 61,
      protection_tag: 'MDP.NET',
      protection_a: 125,
    })
    expect(wayOf(host, 'W-SP').power).toMatchObject({ protection_tag: 'SPB.IN', protection_a: 125 })
    const ways = host.connections.filter((c) => c.from.device === 'SPB')
    expect(ways.map((c) => [c.connection_id, c.to.port])).toEqual([
      ['W-SP1A', 'SPN1.PA'],
      ['W-SP1B', 'SPN1.PB'],
      ['W-SP2A', 'SPN2.PA'],
      ['W-SP2B', 'SPN2.PB'],
    ])
    const quantityOf = (id: string) => site.items.find((item) => item.item_id === id)?.quantity
    expect(quantityOf('compute_container/spine-TX2')).toBe(1)
    expect(quantityOf('compute_container/spine-pdu')).toBe(4)
    const panels = site.items.filter((item) => item.item_id.startsWith('compute_container/C-050'))
    expect(panels.map((item) => item.quantity).toSorted((x, y) => x - y)).toEqual([1, 31])
  })
})

test('no container is left with an unsafe incoming cable, up to the largest fabric of either variant', () => {
  for (const variant of ['h100_sxm', 'b200'] as const)
    for (const containers of [1, 2, 3, 4, 8, 16, 17, 28, 32, 33, 57]) {
      const site = siteOf(containers * 56, variant)
      const codes = site.findings.map((f) => f.code)
      expect([variant, containers, codes.includes('EL-013'), codes.includes('EL-010')]).toEqual([
        variant,
        containers,
        false,
        false,
      ])
      const hosts = computeOf(site).filter((t) => equipmentOf(t, 'TX2') !== undefined)
      expect(hosts.flatMap((t) => t.module_ids).length).toBe(
        containers === 1 ? 0 : containers <= 32 ? 1 : site.blocks.length,
      )
    }
})

test('hosts in many blocks are counted, not listed; those that serve fewer containers are made for them', () => {
  // ten blocks of 32
  expect(computeOf(siteOf(320 * 56)).map((t) => t.designations)).toEqual([
    'C002..C320, 310 of them',
    'C033..C289, 9 of them',
    'C001',
  ])
  // four blocks of 29, three of 28
  expect(computeOf(siteOf(200 * 56)).map((t) => t.designations)).toEqual([
    'C002..C200, 193 of them',
    'C030, C059, C088',
    'C117, C145, C173',
    'C001',
  ])
})
