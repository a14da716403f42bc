import { mergeConfig } from 'vitest/config'

import base from '../../vitest.base.mjs'

// One after the other, as each builds with all cores and a release needs the one before it.
export default mergeConfig(base, {
  test: { fileParallelism: false, bail: 1, testTimeout: 900_000, hookTimeout: 900_000 },
})
