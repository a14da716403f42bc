import { readdirSync, readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import { jsonText } from './canonical-json.ts'
import { CONTRACT_NAMES, jsonSchemaOf } from './json-schemas.ts'

const folder = new URL('../json-schema/', import.meta.url)

test.each(CONTRACT_NAMES)('the shipped JSON Schema of %s is the one that the zod schema gives', (name) => {
  expect(readFileSync(new URL(`${name}.schema.json`, folder), 'utf8')).toBe(jsonText(jsonSchemaOf(name)))
})

test('no shipped JSON Schema is an orphan', () => {
  expect(readdirSync(folder).sort()).toEqual(CONTRACT_NAMES.map((name) => `${name}.schema.json`).sort())
})

test('every schema has a versioned id of its own', () => {
  const ids = CONTRACT_NAMES.map((name) => jsonSchemaOf(name)['$id'])
  expect(new Set(ids).size).toBe(ids.length)
  for (const id of ids) expect(id).toMatch(/^urn:edp:schema:[a-z-]+:\d+$/)
})
