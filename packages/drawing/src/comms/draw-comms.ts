import type { Drawing, Dtm, ModuleKind, Sheet, SiteModel } from '@edp/schemas'

import { symbolsUsed } from '../sheet/define-symbol.ts'
import { COMMS_LAYERS, LINETYPES } from '../sheet/layers.ts'
import type { Table } from '../sheet/table.ts'
import { titleBlockOf } from '../sheet/title-block.ts'
import { COMMS_SYMBOLS } from '../symbols/comms/comms-symbols.ts'
import { addressTables } from './address-table.ts'
import { backboneSheets, blockTable } from './backbone-sheets.ts'
import { commsSite, type CommsSite } from './comms-site.ts'
import { cableTable, conduitTable, reservedTable, zoneTables } from './comms-tables.ts'
import { lossTable } from './loss-table.ts'
import { overviewSheet } from './overview-sheet.ts'
import { ringTable } from './ring-table.ts'
import { apart, without } from './free-room.ts'
import { lessPaper, withTables, type DrawnSheet } from './table-sheets.ts'
import { typicalParts, type TypicalPart } from './typical-part.ts'
import { columnsIn } from './typical-sheets.ts'
import type { TableChoice } from './whole-tables.ts'

/**
 * Network diagram: zones and conduits with the way out, the trunk cables of every block, the switches and devices of a
 * typical module of each kind, the compute fabric, and the lists of zones, conduits, equipment, addresses and cables.
 *
 * @example renderPdf(drawComms(site, dtm))
 */
export function drawComms(site: SiteModel, dtm: Dtm): Drawing {
  const bare = commsSite(site, dtm)
  const title_block = titleBlockOf(site, 'comms')
  const backbone = backboneSheets(bare)
  const spare = apart(backbone.at(-1)?.free ?? []).flatMap(columnsIn)
  const [grids, computes] = [
    typicalParts(bare, 'grid', ['grid_container', 'bess_unit'], []),
    typicalParts(bare, 'compute-container', ['compute_container'], spare),
  ]
  const lists = listsOf(bare, backbone)
  const sheets = lessPaper(
    grids.flatMap((grid) => computes.map((compute) => sheetsWith(bare, [grid, compute], lists, title_block))),
  )
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

/** All sheets, with the typical modules as they stand in one way. */
function sheetsWith(
  bare: CommsSite,
  typicals: readonly TypicalPart[],
  lists: readonly List[],
  title_block: Drawing['title_block'],
): Sheet[] {
  const comms = { ...bare, detail: new Map(typicals.flatMap((typical) => [...typical.detail])) }
  const backbone = backboneSheets(comms)
  const beside = typicals.flatMap((typical) => typical.beside ?? [])
  const trunks = backbone.map(({ sheet, free }, index) =>
    index < backbone.length - 1
      ? { sheet, free }
      : {
          sheet: { ...sheet, items: [...sheet.items, ...beside.flatMap(({ items }) => items)] },
          free: beside.flatMap(({ taken }) => taken).reduce(without, free),
        },
  )
  const drawn = [overviewSheet(comms), ...trunks, ...typicals.flatMap(({ sheets }) => sheets)]
  const choices = lists.map(({ about, ...choice }): TableChoice =>
    about === null ? choice : { ...choice, own: comms.detail.get(about) ?? null },
  )
  return withTables(drawn, choices, title_block)
}

/** A list, and the kind of module that it is about: its sheet is known when that module has one. */
interface List extends TableChoice {
  readonly about: ModuleKind | null
}

/** The lists, each with the sheet on which it is looked for: beside what it lists. */
function listsOf(comms: CommsSite, backbone: readonly DrawnSheet[]): List[] {
  const on = (subject: string, own: string | undefined, ...forms: readonly (Table | null)[]): List[] => {
    const known = forms.filter((table) => table !== null)
    return known.length === 0 ? [] : [{ subject, forms: known, own: own ?? null, about: null }]
  }
  const [trunks, fabric] = [backbone[0], backbone.at(-1)].map((part) => part?.sheet.sheet_id)
  const overview = 'net-overview'
  const [zones, uplink, equipment] = zoneTables(comms)
  return [
    ...on('OT rings', trunks, ringTable(comms)),
    ...on('cables by block', trunks, blockTable(comms)),
    ...on('cables between modules', trunks, cableTable(comms)),
    ...on('conduits', overview, conduitTable(comms, false), conduitTable(comms, true)),
    ...on('zones', overview, zones ?? null),
    ...on('up-link', overview, uplink ?? null),
    ...on('network equipment', overview, equipment ?? null),
    ...on('reserved addresses', overview, reservedTable(comms)),
    ...on('fabric channels', fabric, lossTable(comms)),
    ...addressTables(comms).map(({ kind, forms }): List => ({
      subject: 'addresses',
      forms,
      own: null,
      about: kind,
    })),
  ]
}
