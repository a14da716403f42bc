import { scratchDirectory } from '@edp/testing'
import { expect, test } from 'vitest'

import { brokenStore } from '../../test/setup/broken-store.ts'
import { DirectoryStore } from './directory-store.ts'
import { storeProbe } from './store-probe.ts'

test('a store that takes a write is ready; one that takes none is not, and is not asked for every caller', async () => {
  const directory = new DirectoryStore(scratchDirectory())
  await expect(storeProbe(directory)()).resolves.toBeUndefined()
  let writes = 0
  const full = brokenStore(directory, () => ++writes > 0)
  const probe = storeProbe(full)
  const answers = await Promise.allSettled([probe(), probe(), probe()])
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  expect(writes).toBe(1)
})
