import { ARTIFACT_BUCKET } from '@edp/schemas'
import { scratchDirectory } from '@edp/testing'
import type { TestContext } from 'vitest'

import type { ArtifactStore } from '../../src/storage/artifact-store.ts'
import { DirectoryStore } from '../../src/storage/directory-store.ts'
import { S3Store } from '../../src/storage/s3-store.ts'
import { catalogueDirectory, fillCatalogue } from '../setup/fakes.ts'
import { motoSettings } from '../setup/stores.ts'
import { rootFor } from './replica-process.ts'

/** A store, and the environment by which replicas in processes of their own share it. */
export interface World {
  readonly store: ArtifactStore
  readonly environment: Readonly<Record<string, string>>
}

const WORLDS = {
  s3: async (context) => {
    const settings = motoSettings(context)
    const store = new S3Store(settings)
    await store.createBucket()
    await fillCatalogue(store)
    return { store, environment: { EDP_ENV: 'local', REPLICA_ROOT: rootFor(settings.endpoint) } }
  },
  directory: () => {
    const root = scratchDirectory()
    const environment = { EDP_STORE_DIR: root, EDP_CATALOGUE_DIR: catalogueDirectory() }
    return Promise.resolve({ store: new DirectoryStore(`${root}/${ARTIFACT_BUCKET}`), environment })
  },
} as const satisfies Record<string, (context: TestContext) => Promise<World>>

type WorldKind = keyof typeof WORLDS
export const WORLD_KINDS = Object.keys(WORLDS) as WorldKind[]

/** Makes a world with a catalogue and nothing else in it. */
export async function openWorld(kind: WorldKind, context: TestContext): Promise<World> {
  return WORLDS[kind](context)
}
