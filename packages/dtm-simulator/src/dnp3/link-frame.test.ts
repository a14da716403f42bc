import { expect, test } from 'vitest'

import { crcOf } from './crc.ts'
import { FrameReader, linkFrame } from './link-frame.ts'
import { FragmentReader, segmentsOf } from './transport.ts'

/** Reset-link frame from station 1024 to station 1, with the check sum that the standard's example gives. */
const RESET = Buffer.from('056405c001000004e921', 'hex')

test('the check sum of the known frame', () => {
  expect(crcOf(RESET.subarray(0, 8)).toString('hex')).toBe('e921')
  expect(linkFrame({ control: 0xc0, destination: 1, source: 1024, data: Buffer.alloc(0) })).toEqual(RESET)
})

test('a frame of every length is read again, in pieces and after noise', () => {
  const reader = new FrameReader()
  for (let length = 0; length <= 250; length += 1) {
    const data = Buffer.from(Array.from({ length }, (_, i) => (i * 7 + length) % 256))
    const frame = { control: 0x44, destination: 1, source: 11, data }
    const stream = Buffer.concat([Buffer.from([0x05, 0x11, 0x05]), linkFrame(frame)])
    const found = [stream.subarray(0, 9), stream.subarray(9)].flatMap((part) => reader.push(part))
    expect(found).toEqual([frame])
  }
})

test.each([3, 8, 20, 27])('a frame with a wrong octet %i is passed over, the next is read', (octet) => {
  const broken = linkFrame({ control: 0x44, destination: 1, source: 2, data: Buffer.alloc(18, 3) })
  broken[octet] = (broken[octet] ?? 0) ^ 1
  const reader = new FrameReader()
  expect([...reader.push(broken), ...reader.push(RESET)]).toMatchObject([{ source: 1024 }])
})

test('a fragment of every length goes through the transport', () => {
  for (const length of [1, 248, 249, 250, 498, 2048]) {
    const fragment = Buffer.from(Array.from({ length }, (_, i) => i % 251))
    const reader = new FragmentReader()
    const read = segmentsOf(fragment, 62).map((segment) => reader.push(segment))
    expect(read.at(-1)).toEqual(fragment)
    expect(read.slice(0, -1).every((part) => part === null)).toBe(true)
  }
})

test('a lost segment drops the fragment, not the next', () => {
  const [first = Buffer.alloc(0), , third = Buffer.alloc(0)] = segmentsOf(Buffer.alloc(600), 0)
  const reader = new FragmentReader()
  expect([first, third].map((segment) => reader.push(segment))).toEqual([null, null])
  expect(reader.push(Buffer.from([0xc0, 9]))).toEqual(Buffer.from([9]))
})
