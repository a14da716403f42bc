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

/** Fields of the first column under the heading that names a schema. */
function fieldsUnder(name: string): string[] {
  const section = document
    .split(/^#+ /m)
    .find((text) => (text.split('\n')[0] ?? '').split(', ').includes(name))
  const rows = (section ?? '').split('\n').filter((line) => line.startsWith('|'))
  return rows.flatMap((row) =>
    [...(row.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, field = '']) => field),
  )
}

test.each(Object.entries(SCHEMAS))(
  'docs/dtm-fields.md tells every field of %s in its table',
  (name, schema) => {
    const told = fieldsUnder(name)
    expect(Object.keys(schema.shape).filter((field) => !told.includes(field))).toEqual([])
  },
)

test('what stands in the problems of an error has an exported type', () => {
  const [problem]: readonly dtm.Problem[] = errorOf({}).problems
  expect(problem).toMatchObject({ path: ['deployment_uuid'] })
})

function errorOf(document: unknown): dtm.EdpError {
  try {
    dtm.parseDtm(document)
  } catch (error) {
    if (error instanceof dtm.EdpError) return error
  }
  throw new Error('no problem found')
}

test('README.md tells every export', () => {
  for (const name of Object.keys(dtm)) expect(readme, name).toContain(`\`${name}`)
})
