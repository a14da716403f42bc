import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gunzipSync, inflateSync } from 'node:zlib'

import fc from 'fast-check'
import { expect, test } from 'vitest'

import { deflate } from './deflate.ts'
import { ZLIB_WASM_BASE64 } from './zlib-wasm.generated.ts'

const text = (size: number): Uint8Array =>
  new TextEncoder().encode(Array.from({ length: size }, (_, at) => `${(at * 7919) % 1000} l S\n`).join(''))

test('what is compressed is what another implementation unpacks', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 20 }), (pieces) => {
      const whole = Buffer.concat(pieces)
      expect(inflateSync(deflate(pieces, 'zlib')).equals(whole)).toBe(true)
      expect(gunzipSync(deflate(pieces, 'gzip')).equals(whole)).toBe(true)
    }),
  )
})

test('streams above every buffer, of text and of noise', () => {
  let state = 1
  const noise = Uint8Array.from({ length: 3_000_000 }, () => (state = (state * 48_271) % 2_147_483_647) & 255)
  for (const bytes of [text(1_000_000), noise, new Uint8Array(65_536), new Uint8Array(65_537)])
    expect(inflateSync(deflate([bytes], 'zlib')).equals(bytes)).toBe(true)
})

test('neither what went before nor the cut into pieces changes a byte', () => {
  const bytes = text(50_000)
  const first = deflate([bytes], 'zlib')
  deflate([text(7)], 'gzip')
  expect(() => deflate(broken(), 'zlib')).toThrow('torn')
  const cut = Array.from({ length: Math.ceil(bytes.length / 1000) }, (_, at) =>
    bytes.subarray(at * 1000, at * 1000 + 1000),
  )
  expect(Buffer.from(deflate(cut, 'zlib')).equals(first)).toBe(true)
})

test('the bytes are those that zlib has given since the first release', () => {
  expect(Buffer.from(deflate([text(20)], 'zlib')).toString('hex')).toBe(
    '785e25cc3711c0301004c0de2804e173c0211ae25f7be6aeda6ee5bc73bfd585e3033b1b5617cc4daa01c31d7a1ab456a82b54f819bb0d7653ec7ad8b5b02b6397c12e8add0f0cde2072',
  )
})

test('the module is the one that its package ships', () => {
  const path = createRequire(import.meta.url).resolve('@zip.js/zip.js/dist/zip-module.wasm')
  expect(readFileSync(path).toString('base64') === ZLIB_WASM_BASE64).toBe(true)
})

function* broken(): Generator<Uint8Array> {
  yield text(20_000)
  throw new Error('torn')
}
