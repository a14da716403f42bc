import type { ModuleKind } from '@edp/schemas'

import { TYPICAL_NOTES } from './comms-notes.ts'
import { designationsOf, type CommsSite } from './comms-site.ts'
import { parts, type DrawnSheet } from './table-sheets.ts'
import { typicalSheets, type TypicalSubject } from './typical-sheets.ts'

/** Kinds of modules that are drawn with every port, and what they are called. */
const TYPICALS = {
  grid_container: 'Grid container',
  bess_unit: 'Battery unit',
  compute_container: 'Compute container',
} as const satisfies Partial<Record<ModuleKind, string>>

/** Sheets of typical modules, and the sheet that details each kind. */
export interface TypicalPart {
  readonly sheets: readonly DrawnSheet[]
  readonly detail: ReadonlyMap<ModuleKind, string>
}

/** Typical modules of kinds that the site has; their panels stand one after the other. */
export function typicalOf(
  comms: CommsSite,
  id: string,
  kinds: readonly (keyof typeof TYPICALS)[],
): TypicalPart {
  const subjects = kinds.flatMap((kind): TypicalSubject[] => {
    const modules = comms.site.modules.filter((module) => module.kind === kind)
    const [module] = modules
    if (module === undefined) return []
    const ids = modules.map((m) => m.module_id)
    const range = designationsOf(comms, ids)
    const title = `${TYPICALS[kind]} ${modules.length === 1 ? range : `${module.designation}, typical of ${range}`}`
    return [{ module, title, name: `${TYPICALS[kind]} ${range}` }]
  })
  const { sheets, free, starts } = typicalSheets(comms, subjects)
  const title =
    subjects.length === 1 ? subjects.map((s) => s.title).join() : subjects.map((s) => s.name).join(', ')
  const made = parts(`net-typical-${id}`, title, sheets, TYPICAL_NOTES)
  const detail = new Map(subjects.map(({ module }, i) => [module.kind, made[starts[i] ?? 0]?.sheet_id ?? '']))
  return { sheets: made.map((sheet, index) => ({ sheet, free: free[index] ?? [] })), detail }
}
