/** The middle of some figures, of two middle ones the lower: a value that was really measured. */
export function median(values: readonly number[]): number {
  return percentile(values, 50)
}

/**
 * The smallest figure that a share of all, in percent, does not exceed.
 *
 * @throws {RangeError} without figures.
 */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const found = sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)]
  if (found === undefined) throw new RangeError('no figures')
  return found
}

/** Exponent e of cost ~ size^e between two sizes: 1 is linear. */
export function growthExponent(
  small: { readonly size: number; readonly cost: number },
  large: { readonly size: number; readonly cost: number },
): number {
  return Math.log(large.cost / small.cost) / Math.log(large.size / small.size)
}
