import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

import { onTestFinished } from 'vitest'

/** What may go wrong between a client and an S3 server. */
export type Fault =
  /** The connection is reset before the request is passed on. */
  | 'reset'
  /** The request arrives late. */
  | 'delayed'
  /** The server answers 503 SlowDown. */
  | 'slow_down'
  /** The server answers 500. */
  | 'internal_error'
  /** The request is read and never answered. */
  | 'hang'
  /** The server does it, and the client never hears. */
  | 'lost_reply'
  /** The body of the answer ends early. */
  | 'truncated'
  /** One bit of the answer's body is another. */
  | 'corrupted'
  /** One bit of the request's body is another on its way. */
  | 'corrupted_upload'

/** Which fault a request meets, or null. */
export type Plan = (request: { readonly method: string; readonly path: string }) => Fault | null

/** A proxy before the S3 server. The Host header is kept, so that signatures stay valid. */
export async function faultProxy(
  upstream: string,
  plan: Plan,
): Promise<{ url: string; faults: () => number }> {
  let faults = 0
  const server = createServer((request, response) => {
    const fault = plan({ method: request.method ?? '', path: request.url ?? '' })
    if (fault !== null) faults++
    void serve(new URL(upstream), request, response, fault).catch(() => request.socket.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return { url: `http://127.0.0.1:${port}`, faults: () => faults }
}

/** A plan by which each matching request fails once and its repetition passes. */
export function once(fault: Fault, matches: (path: string) => boolean = () => true): Plan {
  const met = new Set<string>()
  return ({ method, path }) => {
    const key = `${method} ${path}`
    if (met.has(key) || !matches(path)) return null
    met.add(key)
    return fault
  }
}

const DELAY_MS = 400

const ANSWERS = {
  slow_down: { status: 503, code: 'SlowDown' },
  internal_error: { status: 500, code: 'InternalError' },
} as const

async function serve(
  upstream: URL,
  request: IncomingMessage,
  response: ServerResponse,
  fault: Fault | null,
): Promise<void> {
  if (fault === 'reset') {
    request.socket.resetAndDestroy()
    return
  }
  const body = await bytesOf(request)
  if (fault === 'delayed') await delay(DELAY_MS)
  if (fault === 'hang') return
  if (fault === 'slow_down' || fault === 'internal_error') {
    const { status, code } = ANSWERS[fault]
    response.writeHead(status, { 'content-type': 'application/xml' })
    response.end(
      `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>planned</Message></Error>`,
    )
    return
  }
  const reply = await forward(upstream, request, fault === 'corrupted_upload' ? flipped(body) : body)
  if (fault === 'lost_reply') {
    request.socket.resetAndDestroy()
    return
  }
  const isEmpty = request.method === 'HEAD' || reply.status === 204
  const content = fault === 'corrupted' ? flipped(reply.body) : reply.body
  const headers = { ...reply.headers }
  delete headers['transfer-encoding']
  delete headers.connection
  response.writeHead(
    reply.status,
    isEmpty ? headers : { ...headers, 'content-length': String(content.length) },
  )
  if (fault === 'truncated' && !isEmpty) {
    response.write(content.subarray(0, content.length / 2))
    setTimeout(() => request.socket.resetAndDestroy(), 30)
  } else response.end(isEmpty ? undefined : content)
}

async function forward(
  upstream: URL,
  request: IncomingMessage,
  body: Buffer,
): Promise<{ status: number; headers: IncomingMessage['headers']; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const { method, url: path, headers } = request
    const sent = httpRequest(
      { host: upstream.hostname, port: upstream.port, method, path, headers, setHost: false },
      (reply) => {
        bytesOf(reply).then((content) => {
          resolve({ status: reply.statusCode ?? 0, headers: reply.headers, body: content })
        }, reject)
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

async function bytesOf(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function flipped(body: Buffer): Buffer {
  const copy = Buffer.from(body)
  const at = copy.length >> 1
  if (copy.length > 0) copy[at] = (copy[at] ?? 0) ^ 1
  return copy
}
