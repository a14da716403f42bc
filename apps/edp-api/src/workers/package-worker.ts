import { setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'

import type { EdpError } from '@edp/schemas'

import type { GeneratedFile } from '../pipeline/generate.ts'
import { generateHere } from '../pipeline/generate-here.ts'
import type { WorkerReply, WorkerRequest } from './messages.ts'

/** Niceness of the threads that make packages: the largest. */
const NICE = 19

const port = parentPort
if (port === null) throw new Error('package-worker runs as a worker thread only')

// Requests are answered before packages are made. On Linux a priority is a thread's own; elsewhere it would be everybody's.
if (process.platform === 'linux') setPriority(NICE)

port.on('message', (request: WorkerRequest) => {
  void answer(request).then(({ reply, transfer }) => {
    port.postMessage(reply, transfer)
  })
})

async function answer({
  payload,
  inputs,
}: WorkerRequest): Promise<{ reply: WorkerReply; transfer: ArrayBuffer[] }> {
  try {
    const generated = await generateHere(payload, inputs)
    return { reply: { generated }, transfer: generated.files.flatMap(transferable) }
  } catch (error) {
    const { code, message, stack } = error as Partial<EdpError>
    return {
      reply: { code: code ?? 'internal', message: message ?? String(error), stack: stack ?? '' },
      transfer: [],
    }
  }
}

/** Memory of a file's bytes, to be handed over; nothing else refers to it. */
function transferable({ content }: GeneratedFile): ArrayBuffer[] {
  return content instanceof Uint8Array && content.buffer instanceof ArrayBuffer ? [content.buffer] : []
}
