import { writeFileSync } from 'node:fs'

import { dtmJsonChunks } from '@edp/dtm'

import { cliArguments, USAGE, UsageError, type CliArguments } from './cli-arguments.ts'
import { readCliInput, type CliInput } from './cli-input.ts'
import { endpointTable, secretsOf } from './endpoint-table.ts'
import { simEndpoints, withPortOffset } from './sim-endpoints.ts'
import { SimError } from './sim-problem.ts'
import { startSimulator } from './start-simulator.ts'
import { valuesCsv, valuesJson } from './values-text.ts'
import { simulatedValues } from './values/simulated-values.ts'

/** What the command needs of the process that it runs in. */
export interface Terminal {
  /** Writes to stdout; resolves when there is room for more. */
  readonly out: (text: string) => Promise<void>
  readonly error: (text: string) => void
  /** Resolves when the simulation shall end. */
  readonly stopped: () => Promise<unknown>
}

const EXIT = { done: 0, failed: 1, refused: 2 } as const

/** Runs the command and gives its exit code; what went wrong is told on the terminal. */
export async function runCli(argv: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const args = cliArguments(argv)
    if (args === null) await terminal.out(`${USAGE}\n`)
    else await run(args, readCliInput(args), terminal)
    return EXIT.done
  } catch (error) {
    if (error instanceof UsageError) terminal.error(`edp-sim: ${error.message}\n\n${USAGE}\n`)
    else terminal.error(`edp-sim: ${error instanceof Error ? error.message : String(error)}\n`)
    const refused =
      error instanceof UsageError || (error instanceof SimError && error.code === 'manifest_refused')
    return refused ? EXIT.refused : EXIT.failed
  }
}

async function run(args: CliArguments, input: CliInput, terminal: Terminal): Promise<void> {
  const { dtm, secrets, values } = input
  const { port_offset } = args
  const print = async (chunks: Iterable<string>): Promise<void> => {
    for (const chunk of chunks) await terminal.out(chunk)
  }
  // Everything that is printed describes what would be served.
  const endpoints = simEndpoints(dtm, { port_offset })
  switch (args.command) {
    case 'values': {
      const all = simulatedValues(withPortOffset(dtm, port_offset), values)
      await print(args.format === 'csv' ? valuesCsv(all) : valuesJson(all))
      break
    }
    case 'secrets':
      await print([`${JSON.stringify(secretsOf(dtm.devices, secrets), null, 2)}\n`])
      break
    case 'manifest':
      await print(dtmJsonChunks(withPortOffset(dtm, port_offset)))
      break
    case 'serve':
      await print([`${endpointTable(endpoints, secrets)}\n`])
      if (!args.list) await serve(args, input, terminal)
  }
}

async function serve(
  args: CliArguments,
  { dtm, secrets, values }: CliInput,
  terminal: Terminal,
): Promise<void> {
  const stopped = terminal.stopped()
  const simulator = await startSimulator(dtm, { port_offset: args.port_offset, secrets, values })
  try {
    if (args.ca_file !== undefined) writeFileSync(args.ca_file, simulator.ca_certificate)
    const { length } = simulator.endpoints
    await terminal.out(
      `\nready: ${dtm.devices.length} devices on ${length} endpoints; Ctrl-C ends the simulation\n`,
    )
    await stopped
  } finally {
    await simulator.stop()
  }
  await terminal.out('stopped\n')
}
