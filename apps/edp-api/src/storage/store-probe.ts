import type { ArtifactStore } from './artifact-store.ts'

/** Written and read by nobody else: whether it can be written tells whether a package could. */
const PROBE_KEY = 'edp-jobs/health.json'
const PROBE = new TextEncoder().encode('{"ok":true}')
const PROBE_MS = 3_000
/** An answer is good for so long, so that those who ask often cost the store nothing, ms. */
const FRESH_MS = 2_000

/**
 * Asks the store whether it takes a write: a full disk, a missing permission and a lost network are all found out before a
 * job is. Resolves when it does, rejects otherwise.
 */
export function storeProbe(store: ArtifactStore): () => Promise<void> {
  let asked = -Infinity
  let answer: Promise<void> = Promise.resolve()
  return () => {
    const now = performance.now()
    if (now - asked > FRESH_MS) {
      asked = now
      answer = probe(store)
      answer.catch(() => undefined) // whoever asks is told
    }
    return answer
  }
}

async function probe(store: ArtifactStore): Promise<void> {
  await store.put(PROBE_KEY, PROBE, { signal: AbortSignal.timeout(PROBE_MS) })
}
