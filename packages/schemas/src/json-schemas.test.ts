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

/** A JSON Schema inside a JSON Schema: its place, the name of the property and the schema. */
interface Property {
  readonly at: string
  readonly name: string
  readonly schema: Readonly<Record<string, unknown>>
}

/** Every property of a schema at any depth. */
function propertiesOf(schema: unknown, at: string): Property[] {
  if (typeof schema !== 'object' || schema === null) return []
  const own = Object.entries((schema as { properties?: object }).properties ?? {}).map(
    ([name, property]): Property => ({
      at: `${at}.${name}`,
      name,
      schema: property as Readonly<Record<string, unknown>>,
    }),
  )
  const inner = Object.entries(schema).flatMap(([key, value]) => propertiesOf(value, `${at}/${key}`))
  return [...own, ...inner]
}

/** Names that the contract of the callers fixes in another spelling. */
const FIXED_NAMES = new Set(['P_compute_total_kW', 'E_BESS_total_kWh', 'T_coolant_setpoint_C'])
const FORMATS = new Set(['uuid', 'email'])
/** Unit that a description has to name for the end of a property's name. */
const UNIT_OF_SUFFIX = {
  _m: /\bm\b/,
  _mm: /\bmm\b/,
  _mm2: /\bmm2\b/,
  _kw: /\bkW\b/i,
  _kW: /\bkW\b/,
  _kWh: /\bkWh\b/,
  _mw: /\bMW\b/,
  _mwh: /\bMWh\b/,
  _ka: /\bkA\b/,
  _v: /\bV\b/,
  _kg: /\bkg\b/,
  _pct: /%/,
  _bar: /\bbar\b/,
  _kpa: /\bkPa\b/,
  _lpm: /l\/min/,
  _ms: /\bms\b/,
  _d: /working days/,
  _a: /\bA\b/,
  _gbps: /Gbit\/s/,
  _C: /degC/,
  _c: /degC/,
  _ohm_per_km: /ohm\/km/,
  _m_s: /\bm\/s\b/,
  _weeks: /weeks/,
} as const
const propertiesOfAll = CONTRACT_NAMES.flatMap((name) => propertiesOf(jsonSchemaOf(name), name))

test('the walk reaches the properties of nested documents', () => {
  expect(propertiesOfAll.length).toBeGreaterThan(400)
  expect(propertiesOfAll.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['start_address', 'cut_m', 'crew_histogram', 'taa_status']),
  )
})

test('SCHEMA-01: every field of a published contract is described', () => {
  expect(propertiesOfAll.filter(({ schema }) => !schema['description']).map(({ at }) => at)).toEqual([])
})

test('SCHEMA-02: every field is spelt in snake_case', () => {
  const odd = propertiesOfAll.filter(({ name }) => !/^[a-z][a-z0-9_]*$/.test(name) && !FIXED_NAMES.has(name))
  expect(odd.map(({ at }) => at)).toEqual([])
})

test('SCHEMA-03: a field with a unit in its name says the unit in its description', () => {
  const without = propertiesOfAll.filter(({ name, schema }) =>
    Object.entries(UNIT_OF_SUFFIX).some(
      ([suffix, unit]) => name.endsWith(suffix) && !unit.test(schema['description'] as string),
    ),
  )
  expect(without.map(({ at, schema }) => `${at}: ${schema['description'] as string}`)).toEqual([])
})

/** Every `format` of a schema, wherever it stands. */
function formatsOf(schema: unknown): unknown[] {
  if (typeof schema !== 'object' || schema === null) return []
  const { format } = schema as { format?: unknown }
  return [...(typeof format === 'string' ? [format] : []), ...Object.values(schema).flatMap(formatsOf)]
}

test('SCHEMA-04: no format that a validator may not know', () => {
  const formats = CONTRACT_NAMES.flatMap((name) => formatsOf(jsonSchemaOf(name)))
  expect(formats).toContain('uuid')
  expect([...new Set(formats)].filter((format) => !FORMATS.has(format as string))).toEqual([])
})

test('SCHEMA-05: every document that callers and readers hold has a contract', () => {
  expect(CONTRACT_NAMES).toEqual(
    expect.arrayContaining([
      'configurator-payload',
      'module-resolution',
      'bom',
      'cable-hose-schedule',
      'dtm',
      'installation-graph',
      'package-manifest',
      'job-created',
      'job-result',
    ]),
  )
})
