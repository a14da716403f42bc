/** Text is encoded when so much of it has come together, UTF-16 units: little enough to stay in the processor's cache. */
const PIECE = 1 << 14

/** A long text on its way to a file, as UTF-8: never held as one string, nor as one array. */
export class Utf8Pieces {
  private readonly pieces: Uint8Array[] = []
  private readonly encoder = new TextEncoder()
  private text = ''

  add(text: string): void {
    this.text += text
    if (this.text.length >= PIECE) this.encode()
  }

  /** All that has been added. */
  end(): readonly Uint8Array[] {
    if (this.text.length > 0) this.encode()
    return this.pieces
  }

  private encode(): void {
    this.pieces.push(this.encoder.encode(this.text))
    this.text = ''
  }
}
