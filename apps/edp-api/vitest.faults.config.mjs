import { mergeConfig } from 'vitest/config'

import config from './vitest.config.mjs'

// The long suite: real processes, a real S3 server, faults and load. One file after the other, so that what is measured
// is not the neighbour. Everything in it is bounded; the limit of time is for machines that others use, too.
const faults = mergeConfig(config, { test: { fileParallelism: false, testTimeout: 900_000 } })
faults.test.include = ['test/faults/**/*.test.ts']
faults.test.exclude = []
export default faults
