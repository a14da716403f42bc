/** Designations as ranges: C01..C20, C22; runs of two and more are joined. */
export function designationRange(designations: readonly string[]): string {
  const runs: { prefix: string; first: string; last: string; next: number }[] = []
  for (const designation of designations) {
    const [, prefix = designation, digits = ''] = /^(.*?)(\d*)$/.exec(designation) ?? []
    const number = Number(digits)
    const run = runs.at(-1)
    if (run !== undefined && digits !== '' && run.prefix === prefix && run.next === number) {
      run.last = designation
      run.next = number + 1
    } else runs.push({ prefix, first: designation, last: designation, next: number + 1 })
  }
  return runs.map((run) => (run.first === run.last ? run.first : `${run.first}..${run.last}`)).join(', ')
}

/** The only designation, or the first and the last of some in order, whatever stands between them: C01..C20. */
export function designationSpan(designations: readonly string[]): string {
  const [first = '', last = ''] = [designations[0], designations.at(-1)]
  return first === last ? first : `${first}..${last}`
}
