import type { Connection, Typical } from '@edp/schemas'
import { describe, expect, test } from 'vitest'

import { cordPlugs } from './array-polarity.ts'
import { fabricChannels, fabricOptic, PATCH_CORD_M } from './fabric-channels.ts'

const PLUGS = cordPlugs('B')

const trunk = (to: string, cut_m: number, system: 'A' | 'B' = 'A'): Connection =>
  ({
    connection_id: `F-${to}-${system}`,
    block_id: 'block_1',
    system,
    to: { module_id: to, port: system === 'A' ? 'CG.X1' : 'CG.X2' },
    length: { cut_m },
    cable: { plugs: PLUGS },
    data: { network: 'compute fabric' },
  }) as unknown as Connection
const inside = (module_id: string, cut_m: number, ends: (plate: string) => [string, string]): object => ({
  module_ids: [module_id],
  connections: ['CG.X1', 'CG.X2'].map((plate) => {
    const [from, to] = ends(plate)
    return {
      connection_id: `F-${plate}`,
      from: { port: from },
      to: { port: to },
      cable: { plugs: PLUGS },
      length: { cut_m },
    }
  }),
})
const others = (module_id: string): object => inside(module_id, 13.5, (plate) => ['swl.UP', plate])
const typicals = ['c1', 'c2'].map(others) as unknown as Typical[]
const spinesIn = (module_kind: string, ...module_ids: string[]): Parameters<typeof fabricChannels>[0] =>
  ({ nodes: [{ kind: 'spine', module_kind, module_ids }] }) as unknown as Parameters<typeof fabricChannels>[0]

describe('NE-OPTIC-01: the optic reaches over the whole channel', () => {
  test('inside the container, trunk, cord at the spine', () => {
    const network = spinesIn('grid_container', 'g1')
    expect(fabricChannels(network, [trunk('c1', 65)], typicals)).toEqual([
      {
        connection_id: 'F-c1-A',
        leaf: 'c1/A',
        channel_m: 13.5 + 65 + PATCH_CORD_M,
        parts_m: [13.5, 65, PATCH_CORD_M],
        segments: ['F-CG.X1', 'F-c1-A', 'cord at the spine'].map((segment) => ({ segment, plugs: PLUGS })),
      },
    ])
  })

  test('spines in a container: its own trunk of the same path comes on top, its own leaves stand beside them', () => {
    const cables = [trunk('c1', 20), trunk('c1', 25, 'B'), trunk('c2', 30), trunk('c2', 30, 'B')]
    const made = [others('c2'), inside('c1', 14.5, (plate) => [plate, 'ODF.X'])] as unknown as Typical[]
    const channels = fabricChannels(spinesIn('compute_container', 'c1'), cables, made)
    expect(channels.map((c) => [c.connection_id, c.channel_m])).toEqual([
      ['F-c2-A', 13.5 + 30 + PATCH_CORD_M + 20 + 14.5 + PATCH_CORD_M],
      ['F-c2-B', 13.5 + 30 + PATCH_CORD_M + 25 + 14.5 + PATCH_CORD_M],
    ])
    // Five others of type B: the cord between the trunks crosses nothing.
    expect(channels.map(({ segments }) => segments.map(({ plugs }) => plugs?.polarity).join(''))).toEqual([
      'BBABBB',
      'BBABBB',
    ])
  })

  test.each([
    [0, 100],
    [100, 100],
    [100.5, 500],
    [500, 500],
    [501, 500],
  ])('a channel of %d m takes the optic of %i m', (channel_m, reach_m) => {
    const optic = fabricOptic([
      { connection_id: 'short', leaf: 'c1/A', channel_m: 0, parts_m: [0], segments: [] },
      { connection_id: 'long', leaf: 'c1/B', channel_m, parts_m: [channel_m], segments: [] },
    ])
    expect([optic.reach_m, optic.longest_channel_m]).toEqual([reach_m, channel_m])
    expect(optic.rating).toContain(`up to ${reach_m} m`)
  })
})
