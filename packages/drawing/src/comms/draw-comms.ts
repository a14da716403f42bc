import {
  drawingArea,
  type Drawing,
  type Dtm,
  type ModuleKind,
  type Sheet,
  type SiteModel,
} from '@edp/schemas'

import { symbolsUsed } from '../sheet/define-symbol.ts'
import { COMMS_LAYERS, LINETYPES } from '../sheet/layers.ts'
import { sheetList } from '../sheet/sheet-list.ts'
import { flowTables } from '../sheet/table.ts'
import { titleBlockOf } from '../sheet/title-block.ts'
import { COMMS_SYMBOLS } from '../symbols/comms/comms-symbols.ts'
import { backboneSheets } from './backbone-sheets.ts'
import { overviewNotes, TYPICAL_NOTES } from './comms-notes.ts'
import { commsSite, designationsOf, type CommsSite } from './comms-site.ts'
import { TABLE_STYLE } from './comms-style.ts'
import { cableTable, networkTables } from './comms-tables.ts'
import { FABRIC_HEIGHT, fabricItems } from './fabric-sheet.ts'
import { overviewItems } from './overview-sheet.ts'
import { typicalSheets } from './typical-sheets.ts'

/** Kinds of modules with a sheet of their own, and what it is called. */
const TYPICALS = [
  ['grid_container', 'Grid container'],
  ['compute_container', 'Compute container'],
  ['bess_unit', 'Battery unit'],
] as const satisfies readonly (readonly [ModuleKind, string])[]

/**
 * Network diagram: zones and conduits with the way out, the trunk cables of every block, the switches and devices of a
 * typical module of each kind, the compute fabric, and the lists of zones, conduits, equipment, addresses and cables.
 *
 * @example renderPdf(drawComms(site, dtm))
 */
export function drawComms(site: SiteModel, dtm: Dtm): Drawing {
  const comms = commsSite(site, dtm)
  const title_block = titleBlockOf(site, 'comms')
  const area = drawingArea('A1')
  const trunks = backboneSheets(comms)
  const [first] = trunks
  // The fabric of a small site stands below its trunk cables.
  const together = trunks.length === 1 && first !== undefined && first.bottom - area.y0 >= FABRIC_HEIGHT
  const backbone = together
    ? [[...first.items, ...fabricItems(comms, { ...area, y1: first.bottom })]]
    : trunks.map(({ items }) => items)
  const body: Sheet[] = [
    {
      sheet_id: 'net-overview',
      size: 'A1',
      title: 'Zones, conduits and up-link',
      items: overviewItems(comms),
      notes: overviewNotes(site),
      legend: true,
    },
    ...parts(
      'net-backbone',
      together ? 'Trunk cables and compute fabric' : 'Trunk cables of the blocks',
      backbone,
      [],
    ),
    ...TYPICALS.flatMap(([kind, name]) => typicalOf(comms, kind, name)),
    ...parts('net-fabric', 'Compute fabric', together ? [] : [fabricItems(comms, area)], []),
    ...parts(
      'net-tables',
      'Zones, conduits, equipment and addresses',
      flowTables(networkTables(comms), drawingArea('A1'), TABLE_STYLE),
      [],
      false,
    ),
    ...parts(
      'net-cables',
      'Network cables',
      flowTables([cableTable(comms)], drawingArea('A1'), TABLE_STYLE),
      [],
      false,
    ),
  ]
  const sheets = withSheetList(body, title_block)
  return {
    schema: 'edp.drawing/1',
    drawing_id: 'comms',
    title_block,
    layers: COMMS_LAYERS,
    linetypes: LINETYPES,
    symbols: symbolsUsed(COMMS_SYMBOLS, sheets),
    sheets,
  }
}

function typicalOf(comms: CommsSite, kind: ModuleKind, name: string): Sheet[] {
  const modules = comms.site.modules.filter((module) => module.kind === kind)
  const [first] = modules
  if (first === undefined) return []
  const range = designationsOf(
    comms,
    modules.map((module) => module.module_id),
  )
  const title = modules.length === 1 ? `${name} ${range}` : `${name}, typical of ${range}`
  return parts(`net-typical-${kind.replaceAll('_', '-')}`, title, typicalSheets(comms, first), TYPICAL_NOTES)
}

/** Sheets of one subject; their titles count the parts where there are several. */
function parts(
  id: string,
  title: string,
  sheets: readonly Sheet['items'][],
  notes: readonly string[],
  legend = true,
): Sheet[] {
  return sheets
    .filter((items) => items.length > 0)
    .map((items, index, all) => ({
      sheet_id: all.length === 1 ? id : `${id}-${index + 1}`,
      size: 'A1',
      title: all.length === 1 ? title : `${title}, part ${index + 1} of ${all.length}`,
      items,
      notes,
      legend,
    }))
}

/** The list of sheets stands last; it counts itself. */
function withSheetList(body: readonly Sheet[], title_block: Drawing['title_block']): Sheet[] {
  const titled = (count: number): { sheet_id: string; title: string }[] => [
    ...body,
    ...Array.from({ length: count }, (_, i) => ({
      sheet_id: `net-sheets-${i + 1}`,
      title: 'List of sheets',
    })),
  ]
  const pages = flowTables([sheetList(title_block, titled(1))], drawingArea('A1'), TABLE_STYLE)
  const lists = flowTables([sheetList(title_block, titled(pages.length))], drawingArea('A1'), TABLE_STYLE)
  return [
    ...body,
    ...lists.map((items, i): Sheet => ({
      sheet_id: `net-sheets-${i + 1}`,
      size: 'A1',
      title: 'List of sheets',
      items,
      notes: [],
    })),
  ]
}
