import { join } from 'node:path'

import { ARTIFACT_BUCKET } from '@edp/schemas'

import type { Config } from '../config/config.ts'
import { placesOf } from '../config/environment.ts'
import { CONCURRENT_WRITES } from '../pipeline/publish-package.ts'
import type { ArtifactStore } from './artifact-store.ts'
import { DirectoryStore } from './directory-store.ts'

/** The store and the catalogue of a configuration; the same object where the catalogue is in the bucket. */
export interface Stores {
  readonly store: ArtifactStore
  readonly catalogue: ArtifactStore
}

/** What credentials a local S3 server is given when the environment has none; it does not look at them. */
const LOCAL_CREDENTIALS = { accessKeyId: 'test', secretAccessKey: 'test' }
const LOCAL_REGION = 'us-east-1'
/** Connections for everything but the writing of packages. */
const CONTROL_SOCKETS = 24

/** Opens what the configuration names. The AWS SDK is loaded only where it is needed. */
export async function openStores(config: Config, onRetry: () => void = () => undefined): Promise<Stores> {
  const store = await openStore(config, onRetry)
  const { catalogue_directory } = config
  return { store, catalogue: catalogue_directory === null ? store : new DirectoryStore(catalogue_directory) }
}

async function openStore(config: Config, onRetry: () => void): Promise<ArtifactStore> {
  if (config.store.kind === 'directory') {
    const store = new DirectoryStore(join(config.store.directory, ARTIFACT_BUCKET))
    await store.sweep()
    return store
  }
  const { S3Store } = await import('./s3-store.ts')
  const { endpoint, is_local } = config.store
  const has = (name: string): boolean => (process.env[name] ?? '') !== ''
  const store = new S3Store({
    endpoint,
    checksums: config.environment.EDP_S3_CHECKSUMS,
    onRetry,
    // Signs of life and polls must never wait for packages that are being written.
    sockets: CONTROL_SOCKETS + CONCURRENT_WRITES * placesOf(config.environment),
    ...(is_local && !has('AWS_REGION') ? { region: LOCAL_REGION } : {}),
    ...(is_local && !has('AWS_ACCESS_KEY_ID') && !has('AWS_PROFILE')
      ? { credentials: LOCAL_CREDENTIALS }
      : {}),
  })
  if (is_local) await store.createBucket()
  return store
}
