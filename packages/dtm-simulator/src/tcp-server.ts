import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'

import type { Bound, RunningServer } from './running-server.ts'

/**
 * Listens on an endpoint and gives every connection to a handler.
 *
 * @throws {Error} of the operating system when the endpoint cannot be bound.
 */
export async function startTcpServer(
  { host, port }: Bound,
  onConnection: (socket: Socket) => void,
): Promise<RunningServer> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    // A client that drops its connection is no event of the simulator.
    socket.on('error', () => undefined)
    onConnection(socket)
  })
  await once(server.listen(port, host), 'listening')
  return {
    stop: async () => {
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.destroy()
      await closed
    },
  }
}
