import { compareText, deflate } from '@edp/schemas'

import type { WorkbookPart } from './parts-writer.ts'

/** Version 2.0: deflated files in folders. */
const VERSION = 20
const DEFLATED = 8
/** 1980-01-01 00:00, the zero of ZIP time stamps: year, month and day in 7, 4 and 5 bits. */
const [EPOCH_TIME, EPOCH_DATE] = [0, (0 << 9) | (1 << 5) | 1]
/** Around a deflated stream stand ten bytes before, and CRC-32 and length behind (RFC 1952). */
const [GZIP_HEAD, GZIP_TAIL] = [10, 8]
const [LOCAL_FILE, CENTRAL_FILE, CENTRAL_END] = [0x04034b50, 0x02014b50, 0x06054b50]

/** A field of a header: its value and its size, bytes, low byte first. */
type Field = readonly [value: number, bytes: 2 | 4]

/**
 * Files as a ZIP: sorted by name, one fixed time stamp, compressed by the same code on every machine. Names are ASCII, and
 * the whole is below 4 GiB: a workbook has some ten files.
 */
export function zip(parts: readonly WorkbookPart[]): Uint8Array {
  const [files, directory]: [Uint8Array[], Uint8Array[]] = [[], []]
  let offset = 0
  const sorted = [...parts].sort((a, b) => compareText(a.name, b.name))
  for (const { name, pieces } of sorted) {
    const framed = deflate(pieces, 'gzip')
    const tail = new DataView(framed.buffer, framed.byteOffset + framed.length - GZIP_TAIL)
    const content = framed.subarray(GZIP_HEAD, -GZIP_TAIL)
    const path = new TextEncoder().encode(name)
    const common: Field[] = [
      [VERSION, 2],
      [0, 2],
      [DEFLATED, 2],
      [EPOCH_TIME, 2],
      [EPOCH_DATE, 2],
      [tail.getUint32(0, true), 4],
      [content.length, 4],
      [tail.getUint32(4, true), 4],
      [path.length, 2],
      [0, 2],
    ]
    const local = record([[LOCAL_FILE, 4], ...common])
    // Comment, disk, internal and external attributes: none.
    directory.push(
      record([[CENTRAL_FILE, 4], [VERSION, 2], ...common, [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]]),
      path,
    )
    files.push(local, path, content)
    offset += local.length + path.length + content.length
  }
  const end: Field[] = [
    [CENTRAL_END, 4],
    [0, 2],
    [0, 2],
    [sorted.length, 2],
    [sorted.length, 2],
    [directory.reduce((sum, { length }) => sum + length, 0), 4],
    [offset, 4],
    [0, 2],
  ]
  return joined([...files, ...directory, record(end)])
}

function record(fields: readonly Field[]): Uint8Array {
  const bytes = new Uint8Array(fields.reduce((sum, [, size]) => sum + size, 0))
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const [value, size] of fields) {
    if (size === 2) view.setUint16(at, value, true)
    else view.setUint32(at, value, true)
    at += size
  }
  return bytes
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let offset = 0
  for (const piece of pieces) {
    bytes.set(piece, offset)
    offset += piece.length
  }
  return bytes
}
