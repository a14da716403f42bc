import type { NetworkNode } from '@edp/schemas'
import { expect, test } from 'vitest'

import { zonesOf } from './network-tables.ts'
import { reservedAddresses } from './reserved-addresses.ts'

const zones = zonesOf('commercial')
const nodesOf = (...tags: string[]): NetworkNode[] => tags.map((tag) => ({ tag })) as unknown as NetworkNode[]
const rows = reservedAddresses({
  zones,
  nodes: nodesOf('EMS', 'CLK', 'JMP', 'SPN', 'SWCA', 'SWCB', 'SWB', 'swm-02'),
  batteries_count: 32,
  spine_racks_count: 2,
  core_rack: true,
})
const numberOf = (address: string): number =>
  address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0)

test('every routed zone has its gateway at the first address, with those of the pair behind it', () => {
  const gateways = rows.filter(({ use }) => use.startsWith('gateway'))
  expect(gateways.map(({ zone_id, address }) => [zone_id, address])).toEqual([
    ['Z0', '10.1.10.1'],
    ['Z1', '10.1.20.1'],
    ['Z2', '10.1.30.1'],
    ['Z3', '10.1.40.1'],
    ['Z3.5', '10.1.50.1'],
    ['Z4', '10.1.60.1'],
  ])
})

test('servers, clock and jump host have theirs, what a site does not have has none', () => {
  const addressOf = (tag: string): string[] => rows.filter((r) => r.tag === tag).map((r) => r.address)
  expect(addressOf('EMS')).toEqual(['10.1.40.10', '10.1.40.11', '10.1.60.61'])
  expect(addressOf('CLK')).toEqual(['10.1.40.20', '10.1.60.23'])
  expect(addressOf('JMP')).toEqual(['10.1.50.10', '10.1.60.22'])
  const without = reservedAddresses({
    zones,
    nodes: nodesOf('EMS', 'CLK', 'JMP'),
    batteries_count: 0,
    spine_racks_count: 0,
    core_rack: false,
  })
  for (const tag of ['SPN', 'SWB']) expect(without.map((row) => row.tag)).not.toContain(tag)
  expect(without.filter(({ polled }) => polled)).toEqual([])
})

test('PDUs of spine and core racks and the second out-of-band switch answer at addresses of the core', () => {
  expect(rows.filter(({ polled }) => polled).map(({ tag, address }) => [tag, address])).toEqual([
    ['pdu-s1a', '10.1.60.52'],
    ['pdu-s1b', '10.1.60.53'],
    ['pdu-s2a', '10.1.60.54'],
    ['pdu-s2b', '10.1.60.55'],
    ['swm-02', '10.1.60.56'],
    ['pdu-ea', '10.1.60.57'],
    ['pdu-eb', '10.1.60.58'],
  ])
})

test('the switches of batteries are managed at addresses behind those of 32 containers, in the same subnet', () => {
  // 64 + 32 x 28 = 960 = 3 x 256 + 192; the last one is 991 of 1022.
  expect(rows.find((r) => r.tag === 'SWB')).toMatchObject({
    zone_id: 'Z4',
    address: '10.1.63.192',
    count: 32,
  })
})

test('no address is set aside twice, and all but those of batteries stay in the part of the core', () => {
  const all = rows.flatMap(({ address, count }) =>
    Array.from({ length: count }, (_, index) => numberOf(address) + index),
  )
  expect(new Set(all).size).toBe(all.length)
  for (const { zone_id, address, count } of rows.filter((r) => r.tag !== 'SWB')) {
    const zone = zones.find((z) => z.zone_id === zone_id)
    const first = numberOf(zone?.subnet.split('/')[0] ?? '')
    expect(numberOf(address) + count - first, address).toBeLessThanOrEqual(zone?.addresses?.core ?? 256)
  }
})
