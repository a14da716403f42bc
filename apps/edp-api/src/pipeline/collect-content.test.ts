import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'

import { expect, onTestFinished, test } from 'vitest'

import { partOf, piecesOf, releaseContent, sizeOf, type Content } from '../storage/spooled-file.ts'
import { collectContent, SPOOL_FROM } from './collect-content.ts'

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')
const isSpooled = (content: Content): boolean => !(content instanceof Uint8Array)
const spoolNames = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith('edp-spool-'))

async function whole(content: Content): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  for await (const piece of piecesOf(content)) pieces.push(piece)
  return Buffer.concat(pieces)
}

function collected(made: Uint8Array | Iterable<string>): ReturnType<typeof collectContent> {
  const result = collectContent(made)
  onTestFinished(() => {
    releaseContent(result.content)
  })
  return result
}

test('small text is held, as UTF-8, in memory of its own that may be handed to another thread', () => {
  const { content, sha256: sum } = collected(['{"name": "', 'Zürich ∆', '"}'])
  expect(new TextDecoder().decode(content as Uint8Array)).toBe('{"name": "Zürich ∆"}')
  expect((content as Uint8Array).buffer.byteLength).toBe((content as Uint8Array).byteLength)
  expect(sum).toBe(sha256('{"name": "Zürich ∆"}'))
})

test('bytes of a shared pool are copied before they are handed over', () => {
  const pool = new Uint8Array(100).fill(7)
  const { content } = collected(pool.subarray(10, 20))
  expect((content as Uint8Array).buffer).not.toBe(pool.buffer)
  expect(content).toEqual(new Uint8Array(10).fill(7))
})

test('no text at all is an empty file', () => {
  const { content, sha256: sum } = collected([])
  expect(sizeOf(content)).toBe(0)
  expect(sum).toBe(sha256(''))
})

test('a large text is spooled, without a name that could be left behind', async () => {
  const lines = Array.from(
    { length: 90_000 },
    (_, i) => `line ${i} ∆ of a device list that grows with the site\n`,
  )
  const { content, sha256: sum } = collected(lines)
  expect(isSpooled(content)).toBe(true)
  expect(spoolNames()).toEqual([])
  const text = lines.join('')
  expect((await whole(content)).toString()).toBe(text)
  expect(sum).toBe(sha256(text))
  const bytes = Buffer.from(text)
  const part = await partOf(content, 1_500_001, 2_700_003)
  expect(bytes.subarray(1_500_001, 2_700_003).equals(part)).toBe(true)
})

test('one piece larger than the buffer keeps its place', async () => {
  const texts = ['a', 'b'.repeat(3 << 20), 'c', 'd'.repeat(2 << 20), 'e']
  const { content } = collected(texts)
  expect((await whole(content)).toString()).toBe(texts.join(''))
})

test('large bytes are spooled', async () => {
  const bytes = Uint8Array.from({ length: SPOOL_FROM }, (_, i) => i & 255)
  const { content } = collected(bytes)
  expect(isSpooled(content)).toBe(true)
  expect((await whole(content)).equals(bytes)).toBe(true)
})

test('a writer that fails leaves no file open', () => {
  const open = (): number => readdirSync('/proc/self/fd').length
  const before = open()
  function* failing(): Generator<string> {
    yield 'x'.repeat(6 << 20)
    throw new Error('not finite')
  }
  expect(() => collectContent(failing())).toThrow('not finite')
  expect(open()).toBe(before)
})
