import type { Area, BlockElectrical, Drawing, Primitive, Sheet, SiteModel } from '@edp/schemas'

import { symbolsUsed } from '../sheet/define-symbol.ts'
import { LINETYPES, SLD_LAYERS } from '../sheet/layers.ts'
import { flowTables, type Table } from '../sheet/table.ts'
import { paperSize, sheetNumber, titleBlockOf } from '../sheet/title-block.ts'
import { sldSymbols } from '../symbols/sld/sld-symbols.ts'
import { blockGroups, type BlockGroup } from './block-groups.ts'
import type { PlannedSheet } from './block-context.ts'
import { planBlock } from './block-plan.ts'
import { designationTable } from './block-summary.ts'
import type { Place } from './column.ts'
import { freeRooms } from './free-rooms.ts'
import { generalSheets } from './general-sheets.ts'
import { keySheets } from './key-sheets.ts'
import { schedulesBesideDiagrams } from './schedule-rooms.ts'
import { blockSchedules, loadTable } from './schedules.ts'
import { blockNotes, generalNotes, sldFindings } from './sld-notes.ts'
import { sldStyle, tableStyle } from './sld-style.ts'

/**
 * The single line diagram of a site: a key one-line where it has several blocks, each block from its supplies to its
 * loads, schedules of every bus, breaker, transformer, feeder and battery unit, then notes, legend and list of sheets.
 * Equal blocks of a large site are drawn once; the schedules still name everything in each of them.
 *
 * @example const pdf = await renderPdf(drawSld(site))
 */
export function drawSld(site: SiteModel): Drawing {
  const size = paperSize(site)
  const style = sldStyle(size)
  const title_block = titleBlockOf(site, 'sld')
  const symbols = sldSymbols(style.data, style.feeder - 3)
  const cables = new Map(site.connections.map((connection) => [connection.connection_id, connection]))
  const groups = blockGroups(site)
  const planned = groups.map((group) => ({ group, sheets: planBlock(site, group.drawn, style) }))
  const sheetOf = (block: BlockElectrical): string =>
    planned.find(({ group }) => group.blocks.includes(block))?.sheets[0]?.sheet_id ?? ''
  const keys = site.electrical.blocks.length > 1 ? keySheets(site, sheetOf, style) : []
  const blockSheets = planned.flatMap(({ group, sheets }) => sheets.map((sheet) => ({ group, sheet })))

  // The diagrams are drawn once to see what room they leave, and once more when the sheets have their numbers.
  const draft: Place = { style, cables, numberOf: () => '000' }
  const rooms = (sheet: PlannedSheet): Area[] => freeRooms(sheet.draw(draft), symbols, style)
  // Tables of the whole site stand beside the diagram of its one block, or on its one key sheet, where there is room.
  const siteTables = (numbers: Place['numberOf']): Table[] =>
    site.electrical.blocks.length === 1
      ? [loadTable(site)]
      : [loadTable(site), designations(site, sheetOf, numbers)]
  const [key] = keys
  const keyRooms = keys.length === 1 && key !== undefined ? rooms(key) : []
  const onKey = (numbers: Place['numberOf']): Primitive[][] =>
    flowTables(siteTables(numbers), [...keyRooms, style.area], tableStyle(style))
  const keyed = keyRooms.length > 0 && onKey(draft.numberOf).length <= keyRooms.length
  const typicals = typicalSchedules(site, groups, cables)
  const alone = (numbers: Place['numberOf']): Table[] =>
    keys.length > 0 && !keyed ? [...siteTables(numbers), ...typicals] : typicals
  const below = schedulesBesideDiagrams(
    planned,
    rooms,
    cables,
    style,
    keys.length === 0 ? siteTables(draft.numberOf) : [],
  )
  const rest = [...below.rest, ...alone(draft.numberOf)]
  const pages = flowTables(rest, style.area, tableStyle(style)).length

  const ids = [
    ...keys.map((sheet) => sheet.sheet_id),
    ...blockSheets.map(({ sheet }) => sheet.sheet_id),
    ...Array.from({ length: pages }, (_, index) => `schedules-${index + 1}`),
    'general',
  ]
  const numberOf = (sheet_id: string): string => sheetNumber(ids.indexOf(sheet_id), ids.length)
  const place: Place = { style, cables, numberOf }
  const general = numberOf('general')
  const schedules = flowTables([...below.rest, ...alone(numberOf)], style.area, tableStyle(style))

  const sheets: Sheet[] = [
    ...keys.map((sheet) =>
      sheetFrom(
        sheet,
        size,
        [...sheet.draw(place), ...(keyed ? onKey(numberOf).flat() : [])],
        [`General notes, legend and list of sheets: sheet ${general}.`, ...sldFindings(site)],
      ),
    ),
    ...blockSheets.map(({ group, sheet }, index) =>
      sheetFrom(
        typicalTitle(sheet, group, site),
        size,
        [...sheet.draw(place), ...(below.items[index] ?? [])],
        blockNotes(site, group.drawn, general, typicalNote(group, site)),
      ),
    ),
    ...schedules.map((items, index): Sheet => ({
      sheet_id: `schedules-${index + 1}`,
      size,
      title: schedules.length === 1 ? 'Schedules' : `Schedules, part ${index + 1} of ${schedules.length}`,
      items,
      notes: [`General notes: sheet ${general}.`],
    })),
  ]
  const lastTitle = 'General notes, legend and list of sheets'
  const used = symbolsUsed(symbols, sheets)
  const last = generalSheets(
    {
      title_block,
      sheets: [...sheets, { sheet_id: 'general', title: lastTitle }],
      notes: generalNotes(site),
      symbols: used,
    },
    style,
  )
  return {
    schema: 'edp.drawing/1',
    drawing_id: 'sld',
    title_block,
    layers: SLD_LAYERS,
    linetypes: LINETYPES,
    symbols: used,
    sheets: [
      ...sheets,
      ...last.map((items, index): Sheet => ({
        sheet_id: index === 0 ? 'general' : `general-${index + 1}`,
        size,
        title: index === 0 ? lastTitle : `${lastTitle}, continued`,
        items,
        notes: [],
      })),
    ],
  }
}

function sheetFrom(
  sheet: Pick<PlannedSheet, 'sheet_id' | 'title'>,
  size: Sheet['size'],
  items: readonly Primitive[],
  notes: readonly string[],
): Sheet {
  return { sheet_id: sheet.sheet_id, size, title: sheet.title, items, notes, legend: size === 'A1' }
}

/** Which designations each block has, and the sheet that shows them. */
function designations(
  site: SiteModel,
  sheetOf: (block: BlockElectrical) => string,
  numberOf: (sheet_id: string) => string,
): Table {
  return designationTable(site, (block) => {
    const sheet_id = sheetOf(block)
    return { sheet_id, number: numberOf(sheet_id) }
  })
}

/** The schedules of blocks drawn as typicals: their sheets show those of the first one only. */
function typicalSchedules(site: SiteModel, groups: readonly BlockGroup[], cables: Place['cables']): Table[] {
  const typical = groups.filter((group) => group.blocks.length > 1).flatMap((group) => group.blocks)
  return blockSchedules(
    site.electrical.blocks.filter((block) => typical.includes(block)),
    cables,
  )
}

function ordinalsOf(group: BlockGroup, site: SiteModel): string {
  const ordinals = group.blocks.map((block) => site.electrical.blocks.indexOf(block) + 1)
  const runs: [number, number][] = []
  for (const ordinal of ordinals) {
    const run = runs.at(-1)
    if (run?.[1] === ordinal - 1) run[1] = ordinal
    else runs.push([ordinal, ordinal])
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from} to ${to}`)).join(', ')
}

function typicalTitle(
  sheet: PlannedSheet,
  group: BlockGroup,
  site: SiteModel,
): Pick<PlannedSheet, 'sheet_id' | 'title'> {
  if (group.blocks.length === 1) return sheet
  return { sheet_id: sheet.sheet_id, title: `${sheet.title} (typical of blocks ${ordinalsOf(group, site)})` }
}

function typicalNote(group: BlockGroup, site: SiteModel): string {
  if (group.blocks.length === 1) return ''
  return `Typical of blocks ${ordinalsOf(group, site)}: the designations, cable lengths and voltage drops shown are those of the first one; the schedules give every block's own.`
}
