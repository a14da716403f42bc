// Bundles the benchmarks as the product is bundled, so that what is measured is what runs, and starts them.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

import { build } from 'esbuild'

import { BUNDLE } from '../../../apps/edp-api/scripts/bundle-options.mjs'

const here = fileURLToPath(new URL('..', import.meta.url))
const product = fileURLToPath(new URL('../../../apps/edp-api/scripts/bundle.mjs', import.meta.url))
const run = (...args) => spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1

const made = run(product)
if (made !== 0) process.exit(made)
await build({ ...BUNDLE, absWorkingDir: here, entryPoints: { bench: 'src/main.ts' }, outdir: 'dist' })
process.exit(run(new URL('../dist/bench.js', import.meta.url).pathname, ...process.argv.slice(2)))
