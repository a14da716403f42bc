import { examplePayload } from '@edp/testing'
import { afterEach, describe, expect, test } from 'vitest'

import type { GenerateInputs } from '../pipeline/generate.ts'
import { WorkerPool } from './worker-pool.ts'

/** A worker program that does what the site's name says. */
const PROGRAM = `
import { parentPort, threadId } from 'node:worker_threads'
parentPort.on('message', ({ payload }) => {
  const name = payload.deployment_site_name
  if (name === 'crash') process.exit(3)
  if (name === 'throw') throw new Error('boom')
  if (name === 'hang') for (;;);
  if (name === 'object') return parentPort.postMessage({ code: 'missing_file', message: 'no plate', stack: 'EdpError: no plate' })
  if (name === 'bug') return parentPort.postMessage({ code: 'internal', message: 'x is undefined', stack: 'TypeError: x' })
  setTimeout(() => parentPort.postMessage({ generated: { files: [], design_revision: String(threadId), findings: [] } }), 50)
})`
const entry = new URL(`data:text/javascript,${encodeURIComponent(PROGRAM)}`)
const inputs: GenerateInputs = {
  plate_ids: [],
  compute: { spec: { name: '', text: '' }, topology: { name: '', text: '' } },
  grid: null,
}

let pool: WorkerPool
const make = (name: string, signal?: AbortSignal): ReturnType<WorkerPool['generate']> =>
  pool.generate(examplePayload('commercial_ac', { deployment_site_name: name }), inputs, signal)

afterEach(async () => {
  await pool.close()
})

describe('worker pool', () => {
  test('all threads run before the first package', async () => {
    pool = new WorkerPool({ entry, size: 3, timeout_ms: 10_000 })
    pool.start()
    const threads = await Promise.all(['x', 'x', 'x'].map((name) => make(name)))
    expect(new Set(threads.map((g) => g.design_revision)).size).toBe(3)
  })

  test('work is spread over the threads and they are used again', async () => {
    pool = new WorkerPool({ entry, size: 2, timeout_ms: 10_000 })
    const threads = (await Promise.all(Array.from({ length: 8 }, () => make('x')))).map(
      (g) => g.design_revision,
    )
    expect(new Set(threads).size).toBe(2)
    expect(pool.busy).toBe(0)
  })

  test.each(['crash', 'throw'])('a thread that dies (%s) fails its own package only', async (name) => {
    pool = new WorkerPool({ entry, size: 1, timeout_ms: 10_000 })
    const [bad, good] = await Promise.allSettled([make(name), make('x')])
    expect(bad).toMatchObject({ status: 'rejected', reason: { code: 'internal' } })
    expect(good.status).toBe('fulfilled')
  })

  test('a package that takes too long fails, and the next one is made', async () => {
    pool = new WorkerPool({ entry, size: 1, timeout_ms: 2_000 })
    const [bad, good] = await Promise.allSettled([make('hang'), make('x')])
    expect(bad).toMatchObject({
      status: 'rejected',
      reason: { message: 'the package was not made within 2 s' },
    })
    expect(good.status).toBe('fulfilled')
  })

  test('an error keeps its code; one that was not thrown on purpose is none of ours', async () => {
    pool = new WorkerPool({ entry, size: 1, timeout_ms: 10_000 })
    await expect(make('object')).rejects.toMatchObject({
      name: 'EdpError',
      code: 'missing_file',
      message: 'no plate',
    })
    await expect(make('bug')).rejects.toMatchObject({ name: 'Error', message: 'x is undefined' })
  })

  test('an aborted package is not waited for', async () => {
    pool = new WorkerPool({ entry, size: 1, timeout_ms: 10_000 })
    const controller = new AbortController()
    const first = make('x')
    const second = make('x', controller.signal)
    controller.abort(new Error('superseded'))
    await expect(second).rejects.toThrow('superseded')
    await first
  })

  test('a closed pool makes nothing', async () => {
    pool = new WorkerPool({ entry, size: 1, timeout_ms: 10_000 })
    const running = make('hang')
    await pool.close()
    await expect(running).rejects.toMatchObject({ code: 'internal' })
    await expect(make('x')).rejects.toMatchObject({ code: 'internal' })
  })
})
