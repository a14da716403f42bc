#!/usr/bin/env node
import * as nodeModule from 'node:module'

// Node 22 and later keep compiled code between runs; before the rest is loaded, so that it profits.
const { enableCompileCache } = nodeModule as { readonly enableCompileCache?: () => unknown }
enableCompileCache?.()

const { run } = await import('./cli/run.ts')

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
