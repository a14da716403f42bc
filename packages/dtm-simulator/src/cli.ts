#!/usr/bin/env node
import { once } from 'node:events'

import { runCli } from './run-cli.ts'

// `edp-sim values dtm.json | head` closes the pipe.
process.stdout.on('error', () => process.exit(0))

process.exitCode = await runCli(process.argv.slice(2), {
  out: async (text) => {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain')
  },
  error: (text) => process.stderr.write(text),
  stopped: () => Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]),
})
