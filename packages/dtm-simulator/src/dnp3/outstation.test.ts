import type { Dnp3TcpConfig } from '@edp/dtm'
import { beforeEach, describe, expect, test } from 'vitest'

import { dnp3Values } from '../values/dnp3-values.ts'
import { Outstation } from './outstation.ts'

const config: Dnp3TcpConfig = {
  protocol: 'dnp3_tcp',
  master_addr: 1,
  outstation_addr: 11,
  point_maps: [
    {
      name: 'open',
      function_code: 1,
      start_address: 16,
      count: 2,
      access: 'w',
      control: 'select before operate, pulse',
    },
    { name: 'lamp', function_code: 1, start_address: 3, count: 1, access: 'rw', control: 'direct, latch' },
    { name: 'seen', function_code: 1, start_address: 4, count: 1 },
    { name: 'setting', function_code: 3, start_address: 0, count: 1, access: 'rw', control: 'direct' },
    { name: 'amps', function_code: 4, start_address: 0, count: 3, variation: 5 },
  ],
}
const READ = 1
const RESTART = 0x0080
let now_ms = 0
let outstation: Outstation

beforeEach(() => {
  now_ms = 0
  outstation = new Outstation(
    dnp3Values('id', config, { amps: [1, 40_000, -3], lamp: false, setting: 0 }),
    () => now_ms,
  )
})

/** Objects and indications of the answer to a request. */
function ask(code: number, hex: string, sequence = 1): { objects: string; indications: number } {
  const reply = outstation.reply(
    Buffer.concat([Buffer.from([0xc0 | sequence, code]), Buffer.from(hex, 'hex')]),
  )
  expect(reply?.[0]).toBe(0xc0 | sequence)
  expect(reply?.[1]).toBe(129)
  return { objects: reply?.subarray(4).toString('hex') ?? '', indications: reply?.readUInt16LE(2) ?? 0 }
}

describe('reading', () => {
  test.each([
    ['a variation that is asked for', '1e0406', '1e04010000020001 00 ff7f fdff', 0],
    ['a range', '1e0400 01 01', '1e040101000100ff7f', 0],
    ['a range beyond the points', '1e0400 02 05', '1e040102000200fdff', 0x0400],
    ['indexes', '1e041702 00 02', '1e0401000000000100 1e040102000200fdff', 0],
    ['the first points', '1e040702', '1e0401000001000100 ff7f', 0],
    ['the variation of the manifest', '1e0006', '1e050100000200 010000803f 0100401c47 01000040c0', 0],
    ['flags: over range in 16 bits', '1e0206', '1e0201000002000101 0021ff7f01fdff', 0],
    ['a group that nobody knows', '6e0006', '', 0x0200],
    ['a variation that nobody knows', '1e6306', '', 0x0200],
    ['events', '020006 3c0206 3c0306 3c0406', '', 0],
    ['a qualifier that nobody knows', '1e045b', '', 0x0400],
  ])('%s', (_, request, objects, indications) => {
    const clean = (hex: string): string => hex.replaceAll(' ', '')
    const answer = ask(READ, clean(request))
    expect(answer.indications).toBe(RESTART | indications)
    expect(answer.objects).toBe(clean(objects))
  })

  test('the restart indication stays until it is cleared', () => {
    expect(ask(READ, '3c0206').indications).toBe(RESTART)
    expect(ask(2, '500100070700').indications).toBe(0)
    expect(ask(READ, '3c0206').indications).toBe(0)
  })

  test('a function that nobody knows', () => {
    expect(ask(13, '').indications).toBe(RESTART | 0x0100)
  })
})

describe('controls', () => {
  const pulse = crob(1, 16)
  const statusOf = ({ objects }: { objects: string }): number => parseInt(objects.slice(-2), 16)

  /** Control relay output block, one octet of index: operation, count 1, 100 ms on, 0 ms off. */
  function crob(operation: number, index: number): string {
    const hex = (value: number): string => value.toString(16).padStart(2, '0')
    return `0c011701${hex(index)}${hex(operation)}01640000000000000000`
  }
  const lampOf = (): string => ask(READ, '0a020003 03'.replace(' ', '')).objects.slice(-2)

  test('select, then operate the same with the next sequence', () => {
    expect(statusOf(ask(3, pulse, 4))).toBe(0)
    expect(statusOf(ask(4, pulse, 5))).toBe(0)
    // A selection serves once.
    expect(statusOf(ask(4, pulse, 6))).toBe(2)
  })

  test.each([
    ['nothing was selected', [], pulse, 5, 2],
    ['another point was selected', [crob(1, 17)], pulse, 5, 2],
    ['the sequence is not the next', [pulse], pulse, 9, 2],
  ])('operate fails when %s', (_, selected, operated, sequence, status) => {
    for (const objects of selected) ask(3, objects, 4)
    expect(statusOf(ask(4, operated, sequence))).toBe(status)
  })

  test('a selection ends after ten seconds', () => {
    ask(3, pulse, 4)
    now_ms = 10_001
    expect(statusOf(ask(4, pulse, 5))).toBe(1)
  })

  test.each([
    ['direct operate of a point that is selected first', 5, crob(1, 16), 4],
    ['a latch of a point that pulses', 3, crob(3, 16), 4],
    ['a point that is read only', 5, crob(3, 4), 4],
    ['a point that is not there', 5, crob(3, 99), 4],
    ['a pulse of a point that latches', 5, crob(1, 3), 4],
  ])('%s is not supported', (_, code, objects, status) => {
    expect(statusOf(ask(code, objects))).toBe(status)
  })

  test('a control of a variation that nobody knows', () => {
    expect(ask(5, '0c09170110')).toEqual({ objects: '', indications: RESTART | 0x0200 })
  })

  test('a latch is read back; without an answer when none is wanted', () => {
    expect(lampOf()).toBe('01')
    expect(statusOf(ask(5, crob(3, 3)))).toBe(0)
    expect(lampOf()).toBe('81')
    const silent = Buffer.concat([Buffer.from([0xc1, 6]), Buffer.from(crob(4, 3), 'hex')])
    expect(outstation.reply(silent)).toBeNull()
    expect(lampOf()).toBe('01')
  })

  test('an analogue output takes a value', () => {
    expect(statusOf(ask(5, '2903170100 0000c03f 00'.replaceAll(' ', '')))).toBe(0)
    expect(ask(READ, '280306').objects).toBe('2803010000000001' + '0000c03f')
  })
})
