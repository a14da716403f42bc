import { readFileSync, statSync } from 'node:fs'
import { isAbsolute, join, resolve } from 'node:path'

import { EdpError, parseWith, type HardwareSelectorMap, type Problem } from '@edp/schemas'
import { parseDocument } from 'yaml'
import * as z from 'zod'

import { checkExposure, parseEnvironment, type Environment, type Variables } from './environment.ts'
import { productRoot } from './product-root.ts'
import { parseOwnSelectorMap } from './selector-map.ts'

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
 * @throws {EdpError} `invalid_config` or `invalid_catalogue` naming every problem of all three.
 */
export function loadConfig(variables: Variables, cwd: string, root: string = productRoot()): Config {
  const found: EdpError[] = []
  const checked = <T>(read: () => T): T | null => {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof EdpError)) throw error
      found.push(error)
      return null
    }
  }
  const environment = checked(() => parseEnvironment(variables))
  const file = checked(() => parseConfigFile(textOf(root, 'cfg.yml')))
  const hardware = checked(() => parseOwnSelectorMap(textOf(root, 'hardware_selector_map.yaml')))
  checked(() => {
    checkExposure(variables)
  })
  const store = environment === null || file === null ? null : checked(() => storeOf(environment, file, cwd))
  const catalogue = environment === null ? undefined : checked(() => catalogueOf(environment, cwd, root))
  const [first] = found
  if (first !== undefined && found.length === 1) throw first
  if (
    environment === null ||
    hardware === null ||
    store === null ||
    catalogue === undefined ||
    first !== undefined
  )
    throw new EdpError('invalid_config', found.map(({ message }) => message).join('\n'))
  return { environment, store, catalogue_directory: catalogue, hardware, root }
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

/** Directory of the catalogue; null where it is in the bucket. */
function catalogueOf({ EDP_ENV, EDP_CATALOGUE_DIR }: Environment, cwd: string, root: string): string | null {
  if (EDP_CATALOGUE_DIR === undefined)
    return EDP_ENV === undefined ? join(root, 'examples', 'catalogue') : null
  const directory = resolve(cwd, EDP_CATALOGUE_DIR)
  if (statSync(directory, { throwIfNoEntry: false })?.isDirectory() === true) return directory
  throw new EdpError('invalid_config', 'environment', [
    {
      path: ['EDP_CATALOGUE_DIR'],
      type: 'value_error',
      message: `no such directory: ${directory}`,
      input: directory,
    },
  ])
}

function textOf(root: string, name: string): string {
  try {
    return readFileSync(join(root, name), 'utf8')
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException
    throw new EdpError('invalid_config', `cannot read ${join(root, name)}: ${code}`, [], { cause: error })
  }
}
