/** Reversed polynomial of the DNP3 data link (IEEE 1815, 9.2.4.1.1). */
const POLYNOMIAL = 0xa6bc

const TABLE = Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit += 1) crc = (crc & 1) === 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1
  return crc
})

/** Check sum of a block, as its two bytes follow it on the wire. */
export function crcOf(block: Uint8Array): Buffer {
  let crc = 0
  for (const byte of block) crc = (crc >>> 8) ^ (TABLE[(crc ^ byte) & 0xff] ?? 0)
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(~crc & 0xffff)
  return bytes
}
