import { buildBom, buildSchedule } from '@edp/bom'
import { jsonText } from '@edp/schemas'
import { engineerExample } from '@edp/testing'
import { expect, test } from 'vitest'

import { jsonChunks } from './json-chunks.ts'

const joined = (document: object): string => [...jsonChunks(document)].join('')

test.each([
  {},
  { a: [] },
  { a: 1, b: [1, -0, 'line\nfeed'], c: { d: [{ e: [] }] }, f: null },
  { only: undefined },
  { a: undefined, b: [[1], [], {}, { x: 'ä\u2028' }] },
  { rows: Array.from({ length: 200 }, (_, i) => ({ i, cells: [i, `${i}`] })), end: 'x' },
])('pieces of a document give its text', (document) => {
  expect(joined(document)).toBe(jsonText(document))
})

test('pieces of the bill of materials and of the schedule give their texts', () => {
  const site = engineerExample('commercial_ac')
  for (const document of [buildBom(site), buildSchedule(site)])
    expect(joined(document)).toBe(jsonText(document))
})

test('a large list comes in small pieces', () => {
  const pieces = [...jsonChunks({ rows: Array.from({ length: 10_000 }, (_, i) => ({ i })) })]
  expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(4_000)
})

test('a number that is not finite is refused, also inside a list', () => {
  expect(() => joined({ rows: [{ x: Number.NaN }] })).toThrow(RangeError)
})
