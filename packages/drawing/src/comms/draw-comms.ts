import {
  drawingArea,
  type Area,
  type Primitive,
  type Drawing,
  type Dtm,
  type Sheet,
  type SiteModel,
} from '@edp/schemas'

import { boundsOf } from '../sheet/bounds.ts'
import { symbolsUsed } from '../sheet/define-symbol.ts'
import { COMMS_LAYERS, LINETYPES } from '../sheet/layers.ts'
import { sheetList } from '../sheet/sheet-list.ts'
import type { Table } from '../sheet/table.ts'
import { titleBlockOf } from '../sheet/title-block.ts'
import { COMMS_SYMBOLS } from '../symbols/comms/comms-symbols.ts'
import { addressTables } from './address-table.ts'
import { backboneSheets, blockTable } from './backbone-sheets.ts'
import { backboneNotes, overviewNotes } from './comms-notes.ts'
import { LEGEND_LAYERS } from './comms-style.ts'
import { commsSite, type CommsSite } from './comms-site.ts'
import { cableTable, conduitTable, reservedTable, zoneTables } from './comms-tables.ts'
import { fabricHeight, fabricItems } from './fabric-sheet.ts'
import { lossTable } from './loss-table.ts'
import { overviewItems } from './overview-sheet.ts'
import { ringTable } from './ring-table.ts'
import { lessPaper, parts, withTables, type Spare } from './table-sheets.ts'
import { typicalOf } from './typical-part.ts'
import { placeWhole, type WholeTables } from './whole-tables.ts'

/** Between the fabric and tables below it, mm. */
const SPARE_GAP = 12
/** Less height than this holds no table, mm. */
const SPARE_MIN = 60

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
  const overview = overviewItems(comms, [...zoneTables(comms), reservedTable(comms)])
  const backbone = backboneOf(comms)
  // Tables stand on the sheets that have room for them; what is left has sheets of its own.
  const rooms = [
    ...typicals.flatMap(({ sheets, free }) => (sheets.length === 0 ? [] : [free])),
    ...backbone.rooms,
    overview.free,
  ]
  const addresses = addressTables(comms)
  const conduits = conduitTable(comms, true)
  const loss = lossTable(comms)
  const [below_fabric] = backbone.rooms
  const tables = [
    ...backbone.rest,
    // Beside other drawings there is a column's width for them.
    ...overview.rest.map((table) => (table.title === conduits.title ? conduits : table)),
    ...addresses.map(({ table }) => table),
    ...(loss === null ? [] : [loss]),
  ]
  const own = new Map([
    ...(loss === null || below_fabric === undefined ? [] : [[loss, below_fabric] as const]),
    ...addresses.flatMap(({ kind, table }): [Table, Area][] => {
      const typical = typicals.find(({ sheets, detail }) => sheets.length > 0 && detail.has(kind))
      return typical === undefined ? [] : [[table, typical.free]]
    }),
  ])
  const bodyOf = (placed: WholeTables): Sheet[] => [
    {
      sheet_id: 'net-overview',
      size: 'A1',
      title: 'Zones, conduits and up-link',
      items: [...overview.items, ...(placed.in_rooms.get(overview.free) ?? [])],
      notes: overviewNotes(comms),
      legend: true,
      legend_layers: LEGEND_LAYERS,
    },
    ...backbone.sheets.map((sheet, index) =>
      index > 0
        ? sheet
        : {
            ...sheet,
            items: [...sheet.items, ...backbone.rooms.flatMap((room) => placed.in_rooms.get(room) ?? [])],
          },
    ),
    ...typicals.flatMap(({ sheets, free }) =>
      sheets.map((sheet, index) =>
        index < sheets.length - 1
          ? sheet
          : { ...sheet, items: [...sheet.items, ...(placed.in_rooms.get(free) ?? [])] },
      ),
    ),
  ]
  // The list of sheets makes no sheet of its own where everything finds room beside the drawings.
  const whole = placeWhole([...tables, sheetList(title_block, bodyOf(placeWhole([], rooms)))], rooms, own)
  const placed = whole.rest.length === 0 ? whole : placeWhole(tables, rooms, own)
  const body = bodyOf(placed)
  // On a sheet of its own the table of conduits may be as wide as it is; narrow it often needs less paper.
  const wide = placed.rest.map((table) => (table === conduits ? conduitTable(comms, false) : table))
  const sheets =
    whole.rest.length === 0
      ? body
      : lessPaper([wide, placed.rest].map((rest) => withTables(body, rest, title_block, backbone.spares)))
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

/** Sheets of trunk cables and compute fabric, the tables that they have no room for, and what is free on one of them. */
interface Backbone {
  readonly sheets: readonly Sheet[]
  readonly rest: readonly Table[]
  readonly spares: readonly Spare[]
  /** What is free on the first sheet for whole tables. */
  readonly rooms: readonly Area[]
}

/** Trunk cables and compute fabric, with the tables of cables where they fit beside them. */
function backboneOf(comms: CommsSite): Backbone {
  const area = drawingArea('A1')
  const trunks = backboneSheets(comms)
  const [first] = trunks
  const by_block = blockTable(comms)
  const rings = ringTable(comms)
  const tables = [rings, by_block, cableTable(comms)].filter((table) => table !== null)
  if (first === undefined) return { sheets: [], rest: tables, spares: [], rooms: [] }
  // The fabric of a site whose blocks fill one sheet stands below its trunk cables.
  const together =
    trunks.length === 1 && first.below.y1 - area.y0 >= fabricHeight(comms, first.below.x1 - first.below.x0)
  const beside = placeWhole(tables, [first.beside])
  const fabric = fabricItems(comms, together ? first.below : area)
  const panels = trunks.map(({ items }, index) => (index === 0 ? [...items, ...beside.items] : items))
  const free = (box: Area, items: readonly Primitive[]): Area =>
    items.length === 0 ? box : { ...box, y1: boundsOf(items).y0 - SPARE_GAP }
  if (!together) {
    const sheets = parts('net-backbone', 'Trunk cables of the blocks', panels, backboneNotes(comms))
    const beneath = trunks.flatMap(({ below, beside: right }, index): Spare[] => {
      const sheet_id = sheets[index]?.sheet_id ?? ''
      return [
        { sheet_id, area: index === 0 ? free(right, beside.items) : right },
        { sheet_id, area: below },
      ]
    })
    return {
      sheets: [...sheets, ...parts('net-fabric', 'Compute fabric', [fabric], [])],
      rest: beside.rest,
      spares: [
        ...beneath.filter(({ area: room }) => room.y1 - room.y0 >= SPARE_MIN),
        { sheet_id: 'net-fabric', area: { ...area, y1: boundsOf(fabric).y0 - SPARE_GAP } },
      ],
      rooms: [],
    }
  }
  // A table that fits nowhere whole begins beside the panels where that room is free.
  const begun = beside.items.length === 0
  return {
    sheets: parts(
      'net-backbone',
      'Trunk cables and compute fabric',
      [[...panels.flat(), ...fabric]],
      backboneNotes(comms),
    ),
    rest: beside.rest,
    spares: begun ? [{ sheet_id: 'net-backbone', area: first.beside }] : [],
    rooms: [free(first.below, fabric), ...(begun ? [] : [free(first.beside, beside.items)])],
  }
}
