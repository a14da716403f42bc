import { documentId, type AssemblySpec, type ConfiguratorPayload } from '@edp/schemas'
import { expect, test } from 'vitest'

import { designRevision } from './design-revision.ts'
import { RULES_VERSION } from './rules-version.ts'

// What is hashed is all that matters here, whatever it is.
const payload = { site_name: 'Łódź', b: 1, a: [2] } as unknown as ConfiguratorPayload
const compute = { z: 1, y: { x: 'compute' } } as unknown as AssemblySpec
const grid = { z: 2 } as unknown as AssemblySpec

test.each([grid, null])('the revision is that of the whole document, also the second time', (other) => {
  const expected = documentId({ rules: RULES_VERSION, payload, compute, grid: other }).slice(0, 8)
  expect(designRevision(payload, compute, other)).toBe(expected)
  expect(designRevision(payload, compute, other)).toBe(expected)
})
