import { EdpError } from '@edp/schemas'

import type { ArtifactStore } from '../../src/storage/artifact-store.ts'

/** A store as it is, but writes to the keys that `isBroken` names fail. */
export function brokenStore(store: ArtifactStore, isBroken: (key: string) => boolean): ArtifactStore {
  const check = (key: string): void => {
    if (isBroken(key)) throw new EdpError('store_failure', `cannot write ${key}: ENOSPC`)
  }
  return {
    location: store.location,
    now: () => store.now(),
    get: (key, options) => store.get(key, options),
    head: (key, options) => store.head(key, options),
    list: (prefix, options) => store.list(prefix, options),
    delete: (key, options) => store.delete(key, options),
    put: async (key, bytes, options) => {
      check(key)
      return store.put(key, bytes, options)
    },
    copy: async (from, to, content, options) => {
      check(to)
      await store.copy(from, to, content, options)
    },
  }
}
