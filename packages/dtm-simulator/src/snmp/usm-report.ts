import { integer, objectIdentifier, octetString, sequence, tagged } from '../der.ts'

/** Counters of the user-based security model (RFC 3414) that a report names. */
export const USM_STATS = {
  wrong_digests: '1.3.6.1.6.3.15.1.1.5.0',
  decryption_errors: '1.3.6.1.6.3.15.1.1.6.0',
} as const

/** What an agent tells of itself in a report. */
export interface ReportingEngine {
  readonly engineID: Uint8Array
  readonly engineBoots: number
  readonly engineTime: number
}

const VERSION_3 = 3
const USER_BASED_MODEL = 3
const MESSAGE_SIZE_MAX = 65_507
const REPORTABLE = 0x04
const COUNTER_32 = 0x41
const REPORT_PDU = 0xa8

/**
 * The report that answers a request which cannot be authenticated or decrypted (RFC 3414, 3.2). Without it a client only times
 * out, which says nothing about the password. Null when the request asks for no report.
 */
export function usmReport(request: Uint8Array, engine: ReportingEngine, counter: string): Buffer | null {
  const header = headerOf(Buffer.from(request))
  if (header === null || (header.flags & REPORTABLE) === 0) return null
  const security = sequence(
    octetString(engine.engineID),
    integer(engine.engineBoots),
    integer(engine.engineTime),
    octetString(Buffer.alloc(0)),
    octetString(Buffer.alloc(0)),
    octetString(Buffer.alloc(0)),
  )
  const varbinds = sequence(sequence(objectIdentifier(counter), tagged(COUNTER_32, Buffer.from([1]))))
  // The request's own id is encrypted; the message id is what clients match by.
  const pdu = tagged(REPORT_PDU, Buffer.concat([integer(0), integer(0), integer(0), varbinds]))
  return sequence(
    integer(VERSION_3),
    sequence(
      integer(header.id),
      integer(MESSAGE_SIZE_MAX),
      octetString(Buffer.alloc(1)),
      integer(USER_BASED_MODEL),
    ),
    octetString(security),
    sequence(octetString(engine.engineID), octetString(Buffer.alloc(0)), pdu),
  )
}

/** Message id and flags of an SNMPv3 message. */
function headerOf(message: Buffer): { id: Buffer; flags: number } | null {
  const outer = elementAt(message, 0)
  const version = outer && elementAt(outer.content, 0)
  const header = version && elementAt(outer.content, version.end)
  const id = header && elementAt(header.content, 0)
  const size = id && elementAt(header.content, id.end)
  const flags = size && elementAt(header.content, size.end)
  return flags === null ? null : { id: id?.content ?? Buffer.alloc(1), flags: flags.content[0] ?? 0 }
}

function elementAt(bytes: Buffer, offset: number): { content: Buffer; end: number } | null {
  const first = bytes[offset + 1]
  if (first === undefined) return null
  const more = first < 128 ? 0 : first - 128
  if (more > 4 || offset + 2 + more > bytes.length) return null
  const length = more === 0 ? first : bytes.readUIntBE(offset + 2, more)
  const start = offset + 2 + more
  return start + length > bytes.length
    ? null
    : { content: bytes.subarray(start, start + length), end: start + length }
}
