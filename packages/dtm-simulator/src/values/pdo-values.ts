import type { CanopenGwConfig, PdoMap } from '@edp/dtm'

import {
  aimedAt,
  enumRaw,
  flagOf,
  scaled,
  wholeWithin,
  type EngineeringValue,
  type RawValue,
} from './value-rules.ts'

/** One value inside a process data object. */
export interface PdoValue {
  readonly pdo: PdoMap
  readonly raw: number
  readonly value: EngineeringValue
}

const SIGNED = new Set(['int8', 'int16', 'int32', 'int64'])
const BITS_MAX = 53

/** Simulated values of a CANopen node. */
export function pdoValues(
  device_uuid: string,
  config: CanopenGwConfig,
  overrides: Readonly<Record<string, RawValue>> = {},
): PdoValue[] {
  return config.pdo_maps.map((pdo) => {
    const given = overrides[pdo.name]
    const raw = given === undefined ? rawOf(device_uuid, pdo) : Number(given)
    return { pdo, raw, value: pdo.data_type === 'bool' ? raw === 1 : scaled(raw, pdo.scale) }
  })
}

function rawOf(device_uuid: string, pdo: PdoMap): number {
  if (pdo.data_type === 'bool') return Number(flagOf(device_uuid, pdo.name))
  if (pdo.enum !== undefined) return enumRaw(pdo.enum)
  const aim = aimedAt(device_uuid, pdo.name, pdo.unit) / (pdo.scale ?? 1)
  if (pdo.data_type === 'float32') return Math.fround(aim)
  if (pdo.data_type === 'float64') return aim
  const bits = Math.min(pdo.byte_length * 8 - (pdo.bit_offset ?? 0), BITS_MAX)
  return SIGNED.has(pdo.data_type ?? '')
    ? wholeWithin(aim, [-(2 ** (bits - 1)), 2 ** (bits - 1) - 1])
    : wholeWithin(aim, [0, 2 ** bits - 1])
}
