import type { Socket } from 'node:net'

import type { Bound, RunningServer } from '../running-server.ts'
import { startTcpServer } from '../tcp-server.ts'
import type { SimulatedDeviceOf } from '../values/simulated-device.ts'
import { FrameReader, linkFrame, type LinkFrame } from './link-frame.ts'
import { Outstation } from './outstation.ts'
import { FragmentReader, segmentsOf } from './transport.ts'

/** Control octet of the data link: function codes of a master's frames, and what the outstation sends. */
const PRIMARY = 0x40
const FUNCTION = {
  reset_link: 0,
  test_link: 2,
  confirmed_data: 3,
  unconfirmed_data: 4,
  request_status: 9,
} as const
const ACKNOWLEDGE = 0x00
const LINK_STATUS = 0x0b
const SEND_UNCONFIRMED = 0x44

/** An outstation and the stations that may speak with each other. */
interface Association {
  readonly master: number
  readonly address: number
  readonly outstation: Outstation
}

/**
 * Serves the DNP3 outstations of one endpoint, each to its master of the manifest. Frames of strangers and frames with a wrong check
 * sum get no answer.
 *
 * @throws {Error} of the operating system when the endpoint cannot be bound.
 */
export function startDnp3Server(
  bound: Bound,
  devices: readonly SimulatedDeviceOf<'dnp3_tcp'>[],
): Promise<RunningServer> {
  const associations = devices.map(({ config, values }): Association => ({
    master: config.master_addr,
    address: config.outstation_addr,
    outstation: new Outstation(values, () => performance.now()),
  }))
  return startTcpServer(bound, (socket) => {
    converse(socket, associations)
  })
}

function converse(socket: Socket, associations: readonly Association[]): void {
  const frames = new FrameReader()
  const fragments = new Map<Association, FragmentReader>()
  let sequence = 0
  socket.on('data', (chunk: Buffer) => {
    for (const frame of frames.push(chunk)) {
      const association = associations.find(
        ({ master, address }) => frame.destination === address && frame.source === master,
      )
      if (association === undefined || (frame.control & PRIMARY) === 0) continue
      const send = (control: number, data: Buffer): void => {
        socket.write(linkFrame({ control, destination: frame.source, source: frame.destination, data }))
      }
      const segment = segmentOf(frame, send)
      if (segment === null) continue
      const reader = fragments.get(association) ?? new FragmentReader()
      fragments.set(association, reader)
      const request = reader.push(segment)
      const reply = request === null ? null : association.outstation.reply(request)
      if (reply === null) continue
      for (const part of segmentsOf(reply, sequence)) {
        send(SEND_UNCONFIRMED, part)
        sequence += 1
      }
    }
  })
}

/** Answers what the data link asks for, and gives the user data of the frame, if it has any. */
function segmentOf(frame: LinkFrame, send: (control: number, data: Buffer) => void): Buffer | null {
  const none = Buffer.alloc(0)
  switch (frame.control & 0x0f) {
    case FUNCTION.reset_link:
    case FUNCTION.test_link:
      send(ACKNOWLEDGE, none)
      return null
    case FUNCTION.request_status:
      send(LINK_STATUS, none)
      return null
    case FUNCTION.confirmed_data:
      send(ACKNOWLEDGE, none)
      return frame.data
    case FUNCTION.unconfirmed_data:
      return frame.data
    default:
      return null
  }
}
