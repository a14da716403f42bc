import type { DataType, PointMap } from '@edp/dtm'

/** Whole numbers that a type holds and that mean a reading: the values SunSpec reserves for "not implemented" are left out. */
export const INTEGER_LIMITS = {
  int16: [-32_767, 32_767],
  uint16: [0, 65_534],
  enum16: [0, 65_534],
  bitfield16: [0, 65_535],
  sunssf: [-10, 10],
  int32: [-2_147_483_647, 2_147_483_647],
  uint32: [0, 4_294_967_294],
  acc32: [0, 4_294_967_294],
  bitfield32: [0, 4_294_967_295],
  int64: [-Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  uint64: [0, Number.MAX_SAFE_INTEGER],
} as const satisfies Partial<Record<DataType, readonly [number, number]>>

const WRITERS = {
  int16: (bytes, raw) => bytes.writeInt16BE(Number(raw)),
  sunssf: (bytes, raw) => bytes.writeInt16BE(Number(raw)),
  uint16: (bytes, raw) => bytes.writeUInt16BE(Number(raw)),
  enum16: (bytes, raw) => bytes.writeUInt16BE(Number(raw)),
  bitfield16: (bytes, raw) => bytes.writeUInt16BE(Number(raw)),
  bool: (bytes, raw) => bytes.writeUInt16BE(Number(raw)),
  int32: (bytes, raw) => bytes.writeInt32BE(Number(raw)),
  uint32: (bytes, raw) => bytes.writeUInt32BE(Number(raw)),
  acc32: (bytes, raw) => bytes.writeUInt32BE(Number(raw)),
  bitfield32: (bytes, raw) => bytes.writeUInt32BE(Number(raw)),
  int64: (bytes, raw) => bytes.writeBigInt64BE(BigInt(raw)),
  uint64: (bytes, raw) => bytes.writeBigUInt64BE(BigInt(raw)),
  float32: (bytes, raw) => bytes.writeFloatBE(Number(raw)),
  float64: (bytes, raw) => bytes.writeDoubleBE(Number(raw)),
  string: (bytes, raw) => bytes.write(String(raw), 'ascii'),
} as const satisfies Record<DataType, (bytes: Buffer, raw: number | string | boolean) => number>

/** Registers of a raw value as they stand on the wire, in the word and byte order of the point. */
export function registersOf(
  point: Pick<PointMap, 'count' | 'data_type' | 'word_order' | 'byte_order'>,
  raw: number | string | boolean,
): number[] {
  const bytes = Buffer.alloc(Math.max(8, point.count * 2))
  WRITERS[point.data_type ?? 'uint16'](bytes, raw)
  const words = Array.from({ length: point.count }, (_, i) =>
    point.byte_order === 'little' ? bytes.readUInt16LE(i * 2) : bytes.readUInt16BE(i * 2),
  )
  return point.word_order === 'little' ? words.reverse() : words
}
