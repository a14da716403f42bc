import type { ModbusTcpConfig, PointMap } from '@edp/dtm'
import { describe, expect, test } from 'vitest'

import { modbusValues } from './modbus-values.ts'
import { registersOf } from './register-codec.ts'

const ID = '9b84304e-29b7-5b7a-84ce-08557330b3ac'
const point = (name: string, change: Partial<PointMap>): PointMap => ({
  name,
  function_code: 3,
  start_address: 0,
  count: 1,
  ...change,
})
const valuesOf = (...point_maps: PointMap[]): ReturnType<typeof modbusValues> => {
  const config: ModbusTcpConfig = { protocol: 'modbus_tcp', unit_id: 1, point_maps }
  return modbusValues(ID, config)
}

describe('registers on the wire', () => {
  // Octets of IEEE 754 and of two's complement, written down by hand.
  test.each([
    ['uint16', 1, {}, 0x1234, [0x1234]],
    ['uint16', 1, { byte_order: 'little' }, 0x1234, [0x3412]],
    ['int16', 1, {}, -2, [0xfffe]],
    ['int32', 2, {}, -2, [0xffff, 0xfffe]],
    ['uint32', 2, {}, 0x01020304, [0x0102, 0x0304]],
    ['uint32', 2, { word_order: 'little' }, 0x01020304, [0x0304, 0x0102]],
    ['uint32', 2, { word_order: 'little', byte_order: 'little' }, 0x01020304, [0x0403, 0x0201]],
    ['float32', 2, {}, 1.5, [0x3fc0, 0x0000]],
    ['float32', 2, { word_order: 'little' }, 1.5, [0x0000, 0x3fc0]],
    ['float64', 4, {}, -2, [0xc000, 0, 0, 0]],
    ['int64', 4, {}, -1, [0xffff, 0xffff, 0xffff, 0xffff]],
    ['uint64', 4, { word_order: 'little' }, 65_536, [0, 1, 0, 0]],
    ['string', 2, {}, 'AB', [0x4142, 0]],
    ['sunssf', 1, {}, -3, [0xfffd]],
  ] as const)('%s x %i %j of %s', (data_type, count, order, raw, words) => {
    expect(registersOf({ count, data_type, ...order }, raw)).toEqual(words)
  })
})

describe('what the map says decides the value', () => {
  test('scale and offset: value = raw x scale + offset', () => {
    const [value] = valuesOf(point('t', { data_type: 'int16', unit: 'Cel', scale: 0.1, offset: -40 }))
    const raw = Number(value?.raw)
    expect(value?.value).toBeCloseTo(raw * 0.1 - 40, 9)
    expect(value?.value).toBeGreaterThanOrEqual(18)
    expect(value?.value).toBeLessThanOrEqual(45)
  })

  test('a scale factor has the finest resolution in which every value fits its type', () => {
    const [current, factor] = valuesOf(
      point('A', { data_type: 'uint16', unit: 'A', scale_ref: 'A_SF' }),
      point('A_SF', { data_type: 'sunssf' }),
    )
    // 120 A is the most: 12,000 hundredths fit in 16 bits, 120,000 thousandths do not.
    expect(factor).toMatchObject({ raw: -2, words: [0xfffe] })
    expect(current?.value).toBeCloseTo(Number(current?.raw) / 100, 9)
  })

  test('an energy that is too large for its register gets a positive factor', () => {
    const [energy, factor] = valuesOf(
      point('Wh', { data_type: 'int16', unit: 'Wh', scale_ref: 'SF' }),
      point('SF', { data_type: 'sunssf' }),
    )
    expect(factor?.raw).toBe(3)
    expect(energy?.value).toBe(Number(energy?.raw) * 1000)
  })

  test('expect, enum, string and bit fields', () => {
    const values = valuesOf(
      point('id', { data_type: 'uint32', count: 2, expect: 0x53756e53 }),
      point('mode', { data_type: 'enum16', enum: { 2: 'fault', 3: 'normal' } }),
      point('maker', { data_type: 'string', count: 3 }),
      point('alarms', { data_type: 'bitfield32', count: 2 }),
      point('block', { data_type: 'bitfield16', count: 3 }),
    )
    expect(values.map(({ raw }) => raw)).toEqual([0x53756e53, 3, 'EDP-ma', 0, [0, 0, 0]])
    expect(values.map(({ words }) => words.length)).toEqual([2, 1, 3, 2, 3])
  })

  test('a sentinel is never simulated', () => {
    const plain = valuesOf(point('x', { data_type: 'uint16' }))[0]?.raw
    const avoided = valuesOf(
      point('x', { data_type: 'uint16', invalid: [Number(plain), String(Number(plain) - 1)] }),
    )
    expect(avoided[0]?.raw).toBe(Number(plain) - 2)
  })

  test('a bit that is meant is told as a flag', () => {
    const [set, clear] = [0, 1].map((bit) => {
      const config: ModbusTcpConfig = {
        protocol: 'modbus_tcp',
        unit_id: 1,
        point_maps: [point('word', { data_type: 'uint16', bit })],
      }
      return modbusValues(ID, config, { word: 0b01 })[0]
    })
    expect([set?.value, clear?.value]).toEqual([true, false])
  })

  test('flags of one word agree on the word', () => {
    const [low, high] = valuesOf(
      point('low', { start_address: 9, bit: 0 }),
      point('high', { start_address: 9, bit: 3 }),
    )
    expect(low?.words).toEqual(high?.words)
    const word = low?.words[0] ?? 0
    expect([low?.value, high?.value]).toEqual([word % 2 === 1, (word >> 3) % 2 === 1])
  })

  test('a map of the seed alone, without a type, is words', () => {
    const [one, many] = valuesOf(point('one', {}), point('many', { count: 3 }))
    expect([one?.words.length, many?.words.length]).toEqual([1, 3])
    expect(many?.raw).toEqual(many?.words)
  })

  test('flags that tell of a fault are clear; others are of both kinds', () => {
    const flags = (name: string): unknown[] =>
      valuesOf(...Array.from({ length: 20 }, (_, i) => point(`${name}_${i}`, { function_code: 1 }))).map(
        ({ raw }) => raw,
      )
    expect(new Set(flags('alarm_relay'))).toEqual(new Set([false]))
    expect(new Set(flags('source_available'))).toEqual(new Set([true, false]))
  })
})
