import { expect, test } from 'vitest'

import { canonicalJson, compareText, jsonText, roundTo } from './canonical-json.ts'
import { documentId } from './derived-id.ts'

test('equal values have one spelling whatever the order of their keys', () => {
  expect(canonicalJson({ b: [1, { d: -0, c: undefined }], a: 'x' })).toBe('{"a":"x","b":[1,{"d":0}]}')
  expect(documentId({ a: 1, b: 2 })).toBe(documentId({ b: 2, a: 1 }))
  expect(documentId({ a: 1, b: 2 })).not.toBe(documentId({ a: 2, b: 1 }))
})

test('a document ends with a line feed and keeps the order of its keys', () => {
  expect(jsonText({ b: 1, a: -0 })).toBe('{\n  "b": 1,\n  "a": 0\n}\n')
})

test('a number that is not finite is refused', () => {
  expect(() => canonicalJson({ a: Number.NaN })).toThrow(RangeError)
  expect(() => jsonText({ a: Number.POSITIVE_INFINITY })).toThrow('a: not a finite number')
})

test('text is compared by code unit', () => {
  expect(['ä', 'b', 'B', 'a'].sort(compareText)).toEqual(['B', 'a', 'b', 'ä'])
})

test('rounding is half away from zero and never gives a negative zero', () => {
  expect([1.005, 2.5, -2.5, -0.001, 1e-9].map((v) => roundTo(v, 2))).toEqual([1.01, 2.5, -2.5, 0, 0])
  expect(Object.is(roundTo(-0.001, 2), 0)).toBe(true)
})
