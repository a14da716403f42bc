/** 0 to 999 with leading zeros, and the same as the end of a decimal fraction. */
const PADDED = Array.from({ length: 1000 }, (_, n) => String(n).padStart(3, '0'))
const TRIMMED = PADDED.map((digits) => digits.replace(/0+$/, ''))
/** Up to here millionths are whole numbers that the language keeps exactly. */
const EXACT_BELOW = 1e9

/**
 * A count of millionths as the shortest decimal: what `String(millionths / 1e6)` gives where that has no exponent, from
 * two tables and without the search for the shortest digits. Zero has no sign.
 */
export function decimalText(millionths: number): string {
  const size = Math.abs(millionths)
  const whole = Math.floor(size / 1e6)
  if (whole >= EXACT_BELOW) return String(millionths / 1e6)
  const rest = size - whole * 1e6
  const sign = millionths < 0 ? '-' : ''
  if (rest === 0) return `${sign}${whole}`
  const upper = Math.floor(rest / 1000)
  const lower = rest - upper * 1000
  return lower === 0
    ? `${sign}${whole}.${TRIMMED[upper] ?? ''}`
    : `${sign}${whole}.${PADDED[upper] ?? ''}${TRIMMED[lower] ?? ''}`
}
