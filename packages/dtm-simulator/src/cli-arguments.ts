import { parseArgs } from 'node:util'

import { ProtocolKind } from '@edp/dtm'

/** What the command does. */
export type Command = 'serve' | 'values' | 'secrets' | 'manifest'

/** Arguments of the command, checked. */
export interface CliArguments {
  readonly command: Command
  /** Path of the manifest. */
  readonly manifest: string
  readonly port_offset: number
  /** Modules and protocols that are taken; empty takes all. */
  readonly modules: readonly string[]
  readonly protocols: readonly string[]
  readonly secrets_file: string | undefined
  readonly values_file: string | undefined
  readonly ca_file: string | undefined
  readonly format: 'json' | 'csv'
  /** Print the table and end. */
  readonly list: boolean
}

export const USAGE = `edp-sim: serves every device of a Device Topology Manifest on this machine

usage
  edp-sim [serve] <dtm.json>   serve until Ctrl-C; prints what is served
  edp-sim values <dtm.json>    every value that a client must read, as JSON or CSV
  edp-sim secrets <dtm.json>   passwords by secret reference, as JSON
  edp-sim manifest <dtm.json>  the manifest with the ports that are bound, for the EMS

options
  --port-offset <n>     add n to every port, where ports below 1024 need a privilege (502 becomes 10502 with 10000)
  --module <module_id>  serve this module only; may stand several times
  --protocol <name>     serve this protocol only: ${ProtocolKind.options.join(', ')}; may stand several times
  --secrets <file>      JSON object of passwords by secret reference, for those that shall not follow the rule
  --values <file>       JSON object of raw values by module_id/tag, then by name, e.g. to raise an alarm
  --ca-file <file>      write the certificate that Redfish clients of this run must trust, PEM
  --format json|csv     of values; json when absent
  --list                print the table and end, without serving
  --help                print this

exit codes
  0  served and stopped by a signal, or printed
  1  an endpoint could not be bound, or a file not be written
  2  the arguments or the manifest are wrong, or the manifest is live; nothing was served`

const COMMANDS: readonly Command[] = ['serve', 'values', 'secrets', 'manifest']
const FORMATS = ['json', 'csv'] as const
const PORT_OFFSET_MAX = 65_534

/** Arguments that cannot be used. */
export class UsageError extends Error {}

/**
 * Reads the arguments; null when help is asked for.
 *
 * @throws {UsageError} in words for the person at the terminal.
 */
export function cliArguments(args: readonly string[]): CliArguments | null {
  const { values, positionals } = parsed(args)
  if (values.help === true) return null
  const known = COMMANDS.find((command) => command === positionals[0])
  const [manifest, ...others] = known === undefined ? positionals : positionals.slice(1)
  if (manifest === undefined) throw new UsageError('expected the path of a manifest')
  if (others.length > 0) throw new UsageError(`expected one manifest, found also ${others.join(' ')}`)
  const format = FORMATS.find((name) => name === (values.format ?? 'json'))
  if (format === undefined)
    throw new UsageError(`--format: expected json or csv, found ${values.format ?? ''}`)
  const offset = values['port-offset'] ?? '0'
  if (!/^\d{1,5}$/.test(offset) || Number(offset) > PORT_OFFSET_MAX)
    throw new UsageError(`--port-offset: expected 0 to ${PORT_OFFSET_MAX}, found ${offset}`)
  const protocols = values.protocol ?? []
  const stranger = protocols.find((name) => !ProtocolKind.options.some((option) => option === name))
  if (stranger !== undefined)
    throw new UsageError(`--protocol: expected ${ProtocolKind.options.join(', ')}, found ${stranger}`)
  return {
    command: known ?? 'serve',
    manifest,
    port_offset: Number(offset),
    modules: values.module ?? [],
    protocols,
    secrets_file: values.secrets,
    values_file: values.values,
    ca_file: values['ca-file'],
    format,
    list: values.list ?? false,
  }
}

function parsed(args: readonly string[]): ReturnType<typeof readArguments> {
  try {
    return readArguments(args)
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

function readArguments(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      'port-offset': { type: 'string' },
      module: { type: 'string', multiple: true },
      protocol: { type: 'string', multiple: true },
      secrets: { type: 'string' },
      values: { type: 'string' },
      'ca-file': { type: 'string' },
      format: { type: 'string' },
      list: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  })
}
