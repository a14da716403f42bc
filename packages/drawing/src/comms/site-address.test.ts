import type { Device, Dtm, NetworkZone, SiteModel } from '@edp/schemas'
import { expect, test } from 'vitest'

import { commsSite } from './comms-site.ts'
import { siteAddress } from './site-address.ts'

const zones = [
  { zone_id: 'Z4', subnet: '10.1.60.0/22', addresses: { core: 64, module: 28 } },
  { zone_id: 'Z6', subnet: '10.1.80.0/24', addresses: null },
] as unknown as NetworkZone[]
const block = (ordinal: number, compute_module_ids: string[], bess_module_ids: string[] = []): unknown => ({
  ordinal,
  grid_module_id: `g${ordinal}`,
  compute_module_ids,
  bess_module_ids,
})
const device = (module_id: string, host: string, zone = 'Z4'): Device =>
  ({ device_uuid: `${module_id}/${host}`, module_id, host, zone }) as unknown as Device

function addressesOf(devices: readonly Device[]): string[] {
  const containers = Array.from({ length: 32 }, (_, i) => `c${i + 1}`)
  const site = {
    network: {
      zones,
      reserved_addresses: [
        { tag: 'pdu-s1a', zone_id: 'Z4', address: '10.1.60.52', count: 1, polled: true },
        { tag: 'SPN', zone_id: 'Z4', address: '10.1.60.24', count: 28, polled: false },
      ],
    },
    modules: [],
    blocks: [block(1, containers, ['b1', 'b2']), block(2, ['c33'])],
  } as unknown as SiteModel
  const comms = commsSite(site, { devices } as unknown as Dtm)
  return devices.map((one) => siteAddress(comms, one))
}

test('a container has a fixed block of the subnet of its block: a device more in one shifts no other', () => {
  expect(
    addressesOf([device('g1', 'h1'), device('c1', 'h1'), device('c2', 'h1'), device('c33', 'h1')]),
  ).toEqual(['10.1.60.10', '10.1.60.64', '10.1.60.92', '10.2.60.64'])
  expect(
    addressesOf([device('c1', 'h1'), device('c1', 'h2'), device('c1', 'h3'), device('c2', 'h1')]),
  ).toEqual(['10.1.60.64', '10.1.60.65', '10.1.60.66', '10.1.60.92'])
})

test('batteries follow the places of 32 containers, an offset carries into the octet to its left', () => {
  // 64 + 31 x 28 = 932, 64 + 32 x 28 = 960, 64 + 33 x 28 = 988.
  expect(addressesOf([device('c32', 'h1'), device('b1', 'h1'), device('b2', 'h1')])).toEqual([
    '10.1.63.164',
    '10.1.63.192',
    '10.1.63.220',
  ])
})

test('devices behind one gateway share its address; a zone without a plan has none', () => {
  expect(addressesOf([device('c1', 'h1'), device('c1', 'h1'), device('c1', 'h2')])).toEqual([
    '10.1.60.64',
    '10.1.60.64',
    '10.1.60.65',
  ])
  expect(addressesOf([device('c1', 'h1', 'Z6')])).toEqual([''])
})

test('what one module of a block has for the site is at its reserved address and shifts no other', () => {
  const held = { ...device('c33', 'h1'), tag: 'pdu-s1a' }
  const spine = { ...device('c33', 'h2'), tag: 'SPN' }
  expect(addressesOf([held, device('c33', 'h3'), spine])).toEqual(['10.2.60.52', '10.2.60.64', '10.2.60.65'])
})
