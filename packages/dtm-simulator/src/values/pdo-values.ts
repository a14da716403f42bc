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

/** Bytes of a value at its place, in the byte order of the map; eight bytes, the rest zero. */
export function pdoBytes({ pdo, raw }: PdoValue): Buffer {
  const place = placeOf(pdo, raw)
  if (pdo.byte_order === 'big') place.reverse()
  const frame = Buffer.alloc(8)
  place.copy(frame, pdo.byte_offset)
  return frame
}

function placeOf(pdo: PdoMap, raw: number): Buffer {
  const place = Buffer.alloc(pdo.byte_length)
  if (pdo.data_type === 'float32' && pdo.byte_length === 4) place.writeFloatLE(raw)
  else if (pdo.data_type === 'float64' && pdo.byte_length === 8) place.writeDoubleLE(raw)
  else {
    const bits = BigInt.asUintN(pdo.byte_length * 8, BigInt(raw)) << BigInt(pdo.bit_offset ?? 0)
    for (let i = 0; i < pdo.byte_length; i += 1) place[i] = Number((bits >> BigInt(8 * i)) & 0xffn)
  }
  return place
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
