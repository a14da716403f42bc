import { drawingArea, type Drawing, type Primitive, type Sheet, type SiteModel } from '@edp/schemas'

import { boundsOf } from '../sheet/bounds.ts'
import { symbolsUsed } from '../sheet/define-symbol.ts'
import { FURNITURE_LAYERS, LINETYPES, PID_LAYERS } from '../sheet/layers.ts'
import { flowTables } from '../sheet/flow-tables.ts'
import { titleBlockOf } from '../sheet/title-block.ts'
import { PID_SYMBOLS } from '../symbols/pid/pid-symbols.ts'
import { linkedTo } from './cross-links.ts'
import { distributionSheets } from './distribution-sheets.ts'
import { LEGEND, legendSheet } from './legend-sheet.ts'
import { listOfSheets } from './list-of-sheets.ts'
import { LOOP_SHEET } from './loop-sheet.ts'
import { listNotes, typicalNotes } from './pid-notes.ts'
import { pidTables, TABLE_STYLE } from './pid-tables.ts'
import { typicalDesignation } from './typical-designation.ts'
import { typicalSheetItems } from './typical-sheet.ts'

/**
 * Piping and instrumentation diagram of the liquid cooling: the typical loop of a compute container with its heat
 * rejection unit, its legend, the lists of lines, equipment, valves and instruments, and every container of the site
 * with its hoses and line numbers.
 *
 * @example renderPdf(drawPid(site))
 */
export function drawPid(site: SiteModel): Drawing {
  const lists = listSheets(site)
  const distribution = distributionSheets(site, LOOP_SHEET.sheet_id)
  const drawn = typicalSheet(site)
  const typical = { ...drawn, items: linkedTo(drawn.items, lists, distribution[0]) }
  const symbols = symbolsUsed(PID_SYMBOLS, [typical])
  const title_block = titleBlockOf(site, 'pid_cooling')
  const list = listOfSheets(title_block, [typical, LEGEND, ...lists], distribution)
  const sheets = [typical, legendSheet(site, symbols, list), ...lists, ...distribution]
  return {
    schema: 'edp.drawing/1',
    drawing_id: 'pid_cooling',
    title_block,
    layers: [...FURNITURE_LAYERS, ...PID_LAYERS],
    linetypes: LINETYPES,
    symbols: symbolsUsed(PID_SYMBOLS, sheets),
    sheets,
  }
}

function typicalSheet(site: SiteModel): Sheet {
  const { range, count } = typicalDesignation(site)
  return {
    sheet_id: LOOP_SHEET.sheet_id,
    size: 'A1',
    title: count === 1 ? `Cooling loop of ${range}` : `Cooling loop, typical of ${range}`,
    items: typicalSheetItems(site),
    notes: typicalNotes(site),
  }
}

/** Papers below A1 that the last sheet of the lists may have, the smallest first. */
const SMALLER = ['A3', 'A2'] as const satisfies readonly Sheet['size'][]

/** Lists on A1, the last sheet on the smallest paper that holds what is left for it. */
function listSheets(site: SiteModel): Sheet[] {
  const tables = pidTables(site, LOOP_SHEET.sheet_id)
  const large = flowTables(tables, drawingArea('A1'), TABLE_STYLE)
  const { length } = large
  const on = (last: Sheet['size']): Sheet['size'][] => [
    ...Array.from({ length: length - 1 }, () => 'A1' as const),
    last,
  ]
  for (const size of SMALLER) {
    const parts = flowTables(tables, on(size).map(drawingArea), TABLE_STYLE)
    if (parts.length === length && isWithin(parts.at(-1) ?? [], size)) return parts.map(sheet(on(size)))
  }
  return large.map(sheet(on('A1')))

  function sheet(sizes: readonly Sheet['size'][]): (items: Primitive[], index: number) => Sheet {
    return (items, index) => ({
      sheet_id: `pid-lists-${index + 1}`,
      size: sizes[index] ?? 'A1',
      title: `Lines, equipment, valves, instruments${length === 1 ? '' : `, part ${index + 1} of ${length}`}`,
      items,
      notes: listNotes(site),
    })
  }
}

/** Whether what stands on a sheet is not wider than its paper. */
function isWithin(items: readonly Primitive[], size: Sheet['size']): boolean {
  return items.length === 0 || boundsOf(items).x1 <= drawingArea(size).x1 + 0.01
}
