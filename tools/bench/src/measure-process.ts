import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { ProcessReport } from './report-schema.ts'
import { sitePayload } from './sites.ts'
import { median } from './statistics.ts'

interface Usage {
  readonly cpu_ms: number
  readonly peak_memory_mb: number
  readonly wall_ms: number
}

/** Written by the measured process when it ends. */
const RECORDER = `import { writeFileSync } from 'node:fs'
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  writeFileSync(process.env.EDP_BENCH_USAGE, JSON.stringify({ cpu_ms: (userCPUTime + systemCPUTime) / 1000, peak_memory_mb: maxRSS / 1024 }))
})`

/** Runs `edp generate` in a process of its own, several times, and tells what it takes from its start to its end. */
export async function measureProcess(root: string, containers: number, runs: number): Promise<ProcessReport> {
  const scratch = mkdtempSync(join(tmpdir(), 'edp-bench-'))
  try {
    const payload = join(scratch, 'payload.json')
    writeFileSync(payload, JSON.stringify(sitePayload(root, containers)))
    const usages: Usage[] = []
    // The first one fills the file cache, and the compile cache where there is one.
    for (let run = 0; run <= runs; run += 1) usages.push(await generateOnce(root, payload, scratch))
    const of = (key: keyof Usage): number => Math.round(median(usages.slice(1).map((usage) => usage[key])))
    return {
      containers,
      runs,
      wall_ms: of('wall_ms'),
      cpu_ms: of('cpu_ms'),
      peak_memory_mb: of('peak_memory_mb'),
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

async function generateOnce(root: string, payload: string, scratch: string): Promise<Usage> {
  const record = join(scratch, 'usage.json')
  const recorder = `data:text/javascript,${encodeURIComponent(RECORDER)}`
  const cli = join(root, 'apps', 'edp-api', 'dist', 'cli.js')
  const begun = performance.now()
  const child = spawn(
    process.execPath,
    ['--import', recorder, cli, 'generate', payload, '--out', join(scratch, 'package')],
    { env: { ...process.env, EDP_BENCH_USAGE: record }, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let errors = ''
  child.stderr.on('data', (text: Buffer) => (errors += text.toString()))
  const [code] = (await once(child, 'close')) as [number]
  const wall_ms = performance.now() - begun
  if (code !== 0) throw new Error(`edp generate ended with exit code ${code}: ${errors}`)
  return { ...(JSON.parse(readFileSync(record, 'utf8')) as Omit<Usage, 'wall_ms'>), wall_ms }
}
