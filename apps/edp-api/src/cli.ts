#!/usr/bin/env node
import { run } from './cli/run.ts'

process.exitCode = await run(process.argv.slice(2), {
  environment: process.env,
  cwd: process.cwd(),
  terminal: {
    out: (line) => process.stdout.write(`${line}\n`),
    error: (line) => process.stderr.write(`${line}\n`),
  },
  generate: async () => (await import('./pipeline/generate-here.ts')).generateHere,
  worker_entry: new URL('./package-worker.js', import.meta.url),
})
