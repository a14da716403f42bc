import type { Drawing, Sheet, SiteModel } from '@edp/schemas'

import { symbolsUsed } from '../sheet/define-symbol.ts'
import { FURNITURE_LAYERS, LINETYPES, PID_LAYERS } from '../sheet/layers.ts'
import { flowSheets } from '../sheet/flow-tables.ts'
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

/** Lists on A1, the last sheet on the smallest paper that holds what is left for it. */
function listSheets(site: SiteModel): Sheet[] {
  return flowSheets(pidTables(site, LOOP_SHEET.sheet_id), TABLE_STYLE).map(({ size, items }, index, all) => ({
    sheet_id: `pid-lists-${index + 1}`,
    size,
    title: `Lines, equipment, valves, instruments${all.length === 1 ? '' : `, part ${index + 1} of ${all.length}`}`,
    items,
    notes: listNotes(site),
  }))
}
