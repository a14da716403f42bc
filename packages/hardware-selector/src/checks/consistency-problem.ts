import type { Problem } from '@edp/schemas'

/** A contradiction between two places of a document that is valid field by field. */
export function inconsistent(path: Problem['path'], message: string, input: unknown): Problem {
  return { path, type: 'inconsistent', message, input }
}

/** Every id that an earlier entry of the list has already. */
export function repeatedIds(list: Problem['path'], ids: readonly (readonly string[])[]): Problem[] {
  const first = new Map<string, number>()
  return ids.flatMap((names, index) =>
    names.flatMap((id) => {
      const earlier = first.get(id)
      if (earlier === undefined) {
        first.set(id, index)
        return []
      }
      return [
        inconsistent([...list, index], `${id} stands twice, expected once: entry ${earlier} has it`, id),
      ]
    }),
  )
}
