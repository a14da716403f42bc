import { once } from 'node:events'
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'

import type { Bound, RunningServer } from '../running-server.ts'
import { simulationSecret, type SecretOverrides } from '../simulation-secret.ts'
import type { CertificateAuthority } from '../tls/certificate-authority.ts'
import type { SimulatedDeviceOf } from '../values/simulated-device.ts'
import { RedfishAccess } from './redfish-access.ts'
import type { Reply } from './redfish-reply.ts'
import { redfishReply, type RedfishService } from './redfish-service.ts'
import { resourceTree } from './resource-tree.ts'

/**
 * Serves the Redfish service of one device, over HTTPS unless the manifest says `http`, for HTTP basic authentication and for
 * sessions. The service root is open; other resources answer 401 without the account and 404 where the manifest names none.
 *
 * @throws {Error} of the operating system when the endpoint cannot be bound.
 */
export async function startRedfishServer(
  { host, port }: Bound,
  [device]: readonly SimulatedDeviceOf<'redfish'>[],
  secrets: SecretOverrides,
  authority: CertificateAuthority,
): Promise<RunningServer> {
  if (device === undefined) throw new Error('no device to serve')
  const { config, values } = device
  const service: RedfishService = {
    root: config.service_root.replace(/\/$/, ''),
    tree: resourceTree(config, values),
    access: new RedfishAccess(config.username, simulationSecret(config.password_secret_ref, secrets)),
  }
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    redfishReply(service, request).then(
      (reply) => {
        send(response, reply)
      },
      () => {
        // The client went away while it sent its body.
        response.destroy()
      },
    )
  }
  const server =
    config.scheme === 'http'
      ? createHttpServer(listener)
      : createHttpsServer(authority.identityFor(host), listener)
  // A handshake that fails is the client's affair.
  server.on('tlsClientError', () => undefined)
  server.on('clientError', (_, socket) => {
    socket.destroy()
  })
  await once(server.listen(port, host), 'listening')
  return {
    stop: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

function send(response: ServerResponse, { status, body, headers = {} }: Reply): void {
  const text = body === undefined ? '' : JSON.stringify(body)
  response.writeHead(status, {
    ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    'Content-Length': Buffer.byteLength(text),
    'OData-Version': '4.0',
    'Cache-Control': 'no-cache',
    ...headers,
  })
  response.end(text)
}
