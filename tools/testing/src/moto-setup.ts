import type { TestProject } from 'vitest/node'

import { startMoto, type Moto } from './moto.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the S3 server, null where it is not installed. */
    readonly moto_url: string | null
  }
}

/**
 * Vitest globalSetup: one S3 server for the whole run, `inject('moto_url')` in the tests. EDP_TEST_S3_URL names another one
 * that already runs and knows the keys test, test: `scripts/tools/start-ceph.sh`.
 */
export async function setup(project: TestProject): Promise<() => void> {
  const given = process.env['EDP_TEST_S3_URL'] ?? ''
  if (given !== '') {
    project.provide('moto_url', given)
    return () => undefined
  }
  const moto: Moto | null = await startMoto()
  project.provide('moto_url', moto?.url ?? null)
  return () => {
    moto?.stop()
  }
}
