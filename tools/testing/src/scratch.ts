import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { onTestFinished } from 'vitest'

/** A new empty directory that is removed when the running test has finished. */
export function scratchDirectory(): string {
  const path = mkdtempSync(join(tmpdir(), 'edp-test-'))
  onTestFinished(() => {
    rmSync(path, { recursive: true, force: true, maxRetries: 5 })
  })
  return path
}
