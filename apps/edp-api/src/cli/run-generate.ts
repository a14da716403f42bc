import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

import { selectHardware } from '@edp/hardware-selector'
import { resolveModules } from '@edp/module-resolver'
import { EdpError, parseConfiguratorPayload, type ConfiguratorPayload } from '@edp/schemas'

import type { Config } from '../config/config.ts'
import { parseStrictJson } from '../http/strict-json.ts'
import { jobOf } from '../jobs/job-record.ts'
import { Catalogue } from '../pipeline/catalogue.ts'
import type { Generate } from '../pipeline/generate.ts'
import { preparePackage, type PackageOrder } from '../pipeline/prepare-package.ts'
import { fileName, writePackage } from '../pipeline/write-package.ts'
import { openStores } from '../storage/open-store.ts'
import type { Terminal } from './terminal.ts'

/** Reads a payload from a file, or from standard input for `-`, and checks it. */
export async function readPayload(path: string): Promise<ConfiguratorPayload> {
  const bytes =
    path === '-' ? Buffer.from(await text(process.stdin)) : await readFile(path).catch(cannotRead(path))
  return parseConfiguratorPayload(parseStrictJson(bytes))
}

/** The order of a payload, as the service would make it. */
export function orderOf(config: Config, payload: ConfiguratorPayload): PackageOrder {
  const limits = {
    compute_containers_max: config.environment.EDP_MAX_COMPUTE_CONTAINERS,
    bess_capacity_mwh_max: config.environment.EDP_MAX_BESS_MWH,
  }
  const { deployment_profile } = resolveModules(payload, limits)
  return { ...jobOf(payload), selection: selectHardware(config.hardware, deployment_profile) }
}

/**
 * `edp generate`: makes a package in memory and writes it into a directory.
 *
 * @throws {EdpError} `invalid_payload` or `size_limit` before anything is made, any other code when making it fails.
 */
export async function runGenerate(
  config: Config,
  command: { readonly payload: string; readonly out: string },
  generate: () => Promise<Generate>,
  terminal: Terminal,
): Promise<void> {
  const payload = await readPayload(command.payload)
  const order = orderOf(config, payload)
  const catalogue = new Catalogue((await openStores(config)).catalogue)
  const prepared = await preparePackage(order, catalogue, await generate())
  try {
    await writePackage(command.out, catalogue, prepared)
  } finally {
    prepared.release()
  }
  for (const { entry } of prepared.files) terminal.out(join(command.out, fileName(entry)))
  terminal.out(join(command.out, 'manifest.json'))
  for (const finding of prepared.manifest.findings)
    if (finding.severity !== 'info') terminal.error(`${finding.severity} ${finding.code}: ${finding.message}`)
}

const cannotRead = (path: string) => (error: unknown) => {
  const { code, message } = error as NodeJS.ErrnoException
  throw new EdpError('invalid_payload', `cannot read ${path}: ${code ?? message}`)
}
