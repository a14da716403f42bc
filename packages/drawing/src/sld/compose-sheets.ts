import type { Sheet, SymbolDefinition } from '@edp/schemas'

import { symbolsUsed } from '../sheet/define-symbol.ts'
import { flowSheets, flowTables } from '../sheet/flow-tables.ts'
import type { Panel } from '../sheet/panels.ts'
import type { Table } from '../sheet/table.ts'
import { sheetNumber } from '../sheet/title-block.ts'
import { designationTable } from './block-summary.ts'
import type { Place } from './column.ts'
import type { Composition } from './composition.ts'
import { fillSheets } from './fill-sheets.ts'
import { generalPanels } from './general-content.ts'
import { generalSheets } from './general-sheets.ts'
import { schedulesElsewhere, textsOf } from './schedule-places.ts'
import { blockSchedules } from './schedules/block-schedules.ts'
import { loadTable } from './schedules/load-table.ts'
import { wholeBlock } from './sheet-content.ts'
import { feedingSheets, insideSheets } from './sheet-references.ts'
import { typicalBlocks, typicalNote, type PlannedGroupSheet } from './sheet-plan.ts'
import { blockNotes, sldWarnings } from './sld-notes.ts'
import { tableStyle } from './sld-style.ts'

/** All sheets in their order, and the symbols on them. */
export interface Composed {
  readonly sheets: readonly Sheet[]
  readonly symbols: readonly SymbolDefinition[]
}

const GENERAL_TITLE = 'General notes, legend and list of sheets'

/**
 * Draws every diagram, puts the schedules where the diagrams leave room, and what is left on sheets behind them. Diagrams
 * come first, so that their places are their numbers before anything is drawn; a thousand sheets and more need a digit
 * more, which is seen at the end.
 */
export function composeSheets(work: Composition): Composed {
  const { length } = work.diagrams
  const composed = composeNumbered(work, length)
  const count = composed.sheets.length
  return sheetNumber(0, count).length === sheetNumber(0, length).length
    ? composed
    : composeNumbered(work, count)
}

/** Composes the sheets with numbers that have the digits of a count. */
function composeNumbered(work: Composition, count: number): Composed {
  const { site, style, library, diagrams } = work
  const numbers = new Map(diagrams.map(({ sheet_id }, index) => [sheet_id, sheetNumber(index, count)]))
  const numberOf = (id: string): string => numbers.get(id) ?? ''
  const place: Place = {
    style,
    cables: work.cables,
    interlocks: work.interlocks,
    inside: insideSheets(diagrams),
    feeding: (module_ids) => feedingSheets(diagrams, module_ids),
    numberOf,
  }
  const drawn = diagrams.map((sheet) => sheet.draw(place))
  const symbols = symbolsUsed(
    library,
    drawn.map((items) => ({ items })),
  )
  const schedules = scheduleSheets(work)
  const behind = (generals: number): { sheet_id: string; title: string }[] => [
    ...diagrams,
    ...schedules,
    ...Array.from({ length: generals }, (_, index) => generalHead(index)),
  ]
  const ways = generalPanels(site, work.title_block, symbols, style)
  const panels = (generals: number): Panel[] => ways[0](behind(generals))
  const { rooms, rest, home } = fillSheets(work, drawn, {
    tables: siteTables(work, numberOf),
    general: ways.map((panelsOf) => panelsOf(behind(0))),
    numberAt: (at) => sheetNumber(at, count),
  })
  const generals = home >= 0 ? [] : generalSheets(panels, rest, work)
  const general = sheetNumber(home >= 0 ? home : diagrams.length + schedules.length, count)
  const where = `${GENERAL_TITLE}: sheet ${general}.`
  const texts = [...rooms, ...schedules, ...generals].map(({ items }) => textsOf(items))
  const elsewhere = ({ content, group }: PlannedGroupSheet, own: number): string =>
    content === null || group === null
      ? ''
      : schedulesElsewhere(content, group.drawn, own, texts, (at) => sheetNumber(at, count))
  return {
    symbols,
    sheets: [
      ...diagrams.map((sheet, index): Sheet => ({
        sheet_id: sheet.sheet_id,
        size: rooms[index]?.size ?? style.size,
        title: sheet.title,
        items: rooms[index]?.items ?? [],
        notes: index === home ? [] : notesOf(work, sheet, `${where}${elsewhere(sheet, index)}`),
        legend: style.size === 'A1' && rooms[index]?.size !== 'A3' && index !== home,
      })),
      ...schedules.map((sheet) => ({ ...sheet, notes: [`General notes: sheet ${general}.`] })),
      ...generals.map(({ size, items }, index): Sheet => ({ ...generalHead(index), size, items, notes: [] })),
    ],
  }
}

/** Tables of the whole site. */
function siteTables({ site, sheetOf, style }: Composition, numberOf: Place['numberOf']): Table[] {
  if (site.electrical.blocks.length === 1) return [loadTable(site, style.size)]
  const designations = designationTable(site, (block) => {
    const sheet_id = sheetOf(block)
    return { sheet_id, number: numberOf(sheet_id) }
  })
  return [loadTable(site, style.size), designations]
}

/** The schedules of typical blocks, which their sheets show of the first one only. */
function scheduleSheets({ site, groups, cables, style }: Composition): Omit<Sheet, 'notes'>[] {
  const blocks = typicalBlocks(site, groups).map(wholeBlock)
  const tables = blockSchedules(blocks, cables, style.size)
  const flowed =
    style.size === 'A1'
      ? flowSheets(tables, tableStyle(style))
      : flowTables(tables, style.area, tableStyle(style)).map((items) => ({ size: style.size, items }))
  return flowed.map(({ size, items }, index, all) => ({
    sheet_id: `schedules-${index + 1}`,
    size,
    title: all.length === 1 ? 'Schedules' : `Schedules, part ${index + 1} of ${all.length}`,
    items,
  }))
}

function generalHead(index: number): { sheet_id: string; title: string } {
  return index === 0
    ? { sheet_id: 'general', title: GENERAL_TITLE }
    : { sheet_id: `general-${index + 1}`, title: `${GENERAL_TITLE}, continued` }
}

/** Notes of a sheet: the first one of a block repeats the warnings, the general notes have all findings. */
function notesOf(
  { site, sheetOf }: Composition,
  { group, content, sheet_id }: PlannedGroupSheet,
  where: string,
): string[] {
  if (group === null) return [where]
  const notes = blockNotes(group.drawn, where, typicalNote(group, site), (content?.feeders.length ?? 0) > 0)
  return sheet_id === sheetOf(group.drawn) ? [...notes, ...sldWarnings(site)] : notes
}
