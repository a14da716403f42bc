import { Dxfier } from '@tarikjabiri/dxf'

const FLUSH_AT = 1 << 18
/** Groups that hold floating-point numbers (Autodesk DXF reference, group code value types). */
const FLOAT_RANGES = [
  [10, 59],
  [110, 149],
  [210, 239],
  [460, 469],
  [1010, 1059],
] as const
const IS_FLOAT: readonly boolean[] = Array.from({ length: 1072 }, (_, code) =>
  FLOAT_RANGES.some(([from, to]) => code >= from && code <= to),
)
const codeLine = (code: number): string => `${String(code).padStart(3, ' ')}\r\n`
const CODE_LINES: readonly string[] = Array.from({ length: 1072 }, (_, code) => codeLine(code))
const PLAIN = /^[\x20-\x7e]*$/
/** Largest coordinate that makes sense on a sheet; beyond it a number is a fault of the caller. */
const NUMBER_MAX = 1e9

/** A number as DXF writes it: at most six decimals, no exponent, no negative zero. */
function dxfNumber(value: number): string {
  if (!Number.isFinite(value) || Math.abs(value) > NUMBER_MAX)
    throw new RangeError(`a DXF cannot hold ${value}`)
  const rounded = Math.round(value * 1e6) / 1e6
  if (Number.isInteger(rounded)) return `${rounded === 0 ? 0 : rounded}.0`
  const text = String(rounded)
  return text.includes('e') ? rounded.toFixed(6) : text
}

/** A string that stays the value of one group: nothing in it can end the line. */
function dxfString(value: string): string {
  if (PLAIN.test(value)) return value
  return value.replace(/[\p{Cc}\u2028\u2029\ufeff\ufffe\uffff]/gu, ' ').replace(/\p{Cs}/gu, '\ufffd')
}

/** The only way into the file: every string is cleaned, every number checked, and the text is encoded in pieces. */
export class SafeDxfier extends Dxfier {
  private text = ''
  private record = ''
  private readonly chunks: Uint8Array[] = []
  private readonly encoder = new TextEncoder()

  override push(code: number, value?: string | number | null): void {
    if (value === undefined || value === null) return
    if (code === 0) this.record = String(value)
    // The library writes a constant visual style into VPORT, a handle that belongs to something else or to nothing.
    if (code === 348 && this.record === 'VPORT') return
    this.text += `${CODE_LINES[code] ?? codeLine(code)}${group(code, value)}\r\n`
    if (this.text.length > FLUSH_AT) this.flush()
  }

  /** The whole file. */
  bytes(): Uint8Array {
    this.flush()
    const file = new Uint8Array(this.chunks.reduce((sum, chunk) => sum + chunk.length, 0))
    let offset = 0
    for (const chunk of this.chunks) {
      file.set(chunk, offset)
      offset += chunk.length
    }
    return file
  }

  private flush(): void {
    this.chunks.push(this.encoder.encode(this.text))
    this.text = ''
  }
}

function group(code: number, value: string | number): string {
  const float = IS_FLOAT[code] === true
  if (typeof value === 'string') {
    if (float) throw new TypeError(`group ${code} takes a number, found ${value}`)
    return dxfString(value)
  }
  if (float) return dxfNumber(value)
  if (!Number.isSafeInteger(value)) throw new RangeError(`group ${code} takes an integer, found ${value}`)
  return String(value)
}
