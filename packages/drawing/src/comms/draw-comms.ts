import {
  drawingArea,
  type Area,
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
import { addressTables } from './address-table.ts'
import { backboneSheets, blockTable } from './backbone-sheets.ts'
import { overviewNotes, TYPICAL_NOTES } from './comms-notes.ts'
import { commsSite, designationsOf, type CommsSite } from './comms-site.ts'
import { TABLE_STYLE } from './comms-style.ts'
import { cableTable, zoneTables } from './comms-tables.ts'
import { FABRIC_HEIGHT, fabricItems } from './fabric-sheet.ts'
import { overviewItems } from './overview-sheet.ts'
import { typicalSheets, type TypicalSubject } from './typical-sheets.ts'
import { placeWhole } from './whole-tables.ts'

const TABLES_TITLE = 'Zones, addresses, cables and list of sheets'
/** Stands for the content of a sheet of which only the title is asked. */
const FILLER: Primitive = { kind: 'text', layer: '', at: [0, 0], height: 1, value: '' }

/** Kinds of modules that are drawn with every port, and what they are called. */
const TYPICALS = {
  grid_container: 'Grid container',
  bess_unit: 'Battery unit',
  compute_container: 'Compute container',
} as const satisfies Partial<Record<ModuleKind, string>>

/**
 * Network diagram: zones and conduits with the way out, the trunk cables of every block, the switches and devices of a
 * typical module of each kind, the compute fabric, and the lists of zones, conduits, equipment, addresses and cables.
 *
 * @example renderPdf(drawComms(site, dtm))
 */
export function drawComms(site: SiteModel, dtm: Dtm): Drawing {
  const bare = commsSite(site, dtm)
  const title_block = titleBlockOf(site, 'comms')
  const typicals = [
    typicalOf(bare, 'grid', ['grid_container', 'bess_unit']),
    typicalOf(bare, 'compute-container', ['compute_container']),
  ]
  const comms = { ...bare, detail: new Map(typicals.flatMap((typical) => [...typical.detail])) }
  const overview = overviewItems(comms, zoneTables(comms))
  const backbone = backboneOf(comms)
  // Tables stand on the sheets that have room for them; what is left has sheets of its own.
  const rooms = typicals.flatMap(({ sheets, free }) => (sheets.length === 0 ? [] : [free]))
  const placed = placeWhole([...overview.rest, ...addressTables(comms), ...backbone.rest], rooms)
  const body: Sheet[] = [
    {
      sheet_id: 'net-overview',
      size: 'A1',
      title: 'Zones, conduits and up-link',
      items: overview.items,
      notes: overviewNotes(site),
      legend: true,
    },
    ...backbone.sheets,
    ...typicals.flatMap(({ sheets, free }) =>
      sheets.map((sheet, index) =>
        index < sheets.length - 1
          ? sheet
          : { ...sheet, items: [...sheet.items, ...(placed.in_rooms.get(free) ?? [])] },
      ),
    ),
  ]
  const sheets = withTables(body, placed.rest, title_block)
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

/** Trunk cables and compute fabric, with the tables of cables where they fit beside them. */
function backboneOf(comms: CommsSite): {
  readonly sheets: readonly Sheet[]
  readonly rest: readonly Table[]
} {
  const area = drawingArea('A1')
  const trunks = backboneSheets(comms)
  const [first] = trunks
  const by_block = blockTable(comms)
  const tables = [...(by_block === null ? [] : [by_block]), cableTable(comms)]
  if (first === undefined) return { sheets: [], rest: tables }
  // The fabric of a site whose blocks fill one sheet stands below its trunk cables.
  const together = trunks.length === 1 && first.below.y1 - area.y0 >= FABRIC_HEIGHT
  const title = together ? 'Trunk cables and compute fabric' : 'Trunk cables of the blocks'
  const beside = placeWhole(tables, [first.beside])
  const sheets = trunks.map(({ items, below }, index) => [
    ...items,
    ...(index === 0 ? beside.items : []),
    ...(together ? fabricItems(comms, below) : []),
  ])
  const fabric = together ? [] : [fabricItems(comms, area)]
  return {
    sheets: [
      ...parts('net-backbone', title, sheets, []),
      ...parts('net-fabric', 'Compute fabric', fabric, []),
    ],
    rest: beside.rest,
  }
}

/** Sheets of typical modules, what is free on the last one, and the sheet that details each kind. */
interface TypicalPart {
  readonly sheets: readonly Sheet[]
  readonly free: Area
  readonly detail: ReadonlyMap<ModuleKind, string>
}

/** Typical modules of kinds that the site has; their panels stand one after the other. */
function typicalOf(comms: CommsSite, id: string, kinds: readonly (keyof typeof TYPICALS)[]): TypicalPart {
  const subjects = kinds.flatMap((kind): TypicalSubject[] => {
    const modules = comms.site.modules.filter((module) => module.kind === kind)
    const [module] = modules
    if (module === undefined) return []
    const ids = modules.map((m) => m.module_id)
    const range = designationsOf(comms, ids)
    const title = `${TYPICALS[kind]} ${modules.length === 1 ? range : `${module.designation}, typical of ${range}`}`
    return [{ module, title }]
  })
  const { sheets, free, starts } = typicalSheets(comms, subjects)
  const title = subjects.map((subject) => subject.title).join('; ')
  const made = parts(`net-typical-${id}`, title, sheets, TYPICAL_NOTES)
  const detail = new Map(subjects.map(({ module }, i) => [module.kind, made[starts[i] ?? 0]?.sheet_id ?? '']))
  return { sheets: made, free, detail }
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
