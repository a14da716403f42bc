import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What `npm publish` sends. */
interface Publication {
  readonly name: string
  readonly 'dist-tags': Readonly<Record<string, string>>
  readonly versions: Readonly<Record<string, { readonly dist: object }>>
  readonly _attachments: Readonly<Record<string, { readonly data: string }>>
}

/** What `npm install` asks for. */
interface Packument {
  readonly name: string
  readonly 'dist-tags': Record<string, string>
  readonly versions: Record<string, unknown>
}

/** A running npm registry on the loopback interface, empty at first, in memory. */
export interface Registry {
  readonly url: string
  /** `name@version` of everything published, in the order of arrival. */
  readonly published: readonly string[]
  readonly stop: () => Promise<void>
}

/**
 * Starts an npm registry that speaks what `npm publish`, `npm info` and `npm install` need: it takes a version once,
 * refuses it the second time as the public registry does, and knows no package but those published to it.
 */
export async function startRegistry(): Promise<Registry> {
  const packuments = new Map<string, Packument>()
  const tarballs = new Map<string, Buffer>()
  const published: string[] = []
  let url = ''

  const publish = ({ name, versions, ...rest }: Publication): number => {
    const packument = packuments.get(name) ?? { name, 'dist-tags': {}, versions: {} }
    const added = Object.entries(versions)
    if (added.some(([version]) => version in packument.versions)) return 403
    for (const [file, { data }] of Object.entries(rest._attachments))
      tarballs.set(tarballPath(name, file), Buffer.from(data, 'base64'))
    for (const [version, manifest] of added) {
      const tarball = url + tarballPath(name, `${name}-${version}.tgz`)
      packument.versions[version] = { ...manifest, dist: { ...manifest.dist, tarball } }
      published.push(`${name}@${version}`)
    }
    Object.assign(packument['dist-tags'], rest['dist-tags'])
    packuments.set(name, packument)
    return 201
  }

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = decodeURIComponent(request.url ?? '')
    if (request.method === 'PUT') {
      reply(response, publish(JSON.parse(await bodyOf(request)) as Publication), {})
      return
    }
    const tarball = tarballs.get(path)
    const packument = packuments.get(path.slice(1))
    if (tarball !== undefined) response.end(tarball)
    else if (packument !== undefined) reply(response, 200, packument)
    else reply(response, 404, { error: 'not found' })
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      reply(response, 500, { error: String(error) })
    })
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const stop = async (): Promise<void> => {
    server.closeAllConnections()
    await once(server.close(), 'close')
  }
  return { url, published, stop }
}

/** `/@scope/name/-/name-1.0.0.tgz`; npm names the attachment with the scope, the path has none. */
function tarballPath(name: string, file: string): string {
  return `/${name}/-/${file.split('/').at(-1) ?? file}`
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
