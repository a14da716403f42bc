import { describe, expect, test } from 'vitest'

import { channelFaults, cordPlugs, crossingsOf, joiningType, type ChannelSegment } from './array-polarity.ts'

const TRUNK = { from_pinned: true, to_pinned: true }
const cord = (polarity: 'A' | 'B', more: object = {}): ChannelSegment => ({
  segment: 'cord',
  plugs: { ...cordPlugs(polarity), ...more },
})
/** Leaf to frame, trunk, cord at the spine. */
const three = [cord('B'), cord('B', TRUNK), cord('B')]
/** Over a cross-connect, the cable beside the spines with pins at their frame. */
const six = [
  cord('B'),
  cord('B', TRUNK),
  cord('A'),
  cord('B', TRUNK),
  cord('B', { to_pinned: true }),
  cord('B'),
]

describe('TIA-568.3-E: segments of type B from send to receive are odd', () => {
  test.each([
    ['two of type B', [cord('B'), cord('B')], 2, 'B'],
    ['one of each type', [cord('A'), cord('B')], 1, 'A'],
    ['leaf, frame, spine', three, 3, 'A'],
    ['leaf, cross-connect, spine', six, 5, 'A'],
  ] as const)('%s', (_, segments, crossings, joining) => {
    expect(crossingsOf(segments)).toBe(crossings)
    expect(joiningType(segments)).toBe(joining)
  })

  test('two segments of type B lead send to send', () => {
    const [first, second] = [cord('B', { to_pinned: true }), cord('B')]
    expect(channelFaults([first, second])).toEqual(['2 segments of type B, an even number'])
    expect(channelFaults([first, cord('A')])).toEqual([])
  })

  test.each([three, six])(
    'a channel as it is built is right; with a further cord of type B it is not',
    (...built) => {
      expect(channelFaults(built)).toEqual([])
      const wrong = built.map((segment, index) => (index === built.length - 1 ? cord('A') : segment))
      expect(channelFaults(wrong)).toEqual([`${crossingsOf(wrong)} segments of type B, an even number`])
    },
  )
})

describe('IEC 61754-7: a plug with pins meets one without, of the same end face', () => {
  test.each([
    [
      'a trunk without pins',
      [cord('B'), { ...cord('B'), segment: 'trunk' }, cord('B')],
      ['cord and trunk do not mate', 'trunk and cord do not mate'],
    ],
    [
      'a cord with pins at the transceiver',
      [cord('B', { from_pinned: true })],
      ['transceiver and cord do not mate'],
    ],
    [
      'a cord of right-angled ends',
      [cord('B', { polish: 'UPC' })],
      ['transceiver and cord do not mate', 'cord and transceiver do not mate'],
    ],
    [
      'a cable of which nothing is stated',
      [{ segment: 'F-UP1', plugs: null }],
      ['plugs of F-UP1 are not stated'],
    ],
  ] as const)('%s', (_, segments, faults) => {
    expect(channelFaults(segments)).toEqual(faults)
  })
})
