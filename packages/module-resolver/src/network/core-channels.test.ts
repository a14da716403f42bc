import type { OtRing } from '@edp/schemas'
import { expect, test } from 'vitest'

import { coreChannels } from './core-channels.ts'
import { RINGS_MAX } from './ot-rings.ts'

const rings = (count: number): OtRing[] =>
  Array.from({ length: count }, (_, index) => ({
    ring_id: `R${index + 1}`,
    block_id: 'block_1',
    module_ids: ['compute_container_1'],
    core_channel: index < RINGS_MAX ? index + 3 : null,
  }))

const channelsOf = (count: number, air_gapped: boolean, blocks_count = 1): [number, string][] =>
  coreChannels({ ot_rings: rings(count), uplink: { air_gapped }, blocks_count }).map(({ channel, ends }) => [
    channel,
    `${ends.A.tag}.${ends.A.port}, ${ends.B.tag}.${ends.B.port}`,
  ])

test('a container of a ring: its own switch, the way out, a channel for each ring that has one', () => {
  expect(channelsOf(1, false)).toEqual([
    [1, 'swo-01.UPA, swo-01.UPB'],
    [2, 'RTR.WANA, RTR.WANB'],
    [3, 'SWCA.R1, SWCB.R1'],
  ])
  expect(channelsOf(5, false).map(([channel]) => channel)).toEqual([1, 2, 3, 4, 5, 6])
})

test('without a way out and another block the channel of the firewall pair stays dark', () => {
  expect(channelsOf(1, true).map(([channel]) => channel)).toEqual([1, 3])
  expect(channelsOf(2, true, 2).map(([channel]) => channel)).toEqual([1, 2, 3, 4])
})

test('in a lone container the way out is all that leaves', () => {
  for (const air_gapped of [true, false])
    expect(channelsOf(0, air_gapped)).toEqual([[1, 'RTR.WANA, RTR.WANB']])
})
