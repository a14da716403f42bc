import type { BlockElectrical, Primitive, Sheet, SiteModel, SymbolDefinition, TitleBlock } from '@edp/schemas'

import { symbolsUsed } from '../sheet/define-symbol.ts'
import { flowTables } from '../sheet/flow-tables.ts'
import { tablePanel, tablePanels, type Panel } from '../sheet/panels.ts'
import type { Table } from '../sheet/table.ts'
import { sheetNumber } from '../sheet/title-block.ts'
import type { BlockGroup } from './block-groups.ts'
import { designationTable } from './block-summary.ts'
import type { Place } from './column.ts'
import { DISTRIBUTION } from './distribution-sheets.ts'
import { generalPanels } from './general-content.ts'
import { blockSchedules } from './schedules/block-schedules.ts'
import { loadTable } from './schedules/load-table.ts'
import { wholeBlock } from './sheet-content.ts'
import { typicalBlocks, typicalNote, type PlannedGroupSheet } from './sheet-plan.ts'
import { SheetRooms } from './sheet-rooms.ts'
import { blockNotes, sldFindings } from './sld-notes.ts'
import { tableStyle, type SldStyle } from './sld-style.ts'

/** What the sheets are composed from. */
export interface Composition {
  readonly site: SiteModel
  readonly style: SldStyle
  readonly title_block: TitleBlock
  readonly library: readonly SymbolDefinition[]
  readonly groups: readonly BlockGroup[]
  /** Sheet that shows a block. */
  readonly sheetOf: (block: BlockElectrical) => string
  readonly diagrams: readonly PlannedGroupSheet[]
  readonly cables: Place['cables']
  readonly interlocks: Place['interlocks']
}

/** All sheets in their order, the symbols on them, and the sheet with the general notes. */
export interface Composed {
  readonly sheets: readonly Sheet[]
  readonly symbols: readonly SymbolDefinition[]
  readonly general: string
}

const GENERAL_TITLE = 'General notes, legend and list of sheets'

/**
 * Draws every diagram, puts the schedules where the diagrams leave room, and what is left on sheets behind them. `known`
 * are the ids of all sheets, `general` is the one with the general notes, both from an earlier draft.
 */
export function composeSheets(work: Composition, known: readonly string[], general: string): Composed {
  const { site, style, library, diagrams } = work
  const numberOf = (id: string): string => sheetNumber(Math.max(0, known.indexOf(id)), known.length)
  const place: Place = {
    style,
    cables: work.cables,
    interlocks: work.interlocks,
    inside: diagrams.find((sheet) => sheet.sheet_id.startsWith(DISTRIBUTION))?.sheet_id ?? null,
    outside: diagrams.find((sheet) => (sheet.content?.feeders.length ?? 0) > 0)?.sheet_id ?? null,
    numberOf,
  }
  const rooms = diagrams.map((sheet) => new SheetRooms(sheet.draw(place), library, style))
  const rest = [...ownSchedules(work, rooms), ...siteTables(work, rooms, numberOf)]
  const symbols = symbolsUsed(library, rooms)
  const sheetFrom = (id: string, title: string, items: readonly Primitive[], notes: string[]): Sheet => ({
    sheet_id: id,
    size: style.size,
    title,
    items,
    notes,
  })
  const schedules = flowTables(
    blockSchedules(typicalBlocks(site, work.groups).map(wholeBlock), work.cables),
    style.area,
    tableStyle(style),
  ).map((items, index, pages) =>
    sheetFrom(
      `schedules-${index + 1}`,
      pages.length === 1 ? 'Schedules' : `Schedules, part ${index + 1} of ${pages.length}`,
      items,
      [`General notes: sheet ${numberOf(general)}.`],
    ),
  )
  const behind = (count: number): { sheet_id: string; title: string }[] => [
    ...diagrams,
    ...schedules,
    ...Array.from({ length: count }, (_, index) => generalHead(index)),
  ]
  const panels = (count: number): Panel[] =>
    generalPanels(site, work.title_block, behind(count), symbols, style)
  const home = rest.length > 0 ? -1 : homeOf(rooms, diagrams, panels(0))
  const generals = home >= 0 ? [] : generalSheets(panels, rest, work)
  const where = `${GENERAL_TITLE}: sheet ${numberOf(general)}.`
  const sheets = diagrams.map((sheet, index): Sheet => ({
    ...sheetFrom(
      sheet.sheet_id,
      sheet.title,
      rooms[index]?.items ?? [],
      index === home ? [] : notesOf(work, sheet, where),
    ),
    legend: style.size === 'A1' && index !== home,
  }))
  return {
    sheets: [
      ...sheets,
      ...schedules,
      ...generals.map((items, index) => {
        const { sheet_id, title } = generalHead(index)
        return sheetFrom(sheet_id, title, items, [])
      }),
    ],
    symbols,
    general: home >= 0 ? (diagrams[home]?.sheet_id ?? '') : generalHead(0).sheet_id,
  }
}

/** The first sheet that holds the general content beside its own: one of the whole site, else one of a block. */
function homeOf(
  rooms: readonly SheetRooms[],
  diagrams: readonly PlannedGroupSheet[],
  panels: readonly Panel[],
): number {
  const onSite = rooms.findIndex((room, index) => ofSite(diagrams[index]) && room.addAll(panels))
  return onSite >= 0 ? onSite : rooms.findIndex((room) => room.addAll(panels))
}

const ofSite = (sheet: PlannedGroupSheet | undefined): boolean => sheet?.group === null

function generalHead(index: number): { sheet_id: string; title: string } {
  return index === 0
    ? { sheet_id: 'general', title: GENERAL_TITLE }
    : { sheet_id: `general-${index + 1}`, title: `${GENERAL_TITLE}, continued` }
}

/** Schedules of what each sheet shows on that sheet. Returns what found no room; typicals have theirs behind. */
function ownSchedules({ diagrams, cables, style }: Composition, rooms: readonly SheetRooms[]): Table[] {
  return diagrams.flatMap(({ content, group }, index) => {
    if (content === null || group === null || group.blocks.length > 1) return []
    const tables = blockSchedules([content], cables)
    const left = rooms[index]?.add(tables.map((table) => tablePanel(table, tableStyle(style)))) ?? []
    return tables.filter((_, position) => left.includes(position))
  })
}

/** Tables of the whole site, on its own sheets first. Returns what found no room. */
function siteTables(work: Composition, rooms: readonly SheetRooms[], numberOf: Place['numberOf']): Table[] {
  const { site, diagrams, sheetOf, style } = work
  const designations = designationTable(site, (block) => {
    const sheet_id = sheetOf(block)
    return { sheet_id, number: numberOf(sheet_id) }
  })
  const tables = site.electrical.blocks.length === 1 ? [loadTable(site)] : [loadTable(site), designations]
  const order = [
    ...rooms.filter((_, index) => ofSite(diagrams[index])),
    ...rooms.filter((_, index) => !ofSite(diagrams[index])),
  ]
  return tables.filter((table) => !order.some((room) => room.addAll([tablePanel(table, tableStyle(style))])))
}

/** Sheets of their own for the general content and for tables that found no room elsewhere. */
function generalSheets(
  panelsOf: (count: number) => readonly Panel[],
  rest: readonly Table[],
  { library, style }: Composition,
): Primitive[][] {
  const limit = style.area.y1 - style.area.y0
  const tables = rest.flatMap((table) => tablePanels(table, tableStyle(style), limit))
  for (let count = 1; ; count += 1) {
    const pages: Primitive[][] = []
    let panels = [...panelsOf(count), ...tables]
    while (panels.length > 0) {
      const page = new SheetRooms([], library, style)
      const left = page.add(panels)
      if (left.length === panels.length) throw new RangeError('a table of the diagram is larger than a sheet')
      panels = panels.filter((_, position) => left.includes(position))
      pages.push(page.items)
    }
    if (pages.length <= count) return pages
  }
}

function notesOf({ site }: Composition, { group }: PlannedGroupSheet, where: string): string[] {
  return group === null
    ? [where, ...sldFindings(site)]
    : blockNotes(site, group.drawn, where, typicalNote(group, site))
}
