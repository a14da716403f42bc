/** C01..C32, or one name, or a short list. */
export function rangeOf(designations: readonly string[]): string {
  const [first = '', last = ''] = [designations[0], designations[designations.length - 1]]
  return designations.length <= 1 ? first : `${first}..${last}`
}
