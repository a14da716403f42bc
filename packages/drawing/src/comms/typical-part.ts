import { drawingArea, type Area, type ModuleKind } from '@edp/schemas'

import { TYPICAL_NOTES } from './comms-notes.ts'
import { designationsOf, type CommsSite } from './comms-site.ts'
import { freeOf } from './free-room.ts'
import { parts, type DrawnSheet } from './table-sheets.ts'
import { typicalPanels } from './typical-panels.ts'
import { columnsIn, typicalPages, type TypicalPages, type TypicalSubject } from './typical-sheets.ts'

/** Kinds of modules that are drawn with every port, and what they are called. */
const TYPICALS = {
  grid_container: 'Grid container',
  bess_unit: 'Battery unit',
  compute_container: 'Compute container',
} as const satisfies Partial<Record<ModuleKind, string>>

/** Sheets of typical modules, the sheet that details each kind, and what goes on beside the trunk cables. */
export interface TypicalPart {
  readonly sheets: readonly DrawnSheet[]
  readonly detail: ReadonlyMap<ModuleKind, string>
  readonly beside: TypicalPages['pages'][number] | null
}

/** Most sheets that typical modules are tried on. */
const SHEETS_MAX = 12

/**
 * Typical modules of kinds that the site has, their panels one after the other: the ways in which they may stand. What the last
 * sheet holds may stand in the `spare` room of the sheet of trunk cables, or on a smaller sheet.
 */
export function typicalParts(
  comms: CommsSite,
  id: string,
  kinds: readonly (keyof typeof TYPICALS)[],
  spare: readonly Area[],
): TypicalPart[] {
  const subjects = subjectsOf(comms, kinds)
  if (subjects.length === 0) return [{ sheets: [], detail: new Map(), beside: null }]
  const large = (count: number): PaperSize[] => Array.from({ length: count }, () => 'A1')
  const on = (sizes: readonly PaperSize[], columns: readonly Area[] = []): TypicalPart[] =>
    partOn(id, subjects, sizes, columns)
  for (let count = 1; count <= SHEETS_MAX; count += 1) {
    const whole = on(large(count))
    if (whole.length > 0)
      return count === 1
        ? whole
        : [...on(large(count - 1), spare), ...on([...large(count - 1), 'A2']), ...whole]
  }
  throw new RangeError(`typical modules of ${kinds.join(', ')} need more than ${SHEETS_MAX} sheets`)
}

type PaperSize = 'A1' | 'A2'

/** The typical modules on sheets of some sizes, and in columns beside the trunk cables; nothing where those do not hold them. */
function partOn(
  id: string,
  subjects: readonly TypicalSubject[],
  sizes: readonly PaperSize[],
  beside: readonly Area[],
): TypicalPart[] {
  const rooms = sizes.map((size) => columnsIn(drawingArea(size)))
  const found = typicalPages(subjects, [...rooms, beside])
  if (found === null) return []
  const { pages, starts } = found
  const own = pages.slice(0, sizes.length)
  const title =
    subjects.length === 1 ? subjects.map((s) => s.title).join() : subjects.map((s) => s.name).join(', ')
  const items = own.map((page) => page.items)
  const sheets = parts(`net-typical-${id}`, title, items, TYPICAL_NOTES).map((sheet, index): DrawnSheet => {
    const size = sizes[index] ?? 'A1'
    return { sheet: { ...sheet, size }, free: freeOf(drawingArea(size), own[index]?.taken ?? []) }
  })
  const detail = new Map(
    subjects.map(({ module }, i) => [module.kind, sheets[starts[i] ?? 0]?.sheet.sheet_id ?? '']),
  )
  const last = pages.at(-1)
  return [{ sheets, detail, beside: last === undefined || last.items.length === 0 ? null : last }]
}

function subjectsOf(comms: CommsSite, kinds: readonly (keyof typeof TYPICALS)[]): TypicalSubject[] {
  return kinds.flatMap((kind): TypicalSubject[] => {
    const modules = comms.site.modules.filter((module) => module.kind === kind)
    const [module] = modules
    if (module === undefined) return []
    const ids = modules.map((m) => m.module_id)
    const range = designationsOf(comms, ids)
    const title = `${TYPICALS[kind]} ${modules.length === 1 ? range : `${module.designation}, typical of ${range}`}`
    return [{ module, panels: typicalPanels(comms, module), title, name: `${TYPICALS[kind]} ${range}` }]
  })
}
