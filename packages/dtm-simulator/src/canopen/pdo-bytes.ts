import type { PdoMap } from '@edp/dtm'

import type { PdoValue } from '../values/pdo-values.ts'

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
