import type { IncomingMessage } from 'node:http'

import type { RedfishAccess } from './redfish-access.ts'
import { errorReply, type Reply } from './redfish-reply.ts'
import { pointerTokens, type Resource, type ResourceTree } from './resource-tree.ts'

/** Longest body that is read, bytes. */
const BODY_MAX = 65_536

/** One Redfish service: a tree of resources behind an account. */
export interface RedfishService {
  readonly root: string
  readonly tree: ResourceTree
  readonly access: RedfishAccess
}

/** Answers one request (DSP0266): the root is open, everything else asks for the account. */
export async function redfishReply(service: RedfishService, request: IncomingMessage): Promise<Reply> {
  const { root, tree, access } = service
  const method = request.method ?? 'GET'
  const path = pathOf(request.url ?? '/')
  const reading = method === 'GET' || method === 'HEAD'
  if (path === '/redfish' && reading) return { status: 200, body: { v1: `${root}/` } }
  if (path === root && reading) return { status: 200, body: tree.resources.get(root) }
  const sessions = `${root}/SessionService/Sessions`
  if (path === sessions && method === 'POST') return openSession(access, sessions, await bodyOf(request))
  if (!access.allows(request)) return errorReply(401, { 'WWW-Authenticate': 'Basic realm="edp-sim"' })
  if (path.startsWith(`${sessions}/`) && method === 'DELETE')
    return access.close(path.slice(sessions.length + 1)) ? { status: 204 } : errorReply(404)
  const resource = tree.resources.get(path)
  if (resource === undefined) return errorReply(404)
  if (reading) return { status: 200, body: resource }
  return method === 'PATCH'
    ? patch(tree, path, resource, await bodyOf(request))
    : errorReply(405, { Allow: 'GET, HEAD, PATCH' })
}

function pathOf(url: string): string {
  const [path = '/'] = url.split('?')
  const plain = path.replace(/\/+$/, '')
  try {
    return decodeURIComponent(plain)
  } catch {
    return plain
  }
}

function openSession(access: RedfishAccess, sessions: string, body: Resource | number): Reply {
  if (typeof body === 'number') return errorReply(body === 413 ? 413 : 400)
  const session = access.open(body['UserName'], body['Password'])
  if (session === null) return errorReply(401)
  const path = `${sessions}/${session.id}`
  return {
    status: 201,
    headers: { 'X-Auth-Token': session.token, Location: path },
    body: { '@odata.id': path, Id: session.id, Name: 'Session', UserName: body['UserName'] },
  }
}

/** Changes properties that the manifest lets a client write, all or none. */
function patch(tree: ResourceTree, uri: string, resource: Resource, body: Resource | number): Reply {
  if (typeof body === 'number') return errorReply(body === 413 ? 413 : 400)
  const allowed = new Set(
    tree.writable.filter((property) => property.uri === uri).map(({ pointer }) => pointer),
  )
  const changes = leaves(body, '')
  if (changes.length === 0 || changes.some(([pointer]) => !allowed.has(pointer))) return errorReply(403)
  for (const [pointer, value] of changes) {
    const tokens = pointerTokens(pointer)
    const last = tokens.pop() ?? ''
    const holder = tokens.reduce<unknown>((at, token) => (at as Resource)[token], resource)
    ;(holder as Resource)[last] = value
  }
  return { status: 200, body: resource }
}

function leaves(value: Resource, pointer: string): [string, unknown][] {
  return Object.entries(value).flatMap(([key, inner]): [string, unknown][] => {
    const path = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`
    return typeof inner === 'object' && inner !== null ? leaves(inner as Resource, path) : [[path, inner]]
  })
}

/** The JSON object of a request, or the status that says why there is none. */
async function bodyOf(request: IncomingMessage): Promise<Resource | 400 | 413> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    chunks.push(chunk as Buffer)
    length += (chunk as Buffer).length
    if (length > BODY_MAX) return 413
  }
  try {
    const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'))
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Resource) : 400
  } catch {
    return 400
  }
}
