import { readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'

import { packagePrefix, parseConfiguratorPayload } from '@edp/schemas'

import type { Config } from '../config/config.ts'
import { Catalogue } from '../pipeline/catalogue.ts'
import type { Generate } from '../pipeline/generate.ts'
import { preparePackage } from '../pipeline/prepare-package.ts'
import { publishPackage } from '../pipeline/publish-package.ts'
import { fileName } from '../pipeline/write-package.ts'
import { openStores } from '../storage/open-store.ts'
import { orderOf } from './run-generate.ts'
import type { Terminal } from './terminal.ts'

const EXAMPLE = 'commercial_ac'

/** `edp demo`: makes the package of an example in the store and says where it is. */
export async function runDemo(
  config: Config,
  generate: () => Promise<Generate>,
  terminal: Terminal,
): Promise<void> {
  const start = performance.now()
  const path = join(config.root, 'examples', 'payloads', `${EXAMPLE}.json`)
  const payload = parseConfiguratorPayload(JSON.parse(await readFile(path, 'utf8')))
  const { store, catalogue: files } = await openStores(config)
  const catalogue = new Catalogue(files)
  terminal.out(`Payload   ${relative(process.cwd(), path)}`)
  const prepared = await preparePackage(orderOf(config, payload), catalogue, await generate())
  const size = (bytes: number): string => `${(bytes / 1024).toFixed(1).padStart(9)} KiB`
  await publishPackage(store, catalogue, prepared, {
    onFile: (entry) => {
      terminal.out(`  ${fileName(entry).padEnd(28)} ${size(entry.bytes)}  ${entry.kind}`)
    },
  })
  prepared.release()
  const { findings, design_revision } = prepared.manifest
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  terminal.out(
    `${prepared.files.length} files and manifest.json in ${seconds} s, design revision ${design_revision}`,
  )
  for (const finding of findings)
    if (finding.severity !== 'info') terminal.out(`  ${finding.severity} ${finding.code}: ${finding.message}`)
  terminal.out(`Package   ${placeOf(store.location)}/${packagePrefix(payload.deployment_id)}`)
}

/** A directory as seen from the working directory, an address as it is. */
function placeOf(location: string): string {
  return location.includes('://') ? location : relative(process.cwd(), location)
}
