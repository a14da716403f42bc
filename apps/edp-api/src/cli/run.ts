import type { EdpError, EdpErrorCode } from '@edp/schemas'

import { loadConfig } from '../config/config.ts'
import type { Generate } from '../pipeline/generate.ts'
import { PRODUCT_VERSION } from '../pipeline/package-versions.ts'
import { parseCommand, USAGE, type Command } from './arguments.ts'
import { EXIT } from './exit-codes.ts'
import type { Terminal } from './terminal.ts'

/** What the CLI needs from the world. */
export interface CliParts {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  readonly terminal: Terminal
  /** Loads the generators; heavy, so only commands that need them ask. */
  readonly generate: () => Promise<Generate>
  /** Program of the worker threads. */
  readonly worker_entry: URL
}

/** Errors that the caller can put right: the payload, its size, the settings. */
const CALLERS: readonly EdpErrorCode[] = ['invalid_payload', 'size_limit', 'invalid_config']

/** Runs a command line and tells the exit code. */
export async function run(argv: readonly string[], parts: CliParts): Promise<number> {
  const command = parseCommand(argv)
  try {
    return await execute(command, parts)
  } catch (error) {
    const { name, message, stack, code } = error as EdpError
    const isOwn = name === 'EdpError'
    parts.terminal.error(`edp: ${isOwn ? message : (stack ?? message)}`)
    return isOwn && CALLERS.includes(code) ? EXIT.invalid : EXIT.failed
  }
}

async function execute(command: Command, parts: CliParts): Promise<number> {
  const { terminal, generate } = parts
  if (command.name === 'help') terminal.out(USAGE.trimEnd())
  else if (command.name === 'version') terminal.out(PRODUCT_VERSION)
  else if (command.name === 'invalid') {
    terminal.error(`edp: ${command.reason}\n\n${USAGE.trimEnd()}`)
    return EXIT.invalid
  } else {
    const config = loadConfig(parts.environment, parts.cwd)
    // Each command brings its own libraries; none pays for those of the others.
    if (command.name === 'generate')
      await (await import('./run-generate.ts')).runGenerate(config, command, generate, terminal)
    else if (command.name === 'plan') await (await import('./run-plan.ts')).runPlan(config, command, terminal)
    else if (command.name === 'demo')
      await (await import('./run-demo.ts')).runDemo(config, generate, terminal)
    else if (command.name === 'serve')
      await (await import('./run-serve.ts')).runServe(config, parts.worker_entry)
    else await (await import('./run-seed-catalogue.ts')).runSeedCatalogue(config, terminal)
  }
  return EXIT.done
}
