import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { EdpError } from '@edp/schemas'

/** The file that marks the root of the product, in the repository and in an image alike. */
const MARKER = 'hardware_selector_map.yaml'

/**
 * The directory that holds cfg.yml, the selector map and the example catalogue: found upwards from this module, so that
 * the working directory does not matter.
 *
 * @throws {EdpError} `invalid_config` when the files have not been shipped with the program.
 */
export function productRoot(): string {
  const start = dirname(fileURLToPath(import.meta.url))
  for (let directory = start; ; directory = dirname(directory)) {
    if (existsSync(join(directory, MARKER))) return directory
    if (directory === dirname(directory)) break
  }
  throw new EdpError('invalid_config', `${MARKER} is not in any directory above ${start}`)
}
