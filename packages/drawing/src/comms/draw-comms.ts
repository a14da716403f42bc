import {
  drawingArea,
  type Drawing,
  type Dtm,
  type ModuleKind,
  type Primitive,
  type Sheet,
  type SiteModel,
} from '@edp/schemas'

import { symbolsUsed } from '../sheet/define-symbol.ts'
import { COMMS_LAYERS, LINETYPES } from '../sheet/layers.ts'
import { sheetList } from '../sheet/sheet-list.ts'
import { flowTables } from '../sheet/flow-tables.ts'
import type { Table } from '../sheet/table.ts'
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

const TABLES_TITLE = 'Zones, addresses, cables and list of sheets'
/** Stands for the content of a sheet of which only the title is asked. */
const FILLER: Primitive = { kind: 'text', layer: '', at: [0, 0], height: 1, value: '' }

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
  ]
  const sheets = withTables(body, [...networkTables(comms), cableTable(comms)], title_block)
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

/** The sheets of tables stand last, the list of sheets after the others; it names these sheets too. */
function withTables(
  body: readonly Sheet[],
  tables: readonly Table[],
  title_block: Drawing['title_block'],
): Sheet[] {
  const made = (count: number): Sheet[] => {
    const titled = parts(
      'net-tables',
      TABLES_TITLE,
      Array.from({ length: count }, () => [FILLER]),
      [],
    )
    const flow = [...tables, sheetList(title_block, [...body, ...titled])]
    return parts('net-tables', TABLES_TITLE, flowTables(flow, drawingArea('A1'), TABLE_STYLE), [], false)
  }
  // The list grows with the sheets that it stands on: at most one sheet more.
  const first = made(1)
  const second = made(first.length)
  return [...body, ...(second.length === first.length ? second : made(second.length))]
}
