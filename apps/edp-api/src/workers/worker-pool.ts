import { Worker } from 'node:worker_threads'

import { EdpError } from '@edp/schemas'

import type { Generate, Generated } from '../pipeline/generate.ts'
import { releaseContent } from '../storage/spooled-file.ts'
import type { WorkerReply, WorkerRequest } from './messages.ts'

/** How many threads, which program, and how long a package may take. */
export interface WorkerPoolOptions {
  readonly entry: URL
  readonly size: number
  readonly timeout_ms: number
}

/**
 * Memory for objects of a thread that are young, MiB; a third of it is what V8 calls a semi-space. With Node's 48 a package
 * of one container spends a sixth of its time on moving what is about to be forgotten.
 */
const YOUNG_MB = 96

interface Task {
  readonly request: WorkerRequest
  readonly signal: AbortSignal | undefined
  readonly resolve: (generated: Generated) => void
  readonly reject: (error: unknown) => void
}

/**
 * Worker threads that make packages, so that the service answers in milliseconds while it makes large ones. A thread
 * that dies or takes too long fails its own package only and is replaced.
 */
export class WorkerPool {
  readonly #options: WorkerPoolOptions
  readonly #idle: Worker[] = []
  readonly #busy = new Map<Worker, Task>()
  readonly #queue: Task[] = []
  #isClosed = false

  constructor(options: WorkerPoolOptions) {
    this.#options = options
  }

  /** Starts all threads, so that not even the first package waits for one to load its program. */
  start(): void {
    while (this.#idle.length + this.#busy.size < this.#options.size) {
      const worker = this.#spawn()
      worker.unref()
      this.#idle.push(worker)
    }
  }

  /** Threads that make a package at the moment. */
  get busy(): number {
    return this.#busy.size
  }

  /** Makes a package on the next free thread. An aborted one is not waited for; its thread finishes it for nobody. */
  readonly generate: Generate = (payload, inputs, signal) =>
    new Promise((resolve, reject) => {
      if (this.#isClosed) {
        reject(new EdpError('internal', 'the service is being stopped'))
        return
      }
      const task: Task = { request: { payload, inputs }, signal, resolve, reject }
      signal?.addEventListener(
        'abort',
        () => {
          const at = this.#queue.indexOf(task)
          if (at >= 0) this.#queue.splice(at, 1)
          reject(signal.reason as Error)
        },
        { once: true },
      )
      this.#queue.push(task)
      this.#dispatch()
    })

  /** Ends all threads; what they were making fails. */
  async close(): Promise<void> {
    this.#isClosed = true
    const waiting = this.#queue.splice(0)
    for (const task of waiting) task.reject(new EdpError('internal', 'the service is being stopped'))
    await Promise.all([...this.#idle, ...this.#busy.keys()].map((worker) => worker.terminate()))
  }

  #dispatch(): void {
    if (this.#queue.length === 0) return
    const worker = this.#idle.pop() ?? (this.#busy.size < this.#options.size ? this.#spawn() : undefined)
    const task = worker === undefined ? undefined : this.#queue.shift()
    if (worker === undefined || task === undefined) return
    this.#assign(worker, task)
    this.#dispatch()
  }

  #assign(worker: Worker, task: Task): void {
    const { timeout_ms } = this.#options
    const timer = setTimeout(() => {
      task.reject(new EdpError('internal', `the package was not made within ${timeout_ms / 1000} s`))
      void worker.terminate()
    }, timeout_ms)
    const settled = (settle: () => void): void => {
      clearTimeout(timer)
      settle()
    }
    this.#busy.set(worker, {
      ...task,
      resolve: (generated) => {
        settled(() => {
          task.resolve(generated)
        })
      },
      reject: (error) => {
        settled(() => {
          task.reject(error)
        })
      },
    })
    worker.ref()
    worker.postMessage(task.request)
  }

  #spawn(): Worker {
    const worker = new Worker(this.#options.entry, {
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    })
    worker.on('message', (reply: WorkerReply) => {
      const task = this.#busy.get(worker)
      this.#busy.delete(worker)
      worker.unref() // an idle thread does not keep the process alive
      this.#idle.push(worker)
      if ('generated' in reply) {
        if (task === undefined || task.signal?.aborted === true) release(reply.generated)
        else task.resolve(reply.generated)
      } else task?.reject(errorOf(reply))
      this.#dispatch()
    })
    const gone = (reason: string): void => {
      const task = this.#busy.get(worker)
      this.#busy.delete(worker)
      const at = this.#idle.indexOf(worker)
      if (at >= 0) this.#idle.splice(at, 1)
      task?.reject(new EdpError('internal', `the thread that made the package stopped: ${reason}`))
      if (!this.#isClosed) this.#dispatch()
    }
    worker.on('error', (error: Error & { code?: string }) => {
      gone(error.code ?? error.message)
    })
    worker.on('exit', (code) => {
      gone(`exit code ${code}`)
    })
    return worker
  }
}

/** Gives back what nobody waits for any more. */
function release(generated: Generated): void {
  for (const { content } of generated.files) releaseContent(content)
}

function errorOf({ code, message, stack }: Extract<WorkerReply, { code: unknown }>): Error {
  // Only EdpErrors are thrown on purpose; the text of any other is for the log, not for callers.
  const error = stack.startsWith('EdpError') ? new EdpError(code, message) : new Error(message)
  error.stack = stack
  return error
}
