// Builds the package in the working directory: dist/ is removed first, because tsc never deletes the output of a
// source that is gone and npm would publish it.
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'

rmSync('dist', { recursive: true, force: true })
const { status } = spawnSync('npx', ['tsc', '-p', 'tsconfig.build.json'], { stdio: 'inherit' })
process.exit(status ?? 1)
