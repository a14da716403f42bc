import type { Bound, RunningServer } from '../running-server.ts'
import { startTcpServer } from '../tcp-server.ts'
import type { SimulatedDeviceOf } from '../values/simulated-device.ts'
import type { CanFrame } from './can-frame.ts'
import { CanopenNode } from './canopen-node.ts'
import { SocketcandSession } from './socketcand-session.ts'

/** Interval of the process data where the manifest gives no age of staleness, ms. */
const INTERVAL_MS = 250
/** Frames in the time after which a value is stale. */
const FRAMES_PER_TIMEOUT = 4
const INTERVAL_MIN_MS = 20

/**
 * Serves one CAN bus through a socketcand gateway: every node sends its process data and a heartbeat by time, and answers reads of
 * its object dictionary.
 *
 * @throws {Error} of the operating system when the endpoint cannot be bound.
 */
export async function startSocketcandGateway(
  bound: Bound,
  devices: readonly SimulatedDeviceOf<'canopen_gw'>[],
): Promise<RunningServer> {
  const nodes = devices.map(({ config, values }) => new CanopenNode(config.node_id, values))
  const sessions = new Set<SocketcandSession>()
  const broadcast = (frame: CanFrame): void => {
    for (const session of sessions) session.pass(frame, performance.now())
  }
  const server = await startTcpServer(bound, (socket) => {
    const session = new SocketcandSession({
      write: (text) => {
        socket.write(text)
      },
      transmit: (frame) => {
        for (const node of nodes) {
          const reply = node.reply(frame)
          if (reply !== null) broadcast(reply)
        }
      },
    })
    sessions.add(session)
    socket.setEncoding('ascii')
    socket.on('data', (text) => {
      session.push(String(text))
    })
    socket.on('close', () => sessions.delete(session))
  })
  const frames = nodes.flatMap((node) => node.frames())
  const timer = setInterval(() => {
    frames.forEach(broadcast)
  }, intervalOf(devices))
  return {
    stop: async () => {
      clearInterval(timer)
      await server.stop()
    },
  }
}

function intervalOf(devices: readonly SimulatedDeviceOf<'canopen_gw'>[]): number {
  const timeouts = devices.flatMap(({ config }) =>
    config.pdo_maps.flatMap(({ timeout_ms }) => timeout_ms ?? []),
  )
  const shortest = Math.min(INTERVAL_MS * FRAMES_PER_TIMEOUT, ...timeouts)
  return Math.max(INTERVAL_MIN_MS, Math.floor(shortest / FRAMES_PER_TIMEOUT))
}
