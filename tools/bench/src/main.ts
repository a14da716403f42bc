import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

import { measureProcess } from './measure-process.ts'
import { measureService } from './measure-service.ts'
import { measureSite, type Runs } from './measure-site.ts'
import { profileRows, profileText, type CpuProfile } from './profile-summary.ts'
import { Report, SiteReport } from './report-schema.ts'
import { reportText } from './report-text.ts'
import { SIZES, type Size } from './sites.ts'
import { isMet, TARGETS } from './targets.ts'

const USAGE = `Usage: bench [options]          measure and print a report
       bench profile [options]  show where the time goes

  --sizes 1,32        sizes to measure, compute containers (default: ${SIZES.join(', ')})
  --no-service        without the load on the service
  --store             keep the report in tools/bench/report.json and docs/performance.md
  --check             exit code 1 when a target is not met
  --containers 1      profile: size of the site
  --runs 30           profile: how often it is made
  --keep file         profile: keep V8's profile there, for Chrome's DevTools
`

/** Enough to be steady, few enough to end within minutes. */
const RUNS = {
  1: { site: { warm_up: 40, measured: 41 }, processes: 7 },
  8: { site: { warm_up: 15, measured: 15 }, processes: 3 },
  32: { site: { warm_up: 12, measured: 11 }, processes: 3 },
  200: { site: { warm_up: 3, measured: 5 }, processes: 2 },
  2000: { site: { warm_up: 1, measured: 3 }, processes: 1 },
} as const satisfies Record<Size, { site: Runs; processes: number }>

/** Memory for young objects as the threads of the service have it (`worker-pool.ts`). */
const AS_WORKERS = ['--max-semi-space-size=32']
const LOAD = { workers: 2, warm_up_packages: 60, warm_up_max_s: 90, measured_s: 20 }
const ROOT = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '')
const STORED = join(ROOT, 'tools', 'bench', 'report.json')
const DOCUMENT = join(ROOT, 'docs', 'performance.md')
const MARKS = ['<!-- report: begin, written by npm run bench -- --store -->', '<!-- report: end -->'] as const

const { values, positionals } = parseArgs({
  allowPositionals: true,
  allowNegative: true,
  options: {
    sizes: { type: 'string', default: SIZES.join(',') },
    service: { type: 'boolean', default: true },
    store: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
    containers: { type: 'string', default: '1' },
    runs: { type: 'string', default: '30' },
    keep: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  },
})

if (values.help) process.stdout.write(USAGE)
else if (positionals[0] === 'profile') profile(Number(values.containers), Number(values.runs), values.keep)
else if (positionals[0] === 'site') {
  const [, containers, warm_up, measured] = positionals.map(Number)
  const runs = { warm_up: warm_up ?? 0, measured: measured ?? 1 }
  process.stdout.write(JSON.stringify(await measureSite(ROOT, containers ?? 1, runs)))
} else await benchmark()

async function benchmark(): Promise<void> {
  const sizes = SIZES.filter((size) => values.sizes.split(',').includes(String(size)))
  const report: Report = {
    node: process.version,
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    load_average: Math.round((loadavg()[0] ?? 0) * 100) / 100,
    sites: sizes.map((size) => {
      progress(`${size} containers, warm`)
      const { warm_up, measured } = RUNS[size].site
      return SiteReport.parse(
        JSON.parse(inOwnProcess(['site', size, warm_up, measured].map(String), AS_WORKERS)),
      )
    }),
    processes: [],
    service: null,
  }
  for (const size of sizes) {
    progress(`${size} containers, cold`)
    report.processes.push(await measureProcess(ROOT, size, RUNS[size].processes))
  }
  if (values.service) {
    progress('service under load')
    report.service = await measureService(ROOT, LOAD)
  }
  process.stdout.write(`${reportText(report)}\n`)
  if (values.store) keepReport(report)
  const missed = TARGETS.filter((target) => isMet(target, report) === false)
  if (values.check && missed.length > 0) process.exitCode = 1
}

/** Every size is measured in a process that has made no other. */
function inOwnProcess(command: readonly string[], options: readonly string[]): string {
  return execFileSync(process.execPath, [...options, fileURLToPath(import.meta.url), ...command], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

function profile(containers: number, runs: number, keep: string | undefined): void {
  const scratch = mkdtempSync(join(tmpdir(), 'edp-profile-'))
  try {
    inOwnProcess(
      ['site', String(containers), String(Math.ceil(runs / 3)), String(runs)],
      [...AS_WORKERS, '--cpu-prof', `--cpu-prof-dir=${scratch}`],
    )
    const [name = ''] = readdirSync(scratch)
    const text = readFileSync(join(scratch, name), 'utf8')
    process.stdout.write(`${profileText(profileRows(JSON.parse(text) as CpuProfile), 40)}\n`)
    if (keep !== undefined) writeFileSync(keep, text)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

function keepReport(report: Report): void {
  writeFileSync(STORED, `${JSON.stringify(Report.parse(report), null, 2)}\n`)
  const text = readFileSync(DOCUMENT, 'utf8')
  const [begin, end] = [text.indexOf(MARKS[0]), text.indexOf(MARKS[1])]
  if (begin < 0 || end < begin) throw new Error(`${DOCUMENT} has no place for the report`)
  writeFileSync(DOCUMENT, `${text.slice(0, begin)}${MARKS[0]}\n\n${reportText(report)}\n\n${text.slice(end)}`)
  spawnSync('npx', ['prettier', '--write', STORED, DOCUMENT], { cwd: ROOT, stdio: 'ignore' })
}

function progress(text: string): void {
  process.stderr.write(`${text} ...\n`)
}
