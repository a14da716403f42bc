import { parseArgs } from 'node:util'

/** What the CLI is asked to do. */
export type Command =
  | { readonly name: 'help' | 'version' | 'serve' | 'demo' }
  | { readonly name: 'generate' | 'plan'; readonly payload: string; readonly out: string }
  | { readonly name: 'seed-catalogue' }
  | { readonly name: 'invalid'; readonly reason: string }

/** Text of `edp --help`. */
export const USAGE = `Usage: edp <command>

  generate <payload.json> --out <directory>
                    make the package of a payload and write its files and manifest.json into a directory;
                    "-" reads the payload from standard input
  plan <payload.json> --out <directory>
                    write the installation graph alone, as JSON and as CSV for Microsoft Project and Primavera P6
  serve             run the HTTP service (settings: docs/operations.md)
  demo              make an example package in the embedded store and say where it is
  seed-catalogue    copy the example catalogue into the store of EDP_ENV, for a local S3 server

  --help, --version

Exit codes: 0 done, 1 the package could not be made, 2 invalid payload, settings or arguments.
`

/** Reads the command line. */
export function parseCommand(argv: readonly string[]): Command {
  const options = {
    out: { type: 'string', short: 'o' },
    help: { type: 'boolean', short: 'h' },
    version: { type: 'boolean', short: 'v' },
  } as const
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true })
    if (values.help === true) return { name: 'help' }
    if (values.version === true) return { name: 'version' }
    return commandOf(positionals, values.out)
  } catch (error) {
    return { name: 'invalid', reason: (error as Error).message }
  }
}

function commandOf(positionals: readonly string[], out: string | undefined): Command {
  const [name, payload, ...surplus] = positionals
  if (name === undefined) return { name: 'invalid', reason: 'no command' }
  if (name === 'generate' || name === 'plan') {
    if (payload === undefined) return { name: 'invalid', reason: `${name}: which payload?` }
    if (surplus.length > 0)
      return { name: 'invalid', reason: `${name}: one payload at a time, found ${surplus.join(' ')}` }
    if (out === undefined || out === '')
      return { name: 'invalid', reason: `${name}: --out <directory> is missing` }
    return { name, payload, out }
  }
  if (payload !== undefined || out !== undefined)
    return { name: 'invalid', reason: `${name}: takes no arguments` }
  if (name === 'serve' || name === 'demo' || name === 'seed-catalogue') return { name }
  return { name: 'invalid', reason: `unknown command: ${name}` }
}
