import type { Feeder } from '@edp/schemas'

import type { PlannedGroupSheet } from './sheet-plan.ts'

/** Sheet with the distribution inside each module that has one: its load box leads there. */
export function insideSheets(diagrams: readonly PlannedGroupSheet[]): Map<string, string> {
  return new Map(
    diagrams.flatMap(({ sheet_id, inside }) =>
      (inside ?? []).map((module_id) => [module_id, sheet_id] as const),
    ),
  )
}

/**
 * Sheets with the feeders of some modules, in their order. Where all of these stand in blocks that a typical is drawn for:
 * the sheets of that typical with feeders of the same kinds.
 */
export function feedingSheets(
  diagrams: readonly PlannedGroupSheet[],
  module_ids: readonly string[],
): readonly string[] {
  const own = new Set(module_ids)
  const isOwn = ({ load_module_id }: Feeder): boolean => own.has(load_module_id ?? '')
  const drawn = diagrams.filter(({ content }) => content?.feeders.some(isOwn) === true)
  if (drawn.length > 0) return drawn.map(({ sheet_id }) => sheet_id)
  return diagrams
    .filter(({ content, group }) => {
      const kinds = new Set(
        group?.blocks.flatMap((block) => block.feeders.filter(isOwn).map(({ kind }) => kind)),
      )
      return content?.feeders.some(({ kind }) => kinds.has(kind)) === true
    })
    .map(({ sheet_id }) => sheet_id)
}
