import { readFileSync } from 'node:fs'

import { expect, test } from 'vitest'

import * as dtm from '../src/index.ts'

const document = readFileSync(new URL('../docs/dtm-fields.md', import.meta.url), 'utf8')
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const {
  CanopenGwConfig,
  Device,
  Dnp3TcpConfig,
  Module,
  ModbusTcpConfig,
  OidMap,
  PdoMap,
  PointMap,
  RedfishConfig,
} = dtm
const { RedfishResourceMap, SizingParams, SnmpConfig, SnmpV3Creds, Dtm } = dtm

const SCHEMAS = {
  CanopenGwConfig,
  Device,
  Dnp3TcpConfig,
  Dtm,
  Module,
  ModbusTcpConfig,
  OidMap,
  PdoMap,
  PointMap,
  RedfishConfig,
  RedfishResourceMap,
  SizingParams,
  SnmpConfig,
  SnmpV3Creds,
}

test.each(Object.entries(SCHEMAS))('docs/dtm-fields.md tells every field of %s', (_, schema) => {
  for (const field of Object.keys(schema.shape)) expect(document, field).toContain(`\`${field}\``)
})

test('README.md tells every export', () => {
  for (const name of Object.keys(dtm)) expect(readme, name).toContain(`\`${name}`)
})
