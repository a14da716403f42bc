#!/usr/bin/env node
import { once } from 'node:events'
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

const EXIT = { done: 0, failed: 1, refused: 2 } as const

async function main(argv: readonly string[]): Promise<number> {
  try {
    const args = cliArguments(argv)
    if (args === null) {
      console.log(USAGE)
      return EXIT.done
    }
    await run(args, readCliInput(args))
    return EXIT.done
  } catch (error) {
    if (error instanceof UsageError) console.error(`edp-sim: ${error.message}\n\n${USAGE}`)
    else console.error(`edp-sim: ${error instanceof Error ? error.message : String(error)}`)
    const refused =
      error instanceof UsageError || (error instanceof SimError && error.code === 'manifest_refused')
    return refused ? EXIT.refused : EXIT.failed
  }
}

async function run(args: CliArguments, { dtm, secrets, values }: CliInput): Promise<void> {
  const { port_offset } = args
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
      if (!args.list) await serve(args, { dtm, secrets, values })
  }
}

async function serve(
  { port_offset, ca_file }: CliArguments,
  { dtm, secrets, values }: CliInput,
): Promise<void> {
  const stopped = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  const simulator = await startSimulator(dtm, { port_offset, secrets, values })
  try {
    if (ca_file !== undefined) writeFileSync(ca_file, simulator.ca_certificate)
    console.log(
      `\nready: ${dtm.devices.length} devices on ${simulator.endpoints.length} endpoints; Ctrl-C ends the simulation`,
    )
    await stopped
  } finally {
    await simulator.stop()
  }
  console.log('stopped')
}

/** Writes to stdout no faster than the reader takes it; ends quietly when the reader has seen enough. */
async function print(chunks: Iterable<string>): Promise<void> {
  for (const chunk of chunks) if (!process.stdout.write(chunk)) await once(process.stdout, 'drain')
}

// `edp-sim values dtm.json | head` closes the pipe.
process.stdout.on('error', () => process.exit(EXIT.done))
process.exitCode = await main(process.argv.slice(2))
