import { base64Bytes } from '../base64-bytes.ts'
import { ZLIB_WASM_BASE64 } from './zlib-wasm.generated.ts'

/** The frame around a deflated stream: `zlib` as in PDF, `gzip` with the CRC-32 that a ZIP needs. */
export type DeflateFormat = 'zlib' | 'gzip'

/**
 * zlib's fastest search but two. On the streams of a package it takes a quarter of the time of level 6 in plain JavaScript
 * and gives 15 % more bytes (docs/decisions/0007-zlib-in-webassembly.md).
 */
const LEVEL = 3
/** Input and output cross in pieces of this size, bytes. The input's is part of the result's bytes. */
const PIECE = 1 << 16
/** Values of zlib.h: more input follows, no more input follows, the stream has ended. */
const [NO_FLUSH, FINISH, STREAM_END] = [0, 4, 1]

/** What of the module is used. Addresses and handles are numbers. */
interface Zlib {
  readonly memory: { readonly buffer: ArrayBuffer }
  malloc(size: number): number
  deflate_new(): number
  deflate_init(stream: number, level: number): number
  deflate_init_gzip(stream: number, level: number): number
  /** Bytes written in the lower 24 bits, zlib's code above them. */
  deflate_process(stream: number, from: number, size: number, to: number, room: number, flush: number): number
  deflate_last_consumed(stream: number): number
  deflate_end(stream: number): number
}

/** The language's own; its types come with those of browsers only. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object
  readonly Instance: new (module: object) => { readonly exports: unknown }
}

/** The module with its two buffers, made when it is first needed. Nothing of one stream is left for the next one. */
const made: { codec?: { readonly zlib: Zlib; readonly input: number; readonly output: number } } = {}

/**
 * Compresses bytes. The same bytes, however they are cut into pieces, give the same result on every machine: zlib runs in
 * WebAssembly, whose integers know no platform, and not in what Node happens to be built with.
 *
 * @throws {RangeError} where the module runs out of memory.
 * @example const stream = deflate([new TextEncoder().encode('q 1 0 0 1 0 0 cm Q')], 'zlib')
 */
export function deflate(pieces: Iterable<Uint8Array>, format: DeflateFormat): Uint8Array {
  const { zlib, input, output } = (made.codec ??= startCodec())
  const stream = zlib.deflate_new()
  const written: Uint8Array[] = []
  try {
    check(format === 'zlib' ? zlib.deflate_init(stream, LEVEL) : zlib.deflate_init_gzip(stream, LEVEL))
    /** Gives `size` bytes of the input buffer to zlib and takes what comes out; tells whether the stream has ended. */
    const run = (size: number, flush: number): boolean => {
      let taken = 0
      for (;;) {
        const result = zlib.deflate_process(stream, input + taken, size - taken, output, PIECE, flush)
        const code = check(result >> 24)
        const length = result & 0xffffff
        if (length > 0) written.push(new Uint8Array(zlib.memory.buffer).slice(output, output + length))
        taken += zlib.deflate_last_consumed(stream)
        if (code === STREAM_END) return true
        if (length < PIECE && taken >= size) return false
      }
    }
    let filled = 0
    for (const piece of pieces)
      for (let at = 0; at < piece.length;) {
        const part = piece.subarray(at, at + PIECE - filled)
        new Uint8Array(zlib.memory.buffer).set(part, input + filled)
        at += part.length
        filled += part.length
        if (filled < PIECE) continue
        run(filled, NO_FLUSH)
        filled = 0
      }
    if (!run(filled, FINISH)) throw new RangeError('a deflated stream did not end')
    return joined(written)
  } finally {
    zlib.deflate_end(stream)
  }
}

function startCodec(): NonNullable<typeof made.codec> {
  const bytes = base64Bytes(ZLIB_WASM_BASE64)
  const zlib = new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports as Zlib
  return { zlib, input: zlib.malloc(PIECE), output: zlib.malloc(PIECE) }
}

/** The code of zlib, when it is none of an error. */
function check(code: number): number {
  if (code < 0) throw new RangeError(`zlib gave up with ${code}`)
  return code
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
