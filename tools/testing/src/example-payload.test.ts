import { resolveModules } from '@edp/module-resolver'
import { expect, test } from 'vitest'

import { EXAMPLE_NAMES, examplePayload } from './example-payload.ts'

test.each(EXAMPLE_NAMES)('example %s resolves to its own profile', (name) => {
  expect(resolveModules(examplePayload(name)).deployment_profile).toBe(name)
})
