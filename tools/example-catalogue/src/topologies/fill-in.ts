/** Values of the running names of a row: `{n}`, `{n:02}`, `{v}`, `{w}`. */
export type RowFacts = Readonly<Record<string, string | number>>

const NAME = /\{([a-z]+)(?::0(\d))?\}/g

/** Replaces the running names in every string of a value; a string that is one name alone keeps the type of its value. */
export function fillIn<T>(value: T, facts: RowFacts): T {
  return filled(value, facts) as T
}

function filled(value: unknown, facts: RowFacts): unknown {
  if (typeof value === 'string') {
    const alone = /^\{([a-z]+)\}$/.exec(value)?.[1]
    if (alone !== undefined && alone in facts) return facts[alone]
    return value.replace(NAME, (whole, name: string, width: string | undefined) =>
      name in facts ? String(facts[name]).padStart(Number(width ?? 0), '0') : whole,
    )
  }
  if (Array.isArray(value)) return value.map((v) => filled(v, facts))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, v]) => [key, filled(v, facts)]))
}
