import type { AssemblySpec, Problem } from '@edp/schemas'

import { componentIds } from './check-components.ts'
import { inconsistent, repeatedIds } from './consistency-problem.ts'

/** Lines of the bill: ids once in the whole document, components and parents that exist, no line inside itself. */
export function checkParts(spec: AssemblySpec): Problem[] {
  const components = componentIds(spec).flat()
  const lists = [
    { path: ['bom'] as Problem['path'], parts: spec.bom, components },
    ...spec.yard.map((unit, index) => ({
      path: ['yard', index, 'bom'] as Problem['path'],
      parts: unit.bom,
      components: [],
    })),
  ]
  return [
    ...repeatedIds(
      ['bom'],
      lists.flatMap(({ parts }) => parts.map((part) => [part.line_id])),
    ),
    ...lists.flatMap(({ path, parts, components: known }) => {
      const lines = new Set(parts.map((part) => part.line_id))
      return parts.flatMap((part, index) => [
        ...(part.component === null || covers(part.component, known)
          ? []
          : [inconsistent([...path, index, 'component'], `no component ${part.component}`, part.component)]),
        ...(part.parent === null || (lines.has(part.parent) && part.parent !== part.line_id)
          ? []
          : [inconsistent([...path, index, 'parent'], `no line ${part.parent} to contain it`, part.parent)]),
      ])
    }),
  ]
}

function covers(pattern: string, components: readonly string[]): boolean {
  return pattern.endsWith('*')
    ? components.some((id) => id.startsWith(pattern.slice(0, -1)))
    : components.includes(pattern)
}
