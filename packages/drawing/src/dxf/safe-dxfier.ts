import { Dxfier } from '@tarikjabiri/dxf'

import { Utf8Buffer } from '../utf8-buffer.ts'
import { dxfNumber, dxfString } from './group-values.ts'

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
/** The only way into the file: every string is cleaned, every number checked, and the text is encoded in pieces. */
export class SafeDxfier extends Dxfier {
  private record = ''
  private readonly file = new Utf8Buffer()

  override push(code: number, value?: string | number | null): void {
    if (value === undefined || value === null) return
    if (code === 0) this.record = String(value)
    // The library writes a constant visual style into VPORT, a handle that belongs to something else or to nothing.
    if (code === 348 && this.record === 'VPORT') return
    this.file.add(`${CODE_LINES[code] ?? codeLine(code)}${group(code, value)}\r\n`)
  }

  /** Groups that have been checked and are text already. */
  pushText(groups: string): void {
    this.file.add(groups)
  }

  /** The whole file. */
  bytes(): Uint8Array {
    return this.file.end()
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
