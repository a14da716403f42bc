import { readFileSync } from 'node:fs'
import { isAbsolute, join, resolve } from 'node:path'

import { EdpError, parseWith, type HardwareSelectorMap, type Problem } from '@edp/schemas'
import { parseHardwareSelectorMap } from '@edp/hardware-selector'
import { parseDocument } from 'yaml'
import * as z from 'zod'

import { parseEnvironment, type Environment } from './environment.ts'
import { productRoot } from './product-root.ts'

const Section = z.strictObject({
  s3_endpoint_url: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .describe('Address of an S3-compatible server; null is AWS'),
})

/** cfg.yml: one section for each environment. */
const ConfigFile = z.strictObject({ local: Section, beta: Section, prod: Section })
export type ConfigFile = z.infer<typeof ConfigFile>

/** Where packages are kept. */
export type StoreConfig =
  | { readonly kind: 'directory'; readonly directory: string }
  | { readonly kind: 's3'; readonly endpoint: string | null; readonly is_local: boolean }

/** Everything that the program is told from outside, checked. */
export interface Config {
  readonly environment: Environment
  readonly store: StoreConfig
  /** Directory of the catalogue; null reads it from the store. */
  readonly catalogue_directory: string | null
  readonly hardware: HardwareSelectorMap
  /** Root of the product's own files. */
  readonly root: string
}

/**
 * Reads cfg.yml, hardware_selector_map.yaml and the environment.
 *
 * @throws {EdpError} `invalid_config` or `invalid_catalogue` naming every problem.
 */
export function loadConfig(
  variables: Readonly<Record<string, string | undefined>>,
  cwd: string,
  root: string = productRoot(),
): Config {
  const environment = parseEnvironment(variables)
  const file = parseConfigFile(readFileSync(join(root, 'cfg.yml'), 'utf8'))
  const store = storeOf(environment, file, cwd)
  const embedded = store.kind === 'directory' ? join(root, 'examples', 'catalogue') : null
  checkExposure(environment)
  return {
    environment,
    store,
    catalogue_directory:
      environment.EDP_CATALOGUE_DIR === undefined ? embedded : resolve(cwd, environment.EDP_CATALOGUE_DIR),
    hardware: parseHardwareSelectorMap(readFileSync(join(root, 'hardware_selector_map.yaml'), 'utf8')),
    root,
  }
}

/**
 * Parses cfg.yml.
 *
 * @throws {EdpError} `invalid_config` with every problem.
 */
export function parseConfigFile(text: string): ConfigFile {
  const document = parseDocument(text, { uniqueKeys: true })
  if (document.errors.length > 0) {
    const problems = document.errors.map((e): Problem => ({
      path: [],
      type: 'yaml',
      message: e.message.split('\n')[0] ?? '',
    }))
    throw new EdpError('invalid_config', 'cfg.yml is not valid YAML', problems)
  }
  return parseWith(ConfigFile, document.toJS(), 'invalid_config', 'cfg.yml')
}

function storeOf(environment: Environment, file: ConfigFile, cwd: string): StoreConfig {
  const { EDP_ENV, EDP_STORE_DIR } = environment
  if (EDP_ENV === undefined) {
    const directory = isAbsolute(EDP_STORE_DIR) ? EDP_STORE_DIR : resolve(cwd, EDP_STORE_DIR)
    return { kind: 'directory', directory }
  }
  const endpoint = file[EDP_ENV].s3_endpoint_url
  const is_local = EDP_ENV === 'local'
  // Without an endpoint the SDK would go to AWS and write there with whatever credentials the developer has.
  if (is_local && (endpoint === null || /(^|\.)amazonaws\.com(\.cn)?$/.test(new URL(endpoint).hostname)))
    throw new EdpError('invalid_config', 'cfg.yml', [
      {
        path: ['local', 's3_endpoint_url'],
        type: 'value_error',
        message: 'expected the address of a local S3 server, never AWS',
        input: endpoint,
      },
    ])
  return { kind: 's3', endpoint, is_local }
}

/** A service that others can reach must know who calls, unless the operator says otherwise. */
function checkExposure(environment: Environment): void {
  const { HOST, EDP_API_TOKENS, EDP_ALLOW_ANONYMOUS } = environment
  const loopback = HOST === 'localhost' || HOST === '::1' || /^127(\.\d{1,3}){3}$/.test(HOST)
  if (loopback || EDP_API_TOKENS.length > 0 || EDP_ALLOW_ANONYMOUS) return
  throw new EdpError('invalid_config', 'environment', [
    {
      path: ['HOST'],
      type: 'value_error',
      message: `${HOST} is reachable by others: set EDP_API_TOKENS, or EDP_ALLOW_ANONYMOUS=1 where something in front authenticates`,
      input: HOST,
    },
  ])
}
