// Sums the test counts of all projects in a log of `npm test` and prints them on one closing line.
import { readFileSync } from 'node:fs'

// eslint-disable-next-line no-control-regex -- the runner colours its output
const text = readFileSync(process.argv[2], 'utf8').replace(/\u001b\[[0-9;]*m/g, '')
const totals = { passed: 0, failed: 0, skipped: 0 }
for (const [, line] of text.matchAll(/^\s*Tests\s+(.*)$/gm)) {
  for (const kind of Object.keys(totals))
    totals[kind] += Number(new RegExp(`(\\d+) ${kind}`).exec(line)?.[1] ?? 0)
}
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`)
process.exit(totals.passed > 0 && totals.failed === 0 ? 0 : 1)
