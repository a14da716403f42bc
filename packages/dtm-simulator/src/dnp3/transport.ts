import { FRAME_DATA_MAX } from './link-frame.ts'

/** Bits of the transport header (IEEE 1815, 8.2). */
const FINAL = 0x80
const FIRST = 0x40
const SEQUENCE = 0x3f
/** Longest fragment that is put together, bytes. */
const FRAGMENT_MAX = 2048

/** Transport segments of an application fragment, numbered from a sequence. */
export function segmentsOf(fragment: Buffer, sequence: number): Buffer[] {
  const payload = FRAME_DATA_MAX - 1
  const count = Math.max(1, Math.ceil(fragment.length / payload))
  return Array.from({ length: count }, (_, i) => {
    const header = (i === 0 ? FIRST : 0) | (i === count - 1 ? FINAL : 0) | ((sequence + i) & SEQUENCE)
    return Buffer.concat([Buffer.from([header]), fragment.subarray(i * payload, (i + 1) * payload)])
  })
}

/** Puts segments together to application fragments; a segment out of order drops what was begun. */
export class FragmentReader {
  #begun: Buffer | null = null
  #next = 0

  /** Takes a segment and gives the fragment that it completes. */
  push(segment: Buffer): Buffer | null {
    const [header] = segment
    if (header === undefined) return null
    const payload = segment.subarray(1)
    if ((header & FIRST) !== 0) this.#begun = payload
    else if (this.#begun !== null && (header & SEQUENCE) === this.#next)
      this.#begun = Buffer.concat([this.#begun, payload])
    else this.#begun = null
    this.#next = (header + 1) & SEQUENCE
    if (this.#begun !== null && this.#begun.length > FRAGMENT_MAX) this.#begun = null
    if (this.#begun === null || (header & FINAL) === 0) return null
    const fragment = this.#begun
    this.#begun = null
    return fragment
  }
}
