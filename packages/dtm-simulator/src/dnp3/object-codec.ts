import type { Dnp3Value, StaticGroup } from '../values/dnp3-values.ts'

/** Value of a point as it stands. */
export type PointState = number | boolean

/** Quality flags (IEEE 1815, 11.6): the point is on line; the value does not fit the variation. */
const ONLINE = 0x01
const OVER_RANGE = 0x20
/** State bit of a binary object with flags. */
const STATE = 0x80

/** How the number of an analogue or counter object is written. */
interface NumberFormat {
  readonly flags: boolean
  readonly bytes: number
  readonly limits: readonly [number, number] | null
  readonly write: (buffer: Buffer, value: number, at: number) => void
}

const INT32: readonly [number, number] = [-2_147_483_648, 2_147_483_647]
const INT16: readonly [number, number] = [-32_768, 32_767]
const UINT32: readonly [number, number] = [0, 4_294_967_295]
const UINT16: readonly [number, number] = [0, 65_535]
const int32 = (flags: boolean): NumberFormat => ({
  flags,
  bytes: 4,
  limits: INT32,
  write: (b, v, at) => b.writeInt32LE(v, at),
})
const int16 = (flags: boolean): NumberFormat => ({
  flags,
  bytes: 2,
  limits: INT16,
  write: (b, v, at) => b.writeInt16LE(v, at),
})
const uint32 = (flags: boolean): NumberFormat => ({
  flags,
  bytes: 4,
  limits: UINT32,
  write: (b, v, at) => b.writeUInt32LE(v, at),
})
const uint16 = (flags: boolean): NumberFormat => ({
  flags,
  bytes: 2,
  limits: UINT16,
  write: (b, v, at) => b.writeUInt16LE(v, at),
})
const float: NumberFormat = {
  flags: true,
  bytes: 4,
  limits: null,
  write: (b, v, at) => b.writeFloatLE(v, at),
}
const double: NumberFormat = {
  flags: true,
  bytes: 8,
  limits: null,
  write: (b, v, at) => b.writeDoubleLE(v, at),
}

/** Variations of each static group that the outstation can answer in (IEEE 1815, annex A). */
const VARIATIONS = {
  1: { 1: 'packed', 2: 'flags' },
  10: { 1: 'packed', 2: 'flags' },
  20: { 1: uint32(true), 2: uint16(true), 5: uint32(false), 6: uint16(false) },
  30: { 1: int32(true), 2: int16(true), 3: int32(false), 4: int16(false), 5: float, 6: double },
  40: { 1: int32(true), 2: int16(true), 3: float, 4: double },
} as const satisfies Record<StaticGroup, Readonly<Record<number, NumberFormat | 'packed' | 'flags'>>>
/** Variation of a group where the manifest names none. */
const DEFAULT = { 1: 2, 10: 2, 20: 1, 30: 5, 40: 3 } as const satisfies Record<StaticGroup, number>

/** Whether the outstation knows a variation of a group; 0 asks for the default. */
export function knowsVariation(group: StaticGroup, variation: number): boolean {
  return variation === 0 || Object.hasOwn(VARIATIONS[group], variation)
}

/** Variation that a point is told in: the one asked for, else the manifest's, else the group's default. */
export function variationOf({ point, group }: Dnp3Value, asked: number): number {
  if (asked !== 0) return asked
  const { variation } = point
  return variation !== undefined && Object.hasOwn(VARIATIONS[group], variation) ? variation : DEFAULT[group]
}

/** Bytes that one point takes; packed points take an eighth. */
export function sizeOf(group: StaticGroup, variation: number): number {
  const format = formatOf(group, variation)
  if (format === 'packed') return 1 / 8
  return format === 'flags' ? 1 : format.bytes + Number(format.flags)
}

/** Objects of points that follow each other, without their header. */
export function encodedPoints(group: StaticGroup, variation: number, states: readonly PointState[]): Buffer {
  const format = formatOf(group, variation)
  if (format === 'packed') {
    const bytes = Buffer.alloc(Math.ceil(states.length / 8))
    states.forEach((state, i) => {
      const at = Math.floor(i / 8)
      bytes[at] = (bytes[at] ?? 0) | (Number(Boolean(state)) << (i % 8))
    })
    return bytes
  }
  if (format === 'flags') return Buffer.from(states.map((state) => ONLINE | (state === true ? STATE : 0)))
  return Buffer.concat(states.map((state) => encodedNumber(format, Number(state))))
}

function formatOf(group: StaticGroup, variation: number): NumberFormat | 'packed' | 'flags' {
  const formats: Readonly<Record<number, NumberFormat | 'packed' | 'flags'>> = VARIATIONS[group]
  return formats[variation] ?? formats[DEFAULT[group]] ?? float
}

function encodedNumber(format: NumberFormat, value: number): Buffer {
  const bytes = Buffer.alloc(format.bytes + Number(format.flags))
  const [low, high] = format.limits ?? [value, value]
  const told = format.limits === null ? value : Math.min(high, Math.max(low, Math.round(value)))
  if (format.flags) bytes.writeUInt8(value < low || value > high ? ONLINE | OVER_RANGE : ONLINE)
  format.write(bytes, told, Number(format.flags))
  return bytes
}
