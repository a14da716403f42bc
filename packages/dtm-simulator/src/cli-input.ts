import { readFileSync } from 'node:fs'

import { EdpError, mapRows, parseDtm, type Device, type Dtm } from '@edp/dtm'

import type { CliArguments } from './cli-arguments.ts'
import { SimError } from './sim-problem.ts'
import type { SecretOverrides } from './simulation-secret.ts'
import { deviceName, type ValueOverrides } from './values/simulated-device.ts'

/** What the command works with. */
export interface CliInput {
  readonly dtm: Dtm
  readonly secrets: SecretOverrides
  readonly values: ValueOverrides
}

/**
 * Reads and checks the manifest and the files beside it.
 *
 * @throws {SimError} `manifest_refused` with every problem found.
 */
export function readCliInput(args: CliArguments): CliInput {
  const dtm = chosen(readDtm(args.manifest), args)
  const values = args.values_file === undefined ? {} : readObject(args.values_file)
  const secrets = args.secrets_file === undefined ? {} : readObject(args.secrets_file)
  const problems = [
    ...Object.entries(secrets)
      .filter(([, password]) => typeof password !== 'string')
      .map(([reference]) => ({ at: reference, message: 'expected a password as text' })),
    ...valueProblems(values, dtm.devices),
  ]
  if (problems.length > 0)
    throw new SimError('manifest_refused', 'the files beside the manifest are wrong', problems)
  return { dtm, secrets: secrets as SecretOverrides, values: values as ValueOverrides }
}

function readDtm(file: string): Dtm {
  try {
    return parseDtm(readJson(file))
  } catch (error) {
    if (!(error instanceof EdpError)) throw error
    const problems = error.problems.map(({ path, message }) => ({ at: path.join('.'), message }))
    throw new SimError('manifest_refused', `${file}: ${problems.length} problems`, problems)
  }
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw new SimError('manifest_refused', `cannot read ${file}`, [{ at: file, message }])
  }
}

function readObject(file: string): Record<string, unknown> {
  const document = readJson(file)
  if (typeof document === 'object' && document !== null && !Array.isArray(document))
    return document as Record<string, unknown>
  throw new SimError('manifest_refused', `cannot use ${file}`, [
    { at: file, message: 'expected a JSON object' },
  ])
}

/** The manifest with the devices that the options choose. */
function chosen(dtm: Dtm, { modules, protocols }: CliArguments): Dtm {
  const known = new Set(dtm.modules.map(({ module_id }) => module_id))
  const strangers = modules.filter((module_id) => !known.has(module_id))
  if (strangers.length > 0)
    throw new SimError(
      'manifest_refused',
      'no such module',
      strangers.map((at) => ({ at, message: `the manifest has ${[...known].slice(0, 5).join(', ')} ...` })),
    )
  const devices = dtm.devices.filter(
    ({ module_id, protocol_config: { protocol } }) =>
      (modules.length === 0 || modules.includes(module_id)) &&
      (protocols.length === 0 || protocols.includes(protocol)),
  )
  if (devices.length === 0)
    throw new SimError('manifest_refused', 'nothing to serve', [{ at: 'devices', message: 'none is chosen' }])
  return { ...dtm, devices }
}

function valueProblems(
  values: Readonly<Record<string, unknown>>,
  devices: readonly Device[],
): { at: string; message: string }[] {
  const by_name = new Map(devices.map((device) => [deviceName(device), device]))
  return Object.entries(values).flatMap(([name, given]) => {
    const device = by_name.get(name)
    if (device === undefined)
      return [{ at: name, message: 'no device of the manifest has this module_id/tag' }]
    if (typeof given !== 'object' || given === null)
      return [{ at: name, message: 'expected an object of raw values by name' }]
    const names = new Set(mapRows(device.protocol_config).map((row) => row.name))
    return Object.keys(given)
      .filter((value) => !names.has(value))
      .map((value) => ({ at: `${name}.${value}`, message: 'the device has no such value' }))
  })
}
