/** Text is encoded when so much of it has come together, UTF-16 units: little enough to stay in the processor's cache. */
const ENCODE_AT = 1 << 14
/** Most bytes of a UTF-16 unit in UTF-8. */
const BYTES_PER_UNIT = 3

/** A file that grows text by text, kept as the UTF-8 that it will be. */
export class Utf8Buffer {
  private bytes = new Uint8Array(1 << 18)
  private used = 0
  private text = ''
  private readonly encoder = new TextEncoder()

  add(text: string): void {
    this.text += text
    if (this.text.length >= ENCODE_AT) this.encode()
  }

  /** All that has been added, in an array of its own. */
  end(): Uint8Array {
    this.encode()
    return this.bytes.slice(0, this.used)
  }

  private encode(): void {
    const most = this.used + this.text.length * BYTES_PER_UNIT
    if (most > this.bytes.length) {
      const larger = new Uint8Array(Math.max(most, 2 * this.bytes.length))
      larger.set(this.bytes.subarray(0, this.used))
      this.bytes = larger
    }
    this.used += this.encoder.encodeInto(this.text, this.bytes.subarray(this.used)).written
    this.text = ''
  }
}
