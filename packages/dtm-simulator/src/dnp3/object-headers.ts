/** An object header of a request: what is meant, and the bytes that follow for each object. */
export interface ObjectHeader {
  readonly group: number
  readonly variation: number
  readonly selection: Selection
  /** Everything of the header and its objects, as it came. */
  readonly bytes: Buffer
}

/** Which points a header means. */
export type Selection =
  | { readonly kind: 'all'; readonly most: number }
  | { readonly kind: 'range'; readonly start: number; readonly stop: number; readonly objects: Buffer }
  | {
      readonly kind: 'indexes'
      readonly objects: readonly { readonly index: number; readonly bytes: Buffer }[]
    }

/** Octets of an object in a write or control request, by group and variation; a read carries none. */
const OBJECT_BYTES: Readonly<Record<string, number>> = {
  '12.1': 11,
  '41.1': 5,
  '41.2': 3,
  '41.3': 5,
  '41.4': 9,
  '50.1': 6,
  '80.1': 1,
}
const HEADER = 3

/** Headers of a request; null when the rest cannot be understood (IEEE 1815, 4.2.2.7). */
export function objectHeaders(objects: Buffer, carries_objects: boolean): ObjectHeader[] | null {
  const headers: ObjectHeader[] = []
  let at = 0
  while (at < objects.length) {
    if (at + HEADER > objects.length) return null
    const group = objects.readUInt8(at)
    const variation = objects.readUInt8(at + 1)
    const size = carries_objects ? (OBJECT_BYTES[`${group}.${variation}`] ?? 0) : 0
    const found = selectionAt(objects, at + HEADER, objects.readUInt8(at + 2), size)
    if (found === null || found.end > objects.length) return null
    headers.push({ group, variation, selection: found.selection, bytes: objects.subarray(at, found.end) })
    at = found.end
  }
  return headers
}

/** Reads a selection by its qualifier code. */
function selectionAt(
  bytes: Buffer,
  at: number,
  qualifier: number,
  size: number,
): { selection: Selection; end: number } | null {
  const wide = qualifier === 0x01 || qualifier === 0x08 || qualifier === 0x28
  const width = wide ? 2 : 1
  const number = (offset: number): number =>
    offset + width > bytes.length ? Number.NaN : bytes.readUIntLE(offset, width)
  switch (qualifier) {
    case 0x00:
    case 0x01: {
      const start = number(at)
      const stop = number(at + width)
      const end = at + 2 * width + (size === 0 ? 0 : size * (stop - start + 1))
      return start <= stop
        ? { selection: { kind: 'range', start, stop, objects: bytes.subarray(at + 2 * width, end) }, end }
        : null
    }
    case 0x06:
      return { selection: { kind: 'all', most: Infinity }, end: at }
    case 0x07:
    case 0x08: {
      const most = number(at)
      return Number.isNaN(most) ? null : { selection: { kind: 'all', most }, end: at + width + size * most }
    }
    case 0x17:
    case 0x28: {
      const count = number(at)
      const end = at + width + count * (width + size)
      if (!(end <= bytes.length)) return null
      const objects = Array.from({ length: count }, (_, i) => {
        const offset = at + width + i * (width + size)
        return { index: number(offset), bytes: bytes.subarray(offset + width, offset + width + size) }
      })
      return { selection: { kind: 'indexes', objects }, end }
    }
    default:
      return null
  }
}
