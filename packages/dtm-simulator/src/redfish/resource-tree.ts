import type { RedfishConfig } from '@edp/dtm'

import type { JsonValue, RedfishValue } from '../values/redfish-values.ts'

/** A resource of a Redfish service, changeable by PATCH. */
export type Resource = Record<string, unknown>

/** Property that a PATCH may change, as a JSON pointer of a resource. */
export interface Writable {
  readonly uri: string
  readonly pointer: string
}

/** What a service serves: resources by path, without a slash at the end. */
export interface ResourceTree {
  readonly resources: ReadonlyMap<string, Resource>
  readonly writable: readonly Writable[]
}

const SESSIONS = '/SessionService/Sessions'

/**
 * Resources of a service: those of the maps with their values, and the collections above them, so that a client can walk from
 * the service root to every resource.
 */
export function resourceTree(config: RedfishConfig, values: readonly RedfishValue[]): ResourceTree {
  const root = config.service_root.replace(/\/$/, '')
  const resources = new Map<string, Resource>()
  for (const { map, value } of values) {
    const resource = resources.get(map.uri) ?? named(map.uri)
    resources.set(map.uri, resource)
    if (value !== null && map.json_pointer !== undefined) place(resource, map.json_pointer, value)
  }
  const children = childrenBelow(root, [...resources.keys(), `${root}${SESSIONS}`])
  for (const [path, members] of children)
    resources.set(path, { ...collection(path, members), ...resources.get(path) })
  resources.set(root, serviceRoot(root, resources.get(root) ?? {}))
  return {
    resources,
    writable: values.flatMap(({ map }) =>
      (map.access === 'rw' || map.access === 'w') && map.json_pointer !== undefined
        ? [{ uri: map.uri, pointer: map.json_pointer }]
        : [],
    ),
  }
}

/** Tokens of an RFC 6901 pointer. */
export function pointerTokens(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
}

function place(resource: Resource, pointer: string, value: JsonValue): void {
  const tokens = pointerTokens(pointer)
  let at: Record<string, unknown> = resource
  tokens.forEach((token, i) => {
    if (i === tokens.length - 1) at[token] = value
    else {
      const next = at[token]
      // A number after it makes an array of it, as RFC 6901 reads it.
      const inner = isRecord(next)
        ? next
        : ((/^\d+$/.test(tokens[i + 1] ?? '') ? [] : {}) as Record<string, unknown>)
      at[token] = inner
      at = inner
    }
  })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** Every path above a resource, from the root down, with the paths one step below it. */
function childrenBelow(root: string, paths: readonly string[]): Map<string, string[]> {
  const children = new Map<string, Set<string>>()
  for (const path of paths) {
    const steps = path.slice(root.length + 1).split('/')
    for (let i = 0; i < steps.length; i += 1) {
      const parent = [root, ...steps.slice(0, i)].join('/')
      const found = children.get(parent) ?? new Set()
      children.set(parent, found.add([root, ...steps.slice(0, i + 1)].join('/')))
    }
  }
  return new Map([...children].map(([path, members]) => [path, [...members]]))
}

function named(path: string): Resource {
  const id = path.split('/').at(-1) ?? ''
  return { '@odata.id': path, Id: id, Name: id }
}

function collection(path: string, members: readonly string[]): Resource {
  return {
    ...named(path),
    Members: members.map((member) => ({ '@odata.id': member })),
    'Members@odata.count': members.length,
  }
}

function serviceRoot(root: string, { Members, ...resource }: Resource): Resource {
  delete resource['Members@odata.count']
  const links = Array.isArray(Members) ? (Members as { '@odata.id': string }[]) : []
  return {
    ...resource,
    '@odata.id': root,
    '@odata.type': '#ServiceRoot.v1_15_0.ServiceRoot',
    Id: 'RootService',
    Name: 'Simulated Redfish service',
    RedfishVersion: '1.18.0',
    ...Object.fromEntries(links.map((link) => [link['@odata.id'].split('/').at(-1) ?? '', link])),
    Links: { Sessions: { '@odata.id': `${root}${SESSIONS}` } },
  }
}
