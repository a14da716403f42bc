import { createHash } from 'node:crypto'
import { closeSync } from 'node:fs'

import { appendToSpool, openSpool, type Content } from '../storage/spooled-file.ts'
import type { BuiltFile } from './build-package.ts'

/** Content from this size on is spooled, bytes. */
export const SPOOL_FROM = 4 << 20
/** Text is encoded in pieces of this size, bytes. */
const PIECE = 1 << 20
/** Most bytes of a UTF-16 code unit in UTF-8. */
const BYTES_PER_UNIT = 3

/** A generated content where it waits to be written, and its checksum. */
export interface CollectedContent {
  readonly content: Content
  readonly sha256: string
}

/** Takes what a writer gives: hashed while it comes, and spooled when it grows large. */
export function collectContent(made: BuiltFile['content']): CollectedContent {
  const hash = createHash('sha256')
  const held: Uint8Array[] = []
  let size = 0
  let fd: number | null = null
  try {
    for (const piece of made instanceof Uint8Array ? [made] : encoded(made)) {
      hash.update(piece)
      held.push(piece)
      size += piece.length
      if (size < SPOOL_FROM) continue
      fd ??= openSpool()
      for (const bytes of held.splice(0)) appendToSpool(fd, bytes)
    }
    const content = fd === null ? joined(held, size) : { fd, size }
    return { content, sha256: hash.digest('hex') }
  } catch (error) {
    if (fd !== null) closeSync(fd)
    throw error
  }
}

/** Text as UTF-8, in pieces that no later one overwrites. */
function* encoded(texts: Iterable<string>): Generator<Uint8Array, void> {
  const encoder = new TextEncoder()
  let buffer = new Uint8Array(PIECE)
  let used = 0
  for (const text of texts) {
    if (used > 0 && used + text.length * BYTES_PER_UNIT > buffer.length) {
      yield buffer.subarray(0, used)
      buffer = new Uint8Array(Math.max(PIECE, text.length * BYTES_PER_UNIT))
      used = 0
    }
    if (text.length * BYTES_PER_UNIT > buffer.length) yield encoder.encode(text)
    else used += encoder.encodeInto(text, buffer.subarray(used)).written
  }
  if (used > 0) yield buffer.subarray(0, used)
}

/** One array that shares memory with nothing else, so that it may be handed to another thread. */
function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const [only] = pieces
  if (only !== undefined && pieces.length === 1 && only.byteLength === only.buffer.byteLength) return only
  const bytes = new Uint8Array(size)
  let offset = 0
  for (const piece of pieces) {
    bytes.set(piece, offset)
    offset += piece.length
  }
  return bytes
}
