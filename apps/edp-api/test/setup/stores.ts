import { randomUUID } from 'node:crypto'

import '@edp/testing/moto-setup'
import { requireOrSkip, scratchDirectory } from '@edp/testing'
import { inject, type TestContext } from 'vitest'

import type { ArtifactStore } from '../../src/storage/artifact-store.ts'
import { DirectoryStore } from '../../src/storage/directory-store.ts'
import type { S3Settings } from '../../src/storage/s3-client.ts'
import { S3Store } from '../../src/storage/s3-store.ts'

/** Settings of the tests' S3 server; the test is skipped where it is not installed. */
export function motoSettings(
  context: Pick<TestContext, 'skip'>,
): Required<Pick<S3Settings, 'region' | 'credentials'>> & { readonly endpoint: string } {
  const endpoint = inject('moto_url')
  requireOrSkip(context, endpoint !== null, 'not installed: moto (scripts/tools/install-moto.sh)')
  return {
    endpoint: endpoint ?? '',
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  }
}

/** A store of each kind; both must behave alike. */
export const STORES = {
  directory: () => Promise.resolve(new DirectoryStore(scratchDirectory())),
  s3: async (context) => {
    const store = new S3Store(motoSettings(context))
    await store.createBucket()
    return store
  },
} as const satisfies Record<string, (context: TestContext) => Promise<ArtifactStore>>

/** Name of a kind of store. */
export type StoreKind = keyof typeof STORES
export const STORE_KINDS = Object.keys(STORES) as StoreKind[]

/** A prefix that no other test uses: the S3 server is shared. */
export function freshPrefix(): string {
  return `edp/${randomUUID()}/`
}
