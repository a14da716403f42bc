import { Dxfier } from '@tarikjabiri/dxf'

const FLUSH_AT = 1 << 18

function isFloatCode(code: number): boolean {
  return (code >= 10 && code <= 59) || (code >= 110 && code <= 149) || (code >= 210 && code <= 239) || (code >= 460 && code <= 469) || (code >= 1010 && code <= 1059)
}

/** A number as DXF writes it: at most six decimals, no exponent, no negative zero. */
export function dxfNumber(value: number): string {
  if (!Number.isFinite(value) || Math.abs(value) > 1e9) throw new RangeError(`a DXF cannot hold ${value}`)
  const rounded = Math.round(value * 1e6) / 1e6
  if (Number.isInteger(rounded)) return `${rounded === 0 ? 0 : rounded}.0`
  return rounded.toFixed(6).replace(/0+$/, '')
}

/** A string that stays one value of one group: nothing in it can end the line. */
function dxfString(value: string): string {
  return value.replace(/[\p{Cc}\u2028\u2029\ufeff\ufffe\uffff]/gu, ' ').replace(/\p{Cs}/gu, '\ufffd')
}

/** The only way into the file: every string is cleaned, every number checked, and the text is flushed in pieces. */
export class SafeDxfier extends Dxfier {
  private text = ''
  private readonly chunks: Uint8Array[] = []
  private readonly encoder = new TextEncoder()

  override push(code: number, value: string | number | bigint | boolean | undefined | null): void {
    if (value === undefined || value === null) return
    this.text += `${String(code).padStart(3, ' ')}\r\n${this.group(code, value)}\r\n`
    if (this.text.length > FLUSH_AT) this.flush()
  }

  /** The whole file. */
  bytes(): Uint8Array {
    this.flush()
    const total = this.chunks.reduce((sum, chunk) => sum + chunk.length, 0)
    const out = new Uint8Array(total)
    let offset = 0
    for (const chunk of this.chunks) {
      out.set(chunk, offset)
      offset += chunk.length
    }
    return out
  }

  private group(code: number, value: string | number | bigint | boolean): string {
    if (typeof value === 'string') return dxfString(value)
    const number = Number(value)
    if (isFloatCode(code)) return dxfNumber(number)
    if (!Number.isInteger(number)) throw new RangeError(`group ${code} takes an integer, found ${number}`)
    return String(number)
  }

  private flush(): void {
    this.chunks.push(this.encoder.encode(this.text))
    this.text = ''
  }
}
