import { crcOf } from './crc.ts'

/** A frame of the DNP3 data link, checked. */
export interface LinkFrame {
  readonly control: number
  readonly destination: number
  readonly source: number
  readonly data: Buffer
}

const START = Buffer.from([0x05, 0x64])
/** Control, destination and source count in the length. */
const LENGTH_MIN = 5
const HEADER = 8
const CRC = 2
const BLOCK = 16
/** Most user data of a frame. */
export const FRAME_DATA_MAX = 250

/** A frame with its check sums. */
export function linkFrame({ control, destination, source, data }: LinkFrame): Buffer {
  const header = Buffer.alloc(HEADER)
  START.copy(header)
  header.writeUInt8(LENGTH_MIN + data.length, 2)
  header.writeUInt8(control, 3)
  header.writeUInt16LE(destination, 4)
  header.writeUInt16LE(source, 6)
  const parts = [header, crcOf(header)]
  for (let at = 0; at < data.length; at += BLOCK) {
    const block = data.subarray(at, at + BLOCK)
    parts.push(block, crcOf(block))
  }
  return Buffer.concat(parts)
}

/** Finds frames in a stream; what is no frame or has a wrong check sum is passed over, as the standard asks. */
export class FrameReader {
  #rest: Buffer = Buffer.alloc(0)

  /** Takes what arrived and gives the frames that are whole. */
  push(chunk: Buffer): LinkFrame[] {
    this.#rest = Buffer.concat([this.#rest, chunk])
    const frames: LinkFrame[] = []
    for (;;) {
      const start = this.#rest.indexOf(START)
      // The last byte may be the first of a start.
      this.#rest = this.#rest.subarray(start === -1 ? Math.max(0, this.#rest.length - 1) : start)
      if (start === -1 || this.#rest.length < HEADER + CRC) return frames
      const length = this.#rest.readUInt8(2) - LENGTH_MIN
      const size = HEADER + CRC + length + CRC * Math.ceil(length / BLOCK)
      if (length < 0 || !intact(this.#rest.subarray(0, HEADER + CRC))) {
        this.#rest = this.#rest.subarray(START.length)
        continue
      }
      if (this.#rest.length < size) return frames
      const frame = frameOf(this.#rest.subarray(0, size), length)
      this.#rest = this.#rest.subarray(size)
      if (frame !== null) frames.push(frame)
    }
  }
}

function frameOf(bytes: Buffer, length: number): LinkFrame | null {
  const blocks: Buffer[] = []
  for (let at = HEADER + CRC, left = length; left > 0; at += BLOCK + CRC, left -= BLOCK) {
    const block = bytes.subarray(at, at + Math.min(BLOCK, left) + CRC)
    if (!intact(block)) return null
    blocks.push(block.subarray(0, -CRC))
  }
  return {
    control: bytes.readUInt8(3),
    destination: bytes.readUInt16LE(4),
    source: bytes.readUInt16LE(6),
    data: Buffer.concat(blocks),
  }
}

function intact(block: Buffer): boolean {
  return crcOf(block.subarray(0, -CRC)).equals(block.subarray(-CRC))
}
