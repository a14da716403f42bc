import { CONTRACT_NAMES, parseConfiguratorPayload } from '@edp/schemas'
import { expect, test } from 'vitest'

import { docsPage } from './docs-page.ts'
import { EXAMPLE, openApi } from './open-api.ts'

const document = openApi('1.2.3')
const text = JSON.stringify(document)

/** The value that a JSON pointer of the document leads to. */
function lookUp(pointer: string): unknown {
  return pointer
    .slice(2)
    .split('/')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], document)
}

test('every reference leads somewhere', () => {
  const references = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, pointer]) => pointer ?? '')
  expect(references.length).toBeGreaterThan(5)
  for (const pointer of references) expect(lookUp(pointer), pointer).toBeDefined()
})

test('the contracts of the service are described', () => {
  expect(CONTRACT_NAMES).toContain('configurator-payload')
  const payload = lookUp('#/components/schemas/ConfiguratorPayload') as {
    required: string[]
    properties: object
  }
  expect(payload.required).toHaveLength(15)
  expect(Object.keys(payload.properties)).toEqual(payload.required)
})

test('the example is a payload that the service takes', () => {
  expect(parseConfiguratorPayload(EXAMPLE)).toEqual(EXAMPLE)
})

test('the page to read names every path, status and field, and loads nothing from elsewhere', () => {
  const page = docsPage(document)
  for (const path of Object.keys(document['paths'] as object)) expect(page).toContain(path)
  for (const part of [
    '202',
    '422',
    '503',
    'target_gpu_count',
    'up to 1,000,000,000',
    '&quot;grid_hybrid&quot;',
    'edp_artifact_urls',
  ])
    expect(page).toContain(part)
  expect(page).not.toMatch(/<script|https?:\/\//)
})

test('texts of the document cannot become markup', () => {
  const hostile = {
    info: { title: '<img src=x onerror=alert(1)>', version: '"', description: '</p><script>' },
    paths: {},
    components: { schemas: {} },
  }
  expect(docsPage(hostile)).not.toMatch(/<img|<script/)
})
