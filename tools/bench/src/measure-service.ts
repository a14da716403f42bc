import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'

import { JobCreated, JobResult } from '@edp/schemas'

import type { ServiceReport } from './report-schema.ts'
import { sitePayload } from './sites.ts'
import { percentile } from './statistics.ts'

/** How long the service is loaded. */
export interface LoadPlan {
  readonly workers: number
  /** Packages that each thread makes before anything is measured, so that its code is compiled. */
  readonly warm_up_packages: number
  /** The warm-up ends after this time whatever has been made, s. */
  readonly warm_up_max_s: number
  readonly measured_s: number
}

/** Jobs under way for each worker: none of them ever waits for a POST. */
const JOBS_PER_WORKER = 3
/** Pause of a client between two looks at its job, ms. */
const POLL_MS = 100
/** prom-client measures how long a timer of so many ms takes. */
const LAG_INTERVAL_MS = 10
/** What `npm start` and the image give Node. */
const AS_STARTED = ['--single-threaded-gc']
/** Clock ticks of /proc, per second; fixed on Linux. */
const TICKS = 100

interface Latencies {
  readonly post: number[]
  readonly get: number[]
  packages: number
}

/** Starts the service, lets clients post sites of one container and poll them, and tells how it answers meanwhile. */
export async function measureService(root: string, plan: LoadPlan): Promise<ServiceReport> {
  const scratch = mkdtempSync(join(tmpdir(), 'edp-bench-'))
  const child = spawn(
    process.execPath,
    [...AS_STARTED, join(root, 'apps', 'edp-api', 'dist', 'cli.js'), 'serve'],
    {
      env: {
        ...process.env,
        PORT: '0',
        EDP_STORE_DIR: scratch,
        EDP_WORKERS: String(plan.workers),
        EDP_LOG_LEVEL: 'info',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const agent = new Agent({ keepAlive: true })
  try {
    const url = await listeningUrl(child.stdout)
    const state = { isOver: false, latencies: fresh() }
    const clients = Array.from({ length: plan.workers * JOBS_PER_WORKER }, () =>
      client(root, url, agent, state),
    )
    const warm = plan.workers * plan.warm_up_packages
    const latest = performance.now() + plan.warm_up_max_s * 1000
    while (state.latencies.packages < warm && performance.now() < latest) await delay(POLL_MS)
    const latencies = (state.latencies = fresh())
    await eventLoopDelay(agent, url) // its figures are those since the last look
    const [cpu, begun] = [cpuMs(child.pid ?? 0), performance.now()]
    await delay(plan.measured_s * 1000)
    const seconds = (performance.now() - begun) / 1000
    const spent = cpuMs(child.pid ?? 0) - cpu
    const event_loop_delay_ms = await eventLoopDelay(agent, url)
    const { packages, post, get } = { ...latencies, post: [...latencies.post], get: [...latencies.get] }
    state.isOver = true
    await Promise.all(clients)
    return {
      workers: plan.workers,
      seconds: hundredths(seconds),
      packages,
      packages_per_second: hundredths(packages / seconds),
      cpu_ms_per_package: hundredths(spent / packages),
      post_ms: summary(post),
      get_ms: summary(get),
      event_loop_delay_ms,
    }
  } finally {
    child.kill('SIGTERM')
    await once(child, 'exit')
    agent.destroy()
    rmSync(scratch, { recursive: true, force: true })
  }
}

const fresh = (): Latencies => ({ post: [], get: [], packages: 0 })

/** Posts one site after the other and polls each until it has ended, as platform-api does. */
async function client(
  root: string,
  url: string,
  agent: Agent,
  state: { isOver: boolean; latencies: Latencies },
): Promise<void> {
  const example = sitePayload(root, 1)
  while (!state.isOver) {
    const body = JSON.stringify({ ...example, deployment_id: randomUUID() })
    const posted = await timed(agent, 'POST', `${url}/edp-api/jobs`, body)
    if (posted.status !== 202) throw new Error(`POST was answered with ${posted.status}: ${posted.text}`)
    state.latencies.post.push(posted.ms)
    const { status_url } = JobCreated.parse(JSON.parse(posted.text))
    for (;;) {
      await delay(POLL_MS)
      const got = await timed(agent, 'GET', `${url}${status_url}`)
      state.latencies.get.push(got.ms)
      const { status, error } = JobResult.parse(JSON.parse(got.text))
      if (status === 'running') continue
      if (status === 'failed') throw new Error(`a job failed: ${error ?? ''}`)
      state.latencies.packages += 1
      break
    }
  }
}

/** How late the service's event loop was since the last look, by its own metrics. */
async function eventLoopDelay(agent: Agent, url: string): Promise<{ p50: number; p99: number }> {
  const { text } = await timed(agent, 'GET', `${url}/edp-api/metrics`)
  const at = (quantile: string): number => {
    const [, seconds] = new RegExp(`^nodejs_eventloop_lag_${quantile}_seconds (\\S+)$`, 'm').exec(text) ?? []
    if (seconds === undefined) throw new Error(`no event-loop delay in the metrics: ${text.slice(0, 200)}`)
    return hundredths(Math.max(0, Number(seconds) * 1000 - LAG_INTERVAL_MS))
  }
  return { p50: at('p50'), p99: at('p99') }
}

/** A request, and the time from sending it to its last byte. */
async function timed(
  agent: Agent,
  method: 'GET' | 'POST',
  url: string,
  body?: string,
): Promise<{ status: number; text: string; ms: number }> {
  const begun = performance.now()
  return new Promise((resolve, reject) => {
    const headers = body === undefined ? {} : { 'content-type': 'application/json' }
    const sent = request(url, { method, agent, headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => {
        const ms = performance.now() - begun
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString(), ms })
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

async function listeningUrl(output: NodeJS.ReadableStream): Promise<string> {
  const lines = createInterface(output)
  for await (const line of lines) {
    const { msg, url } = JSON.parse(line) as { msg?: string; url?: string }
    if (msg !== 'listening' || url === undefined) continue
    output.resume()
    return url
  }
  throw new Error('the service ended before it listened')
}

/** CPU time of a process so far, all threads. */
function cpuMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS
}

function summary(values: readonly number[]): { p50: number; p99: number; requests: number } {
  return {
    p50: hundredths(percentile(values, 50)),
    p99: hundredths(percentile(values, 99)),
    requests: values.length,
  }
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100
}
