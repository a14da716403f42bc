/** Shortest run that is written as a range instead of name by name. */
const RUN_MIN = 3

interface Run {
  readonly names: string[]
  last: number
}

/**
 * Designations as a reader writes them: `C01..C32`, `G01, G02`, `52-C01A..52-C08A, 52-C01B..52-C08B`. Only numbers that
 * follow each other without a gap make a range.
 */
export function designationRanges(designations: readonly string[]): string {
  const families = new Map<string, Run[]>()
  for (const name of designations) {
    const [, head = name, digits = '', tail = ''] = /^(.*?)(\d+)(\D*)$/.exec(name) ?? []
    const key = `${head}\u0000${digits.length}\u0000${tail}`
    const runs = families.get(key) ?? []
    families.set(key, runs)
    const number = digits === '' ? Number.NaN : Number(digits)
    const run = runs.at(-1)
    if (run !== undefined && number === run.last + 1) {
      run.names.push(name)
      run.last = number
    } else runs.push({ names: [name], last: number })
  }
  return [...families.values()]
    .flat()
    .flatMap(({ names }) => (names.length < RUN_MIN ? names : [`${names[0] ?? ''}..${names.at(-1) ?? ''}`]))
    .join(', ')
}
