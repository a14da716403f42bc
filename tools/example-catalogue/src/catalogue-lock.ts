import { createHash } from 'node:crypto'

import { compareText, jsonText } from '@edp/schemas'

import type { Measures } from './kernel/measure.ts'

/** Name of the lock file in the catalogue. */
export const LOCK_FILE = 'catalogue.lock.json'

/** One generated file: what it must be, and for a model what it measures. */
export interface LockedFile extends Partial<Measures> {
  readonly bytes: number
  readonly sha256: string
}

/** Every generated CAD file of the catalogue by its key. */
export type CatalogueLock = Readonly<Record<string, LockedFile>>

/** Size and hash of a file, with its measures when it is a model. */
export function lockedFile(content: Uint8Array, measures?: Measures): LockedFile {
  return {
    bytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
    ...measures,
  }
}

/** Text of the lock file, keys in order. */
export function lockText(lock: CatalogueLock): string {
  const sorted = Object.fromEntries(Object.entries(lock).sort(([a], [b]) => compareText(a, b)))
  return jsonText(sorted)
}
