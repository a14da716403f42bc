import { setTimeout as delay } from 'node:timers/promises'

import { manifestKey } from '@edp/schemas'

import type { ArtifactStore } from '../../src/storage/artifact-store.ts'
import { readPackage } from '../setup/packages.ts'

/** Pause between two looks where the test asks for none, ms: a look reads thirty files, and the reader is not what is tested. */
const PAUSE_MS = 500

/** What a reader has seen who looked at packages all the while. */
export interface Reader {
  readonly looks: () => number
  /** Whole packages among them. */
  readonly whole: () => number
  readonly stop: () => Promise<void>
}

/**
 * Reads one deployment after the other while they are being replaced. A package whose manifest stood before and after the
 * look has to be what the manifest says; anything else goes to `losses`.
 */
export function startReader(
  store: ArtifactStore,
  deployments: readonly string[],
  losses: string[],
  pauseMs = PAUSE_MS,
): Reader {
  let [looks, whole, isOver] = [0, 0, false]
  const look = async (id: string): Promise<void> => {
    const before = await store.head(manifestKey(id))
    const found = before === null ? null : await readPackage(store, id)
    looks++
    if (before === null || found === null) return
    const after = await store.head(manifestKey(id))
    if (after?.version !== before.version || after.modified_ms !== before.modified_ms) return
    // An orphan only says that a newer package is about to replace this one.
    const flaws = found.flaws.filter((flaw) => !flaw.endsWith('orphan'))
    if (flaws.length > 0) losses.push(`a reader of ${id} met ${flaws.join(', ')}`)
    whole++
  }
  const reading = (async () => {
    for (let i = 0; !isOver; i++) {
      await look(deployments[i % deployments.length] ?? '')
      await delay(pauseMs)
    }
  })()
  return {
    looks: () => looks,
    whole: () => whole,
    stop: async () => {
      isOver = true
      await reading
    },
  }
}
