import { join } from 'node:path'

import { EdpError } from '@edp/schemas'

import type { Config } from '../config/config.ts'
import { forEachLimited } from '../pipeline/for-each-limited.ts'
import { DirectoryStore } from '../storage/directory-store.ts'
import { openStores } from '../storage/open-store.ts'
import type { Terminal } from './terminal.ts'

/** `edp seed-catalogue`: copies the example catalogue into a local S3 server, which starts empty. */
export async function runSeedCatalogue(config: Config, terminal: Terminal): Promise<void> {
  if (config.store.kind !== 's3' || !config.store.is_local)
    throw new EdpError('invalid_config', 'seed-catalogue writes to a local S3 server only: set EDP_ENV=local')
  const { store } = await openStores(config)
  const examples = new DirectoryStore(join(config.root, 'examples', 'catalogue'))
  const files = await examples.list('')
  await forEachLimited(files, 8, async ({ key }) => {
    const bytes = await examples.get(key)
    if (bytes !== null) await store.put(key, bytes)
  })
  terminal.out(`${files.length} files of the example catalogue are in ${store.location}`)
}
