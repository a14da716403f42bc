/** The part of V8's CPU profile format that is read here. */
export interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number }
    readonly children?: readonly number[]
  }[]
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
}

/** Time of one function: on its own, and with all that it calls. */
export interface ProfileRow {
  readonly name: string
  readonly self_ms: number
  readonly total_ms: number
}

/** Where the time of a profile goes, function by function, the most expensive first. Idle time is left out. */
export function profileRows(profile: CpuProfile): ProfileRow[] {
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]))
  const parents = new Map(
    profile.nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node.id])),
  )
  const times = new Map<number, number>()
  profile.samples.forEach((id, index) => {
    times.set(id, (times.get(id) ?? 0) + (profile.timeDeltas[index] ?? 0) / 1000)
  })
  const nameOf = (id: number): string => {
    const { functionName = '', url = '', lineNumber = 0 } = nodes.get(id)?.callFrame ?? {}
    const file = url.split('/').slice(-1).join('/')
    return `${functionName === '' ? '(anonymous)' : functionName}${file === '' ? '' : ` ${file}:${lineNumber + 1}`}`
  }
  const self = new Map<string, number>()
  const total = new Map<string, number>()
  for (const [id, ms] of times) {
    const name = nameOf(id)
    if (name === '(idle)') continue
    self.set(name, (self.get(name) ?? 0) + ms)
    const seen = new Set<string>()
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) seen.add(nameOf(at))
    for (const caller of seen) total.set(caller, (total.get(caller) ?? 0) + ms)
  }
  return [...total]
    .map(([name, total_ms]) => ({ name, self_ms: self.get(name) ?? 0, total_ms }))
    .sort((a, b) => b.self_ms - a.self_ms || b.total_ms - a.total_ms)
}

/** The rows that matter, as a table. */
export function profileText(rows: readonly ProfileRow[], lines: number): string {
  const all = rows.reduce((sum, row) => sum + row.self_ms, 0)
  const line = ({ name, self_ms, total_ms }: ProfileRow): string =>
    `${self_ms.toFixed(0).padStart(8)} ${((self_ms / all) * 100).toFixed(1).padStart(5)} % ${total_ms.toFixed(0).padStart(8)}  ${name}`
  const byTotal = [...rows].sort((a, b) => b.total_ms - a.total_ms)
  const head = 'self, ms        total, ms  function'
  return [
    `On their own\n${head}`,
    ...rows.slice(0, lines).map(line),
    `\nWith all that they call\n${head}`,
    ...byTotal.slice(0, lines).map(line),
  ].join('\n')
}
