import { decimalText } from '../decimal-text.ts'

const PLAIN = /^[\x20-\x7e]*$/
/** Largest coordinate that makes sense on a sheet; beyond it a number is a fault of the caller. */
const NUMBER_MAX = 1e9

/**
 * A number as DXF writes it: at most six decimals, no exponent, no negative zero.
 *
 * @throws {RangeError} for a number that is not finite or beyond any sheet.
 */
export function dxfNumber(value: number): string {
  if (!(Math.abs(value) <= NUMBER_MAX)) throw new RangeError(`a DXF cannot hold ${value}`)
  const text = decimalText(Math.round(value * 1e6))
  return text.includes('.') ? text : `${text}.0`
}

/** A string that stays the value of one group: nothing in it can end the line. */
export function dxfString(value: string): string {
  if (PLAIN.test(value)) return value
  return value.replace(/[\p{Cc}\u2028\u2029\ufeff\ufffe\uffff]/gu, ' ').replace(/\p{Cs}/gu, '\ufffd')
}
