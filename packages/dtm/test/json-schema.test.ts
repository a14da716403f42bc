import { readdirSync, readFileSync } from 'node:fs'

import { jsonSchemaOf, jsonText } from '@edp/schemas'
import { expect, test } from 'vitest'

const folder = new URL('../json-schema/', import.meta.url)

test('the JSON Schema that the package ships is that of the manifest, draft 2020-12', () => {
  const text = readFileSync(new URL('dtm.schema.json', folder), 'utf8')
  expect(text).toBe(jsonText(jsonSchemaOf('dtm')))
  expect(JSON.parse(text)).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' })
  expect(readdirSync(folder)).toEqual(['dtm.schema.json'])
})
