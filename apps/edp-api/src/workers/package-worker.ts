import { parentPort } from 'node:worker_threads'

import type { EdpError } from '@edp/schemas'

import type { GeneratedFile } from '../pipeline/generate.ts'
import { generateHere } from '../pipeline/generate-here.ts'
import type { WorkerReply, WorkerRequest } from './messages.ts'

const port = parentPort
if (port === null) throw new Error('package-worker runs as a worker thread only')

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
    const files = generated.files.map(ownBuffer)
    return { reply: { generated: { ...generated, files } }, transfer: files.map((file) => file.bytes.buffer) }
  } catch (error) {
    const { code, message, stack } = error as Partial<EdpError>
    return {
      reply: { code: code ?? 'internal', message: message ?? String(error), stack: stack ?? '' },
      transfer: [],
    }
  }
}

/** A file whose bytes share memory with nothing else, so that the memory can be handed over. */
function ownBuffer(file: GeneratedFile): GeneratedFile & { readonly bytes: Uint8Array<ArrayBuffer> } {
  const { bytes } = file
  const isWhole = bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength
  return { ...file, bytes: isWhole ? (bytes as Uint8Array<ArrayBuffer>) : Uint8Array.from(bytes) }
}
