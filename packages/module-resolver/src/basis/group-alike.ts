import type { Basis } from '@edp/schemas'

/** Joins lines that say the same of different tags into one: `C01, C02 ..` or `C01 and 7 more`. */
export function groupAlike(lines: readonly Basis[]): Basis[] {
  const groups = new Map<string, { first: Basis; tags: string[] }>()
  for (const line of lines) {
    const key = JSON.stringify({ ...line, applies_to: '' })
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { first: line, tags: [line.applies_to] })
    else group.tags.push(line.applies_to)
  }
  return [...groups.values()].map(({ first, tags }) => ({ ...first, applies_to: listed(tags) }))
}

function listed(tags: readonly string[]): string {
  const [first = '', second = ''] = tags
  if (tags.length <= 1) return first
  return tags.length === 2 ? `${first}, ${second}` : `${first} and ${tags.length - 1} more`
}
