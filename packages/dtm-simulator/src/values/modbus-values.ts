import type { DataType, ModbusTcpConfig, PointMap } from '@edp/dtm'

import { INTEGER_LIMITS, registersOf } from './register-codec.ts'
import { rangeOf } from './unit-range.ts'
import {
  aimedAt,
  enumRaw,
  flagOf,
  scaled,
  wholeWithin,
  type EngineeringValue,
  type RawValue,
} from './value-rules.ts'

/** One Modbus value, with the coils or registers that hold it. */
export interface ModbusValue {
  readonly point: PointMap
  readonly raw: RawValue
  readonly value: EngineeringValue
  /** Coils (0 or 1) or registers, in the order of the wire. */
  readonly words: readonly number[]
}

/** Function codes 1 and 2 read bits, 3 and 4 registers. */
const BITS_MAX = 2
/** Scale factors that are tried, least first: the finest resolution whose values fit is taken. */
const FACTORS = [-3, -2, -1, 0, 1, 2, 3, 4, 5, 6]

/** Simulated values of a Modbus device. */
export function modbusValues(
  device_uuid: string,
  config: ModbusTcpConfig,
  overrides: Readonly<Record<string, RawValue>> = {},
): ModbusValue[] {
  const factors = new Map(
    config.point_maps
      .filter((point) => point.data_type === 'sunssf')
      .map((point) => [point.name, factorOf(point.name, config.point_maps)]),
  )
  return config.point_maps.map((point) => {
    const exponent = point.scale_ref === undefined ? 0 : (factors.get(point.scale_ref) ?? 0)
    const raw = overrides[point.name] ?? factors.get(point.name) ?? rawOf(device_uuid, point, exponent)
    return { point, raw, value: valueOf(point, raw, exponent), words: wordsOf(point, raw) }
  })
}

function factorOf(name: string, points: readonly PointMap[]): number {
  const users = points.filter((point) => point.scale_ref === name)
  if (users.length === 0) return 0
  const fits = (factor: number): boolean =>
    users.every((point) => {
      const [, most] = limitsOf(point.data_type)
      return (rangeOf(point.unit)[1] / (point.scale ?? 1)) * 10 ** -factor <= most
    })
  return FACTORS.find(fits) ?? 0
}

function rawOf(device_uuid: string, point: PointMap, exponent: number): RawValue {
  const { data_type, count } = point
  // Flags of one word stand in maps of their own, and the word is one.
  const name = point.bit === undefined ? point.name : `${point.function_code}:${point.start_address}`
  if (point.expect !== undefined) return point.expect
  if (point.function_code <= BITS_MAX)
    return count === 1
      ? flagOf(device_uuid, name)
      : Array.from({ length: count }, (_, i) => Number(flagOf(device_uuid, name, i)))
  if (data_type === 'string') return `EDP-${name}`.slice(0, count * 2)
  if (data_type === 'bool') return flagOf(device_uuid, name)
  if (data_type === 'bitfield16' || data_type === 'bitfield32')
    return count > 2 ? Array.from({ length: count }, () => 0) : 0
  if (data_type === 'enum16' || point.enum !== undefined) return enumRaw(point.enum)
  const aim = (aimedAt(device_uuid, name, point.unit) - (point.offset ?? 0)) / (point.scale ?? 1)
  if (data_type === 'float32') return Math.fround(aim)
  if (data_type === 'float64') return aim
  const raw = wholeWithin(aim / 10 ** exponent, limitsOf(data_type), point.invalid)
  return data_type === undefined && count > 1 ? [raw, ...Array.from({ length: count - 1 }, () => 0)] : raw
}

function limitsOf(data_type: DataType | undefined): readonly [number, number] {
  const limits: Partial<Record<DataType, readonly [number, number]>> = INTEGER_LIMITS
  return limits[data_type ?? 'uint16'] ?? [-Number.MAX_VALUE, Number.MAX_VALUE]
}

function valueOf(point: PointMap, raw: RawValue, exponent: number): EngineeringValue {
  if (typeof raw !== 'number') return raw
  if (point.bit !== undefined) return Math.floor(raw / 2 ** point.bit) % 2 === 1
  return scaled(raw, point.scale, point.offset, exponent)
}

function wordsOf(point: PointMap, raw: RawValue): number[] {
  if (point.function_code <= BITS_MAX) return typeof raw === 'object' ? [...raw] : [Number(raw)]
  return typeof raw === 'object'
    ? raw.flatMap((word) => registersOf({ ...point, count: 1, data_type: 'uint16' }, word))
    : registersOf(point, raw)
}
