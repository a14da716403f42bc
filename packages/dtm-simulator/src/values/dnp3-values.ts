import type { Dnp3TcpConfig, PointMap } from '@edp/dtm'

import { INTEGER_LIMITS } from './register-codec.ts'
import {
  aimedAt,
  enumRaw,
  flagOf,
  scaled,
  wholeWithin,
  type EngineeringValue,
  type RawValue,
} from './value-rules.ts'

/** DNP3 static object groups (IEEE 1815) that are served. */
export type StaticGroup = 1 | 10 | 20 | 30 | 40

/** One DNP3 point: a map of several points gives several. */
export interface Dnp3Value {
  readonly point: PointMap
  readonly group: StaticGroup
  readonly index: number
  readonly raw: number | boolean
  readonly value: EngineeringValue
}

const GROUPS = {
  binary_input: 1,
  binary_output: 10,
  counter: 20,
  analog_input: 30,
  analog_output: 40,
} as const satisfies Record<NonNullable<PointMap['point_type']>, StaticGroup>
/** Point type of a map without one, by function code (analogy of the manifest's documentation). */
const TYPE_OF_CODE: Readonly<Record<number, NonNullable<PointMap['point_type']>>> = {
  1: 'binary_output',
  2: 'binary_input',
  3: 'analog_output',
  4: 'analog_input',
}

/** Group of a DNP3 map. */
function groupOf(point: PointMap): StaticGroup {
  return GROUPS[point.point_type ?? TYPE_OF_CODE[point.function_code] ?? 'analog_input']
}

/** Simulated points of a DNP3 outstation. */
export function dnp3Values(
  device_uuid: string,
  config: Dnp3TcpConfig,
  overrides: Readonly<Record<string, RawValue>> = {},
): Dnp3Value[] {
  return config.point_maps.flatMap((point) =>
    Array.from({ length: point.count }, (_, offset): Dnp3Value => {
      const group = groupOf(point)
      const given = overrides[point.name]
      const raw =
        given === undefined ? rawOf(device_uuid, point, group, offset) : overridden(given, group, offset)
      const value = typeof raw === 'boolean' ? raw : scaled(raw, point.scale, point.offset)
      return { point, group, index: point.start_address + offset, raw, value }
    }),
  )
}

function rawOf(device_uuid: string, point: PointMap, group: StaticGroup, offset: number): number | boolean {
  const { name, data_type = 'float32' } = point
  if (group === 1 || group === 10) return flagOf(device_uuid, name, offset)
  if (typeof point.expect === 'number') return point.expect
  if (point.enum !== undefined) return enumRaw(point.enum)
  const path = point.count === 1 ? name : `${name}/${offset}`
  const aim = (aimedAt(device_uuid, path, point.unit) - (point.offset ?? 0)) / (point.scale ?? 1)
  if (group === 20) return wholeWithin(aim, INTEGER_LIMITS.uint32, point.invalid)
  if (data_type === 'float32') return Math.fround(aim)
  if (data_type === 'float64') return aim
  const limits: Partial<Record<string, readonly [number, number]>> = INTEGER_LIMITS
  return wholeWithin(aim, limits[data_type] ?? INTEGER_LIMITS.int32, point.invalid)
}

function overridden(given: RawValue, group: StaticGroup, offset: number): number | boolean {
  const one = typeof given === 'object' ? (given[offset] ?? 0) : given
  return group === 1 || group === 10 ? Boolean(Number(one)) : Number(one)
}
