/** One transmission of a TCP conversation. */
export interface Transmission {
  readonly from: 'client' | 'server'
  readonly bytes: Buffer
}

const MAGIC = 0xa1b2c3d4
/** Link type of raw IP packets. */
const LINKTYPE_RAW = 101
const SNAPLEN = 65_535
const TCP = 6
const PUSH_ACK = 0x18
const CLIENT_PORT = 40_000

/** A capture file of one TCP conversation between 10.0.0.1 and 10.0.0.2, as a protocol analyser reads it. */
export function pcapOf(transmissions: readonly Transmission[], server_port: number): Buffer {
  const header = Buffer.alloc(24)
  header.writeUInt32LE(MAGIC, 0)
  header.writeUInt16LE(2, 4)
  header.writeUInt16LE(4, 6)
  header.writeUInt32LE(SNAPLEN, 16)
  header.writeUInt32LE(LINKTYPE_RAW, 20)
  const sequence = { client: 1, server: 1 }
  const packets = transmissions.map(({ from, bytes }, i) => {
    const to = from === 'client' ? 'server' : 'client'
    const tcp = Buffer.alloc(20)
    tcp.writeUInt16BE(from === 'client' ? CLIENT_PORT : server_port, 0)
    tcp.writeUInt16BE(from === 'client' ? server_port : CLIENT_PORT, 2)
    tcp.writeUInt32BE(sequence[from], 4)
    tcp.writeUInt32BE(sequence[to], 8)
    tcp.set([0x50, PUSH_ACK], 12)
    tcp.writeUInt16BE(SNAPLEN, 14)
    sequence[from] += bytes.length
    const ip = Buffer.alloc(20)
    ip.set([0x45, 0], 0)
    ip.writeUInt16BE(40 + bytes.length, 2)
    ip.set([64, TCP], 8)
    ip.set(from === 'client' ? [10, 0, 0, 1, 10, 0, 0, 2] : [10, 0, 0, 2, 10, 0, 0, 1], 12)
    const packet = Buffer.concat([ip, tcp, bytes])
    const record = Buffer.alloc(16)
    record.writeUInt32LE(i, 0)
    record.writeUInt32LE(packet.length, 8)
    record.writeUInt32LE(packet.length, 12)
    return Buffer.concat([record, packet])
  })
  return Buffer.concat([header, ...packets])
}
