import { readFileSync } from 'node:fs'

import { parseAssemblySpec, parseAssemblyTopology } from '@edp/hardware-selector'
import { expect, test } from 'vitest'

import { specTexts } from '../src/specs/spec-texts.ts'
import { topologyTexts } from '../src/topologies/topology-texts.ts'

const committed = (key: string): string =>
  readFileSync(new URL(`../../../examples/catalogue/${key}`, import.meta.url), 'utf8')

test.each(specTexts())('%s is in order and the committed file is what its source gives', (key, text) => {
  expect(committed(key)).toBe(text)
  expect(() => parseAssemblySpec(text, key)).not.toThrow()
})

test.each(topologyTexts())('%s is in order and the committed file is what its source gives', (key, text) => {
  expect(committed(key)).toBe(text)
  expect(() => parseAssemblyTopology(text, key)).not.toThrow()
})
