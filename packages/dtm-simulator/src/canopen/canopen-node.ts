import type { PdoValue } from '../values/pdo-values.ts'
import type { CanFrame } from './can-frame.ts'
import { pdoBytes } from './pdo-bytes.ts'

/** Identifiers of CiA 301: the services of a node are its number added to these. */
const COB = { sdo_reply: 0x580, sdo_request: 0x600, heartbeat: 0x700 } as const
/** Heartbeat of an operational node. */
const OPERATIONAL = 0x05
const UPLOAD_REQUEST = 0x40
const ABORT = 0x80
/** SDO abort codes of CiA 301. */
const ABORT_CODE = { unknown_command: 0x05040001, read_only: 0x06010002, no_object: 0x06020000 } as const
const EXPEDITED_MAX = 4

/** A CANopen node: process data that it sends, and its object dictionary as far as the maps name entries. */
export class CanopenNode {
  readonly #node_id: number
  readonly #values: readonly PdoValue[]

  constructor(node_id: number, values: readonly PdoValue[]) {
    this.#node_id = node_id
    this.#values = values
  }

  /** The heartbeat, and one frame for each process data object that the node sends. */
  frames(): CanFrame[] {
    const objects = new Map<number, Buffer>()
    for (const value of this.#values) {
      if (value.pdo.direction === 'rx') continue
      const data = pdoBytes(value)
      const length = value.pdo.byte_offset + value.pdo.byte_length
      const known = objects.get(value.pdo.cob_id) ?? Buffer.alloc(0)
      const whole = Buffer.alloc(Math.max(known.length, length))
      known.copy(whole)
      // Values of one frame may share a byte, bit by bit.
      whole.forEach((byte, i) => (whole[i] = byte | (data[i] ?? 0)))
      objects.set(value.pdo.cob_id, whole)
    }
    return [
      { id: COB.heartbeat + this.#node_id, data: Buffer.from([OPERATIONAL]) },
      ...[...objects].map(([id, data]) => ({ id, data })),
    ]
  }

  /** Answer to a frame for this node: reads of the object dictionary by SDO. */
  reply({ id, data }: CanFrame): CanFrame | null {
    if (id !== COB.sdo_request + this.#node_id || data.length < EXPEDITED_MAX) return null
    const reply = Buffer.alloc(8)
    data.copy(reply, 1, 1, EXPEDITED_MAX)
    const entry = this.#values.find(({ pdo }) => isEntry(pdo.od, data.readUInt16LE(1), data.readUInt8(3)))
    const command = data.readUInt8(0) & 0xe0
    if (command === UPLOAD_REQUEST && entry !== undefined && entry.pdo.byte_length <= EXPEDITED_MAX) {
      const { byte_offset, byte_length } = entry.pdo
      reply[0] = 0x43 | ((EXPEDITED_MAX - byte_length) << 2)
      pdoBytes(entry).copy(reply, EXPEDITED_MAX, byte_offset, byte_offset + byte_length)
    } else {
      reply[0] = ABORT
      reply.writeUInt32LE(abortCode(command, entry), EXPEDITED_MAX)
    }
    return { id: COB.sdo_reply + this.#node_id, data: reply }
  }
}

function abortCode(command: number, entry: PdoValue | undefined): number {
  if (entry === undefined) return ABORT_CODE.no_object
  return command === UPLOAD_REQUEST ? ABORT_CODE.unknown_command : ABORT_CODE.read_only
}

/** Whether an entry such as `6010h`, `0x6010` or `6010h:02` names an object and sub-index. */
function isEntry(od: string | undefined, index: number, sub_index: number): boolean {
  const [, object, sub = '0'] = /^(?:0x)?([0-9a-f]{4})h?(?:[:.]([0-9a-f]{1,2})h?)?$/i.exec(od ?? '') ?? []
  return object !== undefined && parseInt(object, 16) === index && parseInt(sub, 16) === sub_index
}
