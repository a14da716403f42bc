import { roundTo, type BomLineItem } from '@edp/schemas'

import { SCOPE_NAMES } from './bom-columns.ts'
import { designationRanges } from './designation-ranges.ts'
import { longText, number, quantity, text, type Column } from './column.ts'

/** What one module of a kind holds, or one block of tagged equipment, alike lines together. */
export interface ModuleRow {
  readonly place: string
  readonly lines: readonly BomLineItem[]
  readonly line: BomLineItem
}

/** Columns of the sheet that says what goes into one module. */
export const MODULE_COLUMNS: readonly Column<ModuleRow>[] = [
  text('Module', 22, (row) => row.place),
  longText('Modules', 16, (row) =>
    [...new Set(row.lines.map((line) => line.module_designations))].join(', '),
  ),
  longText('Lines', 18, (row) => designationRanges(row.lines.map((line) => String(line.line_no)))),
  text('Category', 17, (row) => row.line.category),
  longText('Tags', 30, (row) =>
    designationRanges(row.lines.flatMap((line) => (line.tag === null ? [] : [line.tag]))),
  ),
  longText('Description', 60, (row) => (row.lines.length === 1 ? row.line.description : kindOf(row.line))),
  longText('Rating', 48, (row) => row.line.rating),
  text('Scope', 12, (row) => SCOPE_NAMES[row.line.scope]),
  text('Unit', 6, (row) => row.line.unit),
  quantity('Quantity per module', (row) => (row.lines.length === 1 ? row.line.quantity_per_module : null)),
  quantity('Quantity', (row) => sum(row.lines.map((line) => line.quantity))),
  quantity('Spares', (row) => sum(row.lines.map((line) => line.spare_quantity))),
  quantity('Order quantity', (row) => sum(row.lines.map((line) => line.order_quantity))),
  number('Mass per module (kg)', '#,##0.0', ({ line, lines }) =>
    line.unit_mass_kg === null || lines.length > 1
      ? null
      : roundTo(line.unit_mass_kg * line.quantity_per_module, 1),
  ),
]

/**
 * The lines by the kind of module that holds them, in the order of the bill; tagged equipment alike in kind, rating and
 * scope is one row per block, with its tags as ranges.
 */
export function moduleRows(lines: readonly BomLineItem[]): ModuleRow[] {
  const groups = new Map<string, ModuleRow & { lines: BomLineItem[] }>()
  for (const line of lines) {
    const place = line.module_kind ?? line.block_id ?? 'site'
    const key =
      line.tag === null
        ? String(line.line_no)
        : JSON.stringify([
            line.block_id,
            line.module_kind,
            kindOf(line),
            line.rating,
            line.scope,
            line.unit_mass_kg,
          ])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { place, lines: [line], line })
    else group.lines.push(line)
  }
  const places = [...new Set([...groups.values()].map((row) => row.place))]
  const rank = new Map(places.map((place, index) => [place, place === 'site' ? places.length : index]))
  return [...groups.values()].sort((a, b) => (rank.get(a.place) ?? 0) - (rank.get(b.place) ?? 0))
}

/** What a tagged item is, without what it serves: `MCCB breaker` of `MCCB breaker, feeder to C01, system A`. */
function kindOf(line: BomLineItem): string {
  return line.description.split(',')[0] ?? line.description
}

function sum(values: readonly number[]): number {
  return roundTo(
    values.reduce((total, value) => total + value, 0),
    3,
  )
}
