import type { Area, Primitive } from '@edp/schemas'

import { measureTable, placeTable, type Table } from '../sheet/table.ts'
import { TABLE_STYLE } from './comms-style.ts'
import { without } from './free-room.ts'

/** More rows than this stand on no sheet whole. */
const ROWS_MAX = 120
const UNBOUNDED_MM = 1e4

/** A table in the forms that it may have, the preferred one first, and the sheet on which it is looked for. */
export interface TableChoice {
  readonly forms: readonly Table[]
  readonly own: string | null
}

/** What is free on a sheet: rectangles that may overlap. */
export interface Room {
  readonly sheet_id: string
  readonly free: readonly Area[]
}

/** Tables placed whole on sheets, those that found no room, and what is free then. */
export interface WholeTables {
  readonly items: ReadonlyMap<string, readonly Primitive[]>
  readonly rest: readonly TableChoice[]
  readonly rooms: readonly Room[]
}

/** A form of a table with its size, mm. */
interface Sized {
  readonly table: Table
  readonly width: number
  readonly height: number
}

interface SizedChoice {
  readonly choice: TableChoice
  readonly sized: readonly Sized[]
}

/**
 * Places tables on sheets, each whole or not at all; each on its own sheet where that has room. Of some orders and forms it takes
 * those that leave the least over.
 */
export function placeWhole(choices: readonly TableChoice[], rooms: readonly Room[]): WholeTables {
  const sized = choices.map((choice): SizedChoice => ({
    choice,
    sized: choice.forms.flatMap((table) => sizeOf(table) ?? []),
  }))
  const area = ({ sized: [first] }: SizedChoice): number =>
    first === undefined ? 0 : first.width * first.height
  const height = ({ sized: [first] }: SizedChoice): number => first?.height ?? 0
  const orders = [
    sized,
    [...sized].sort((a, b) => area(b) - area(a)),
    [...sized].sort((a, b) => height(b) - height(a)),
  ]
  const ways = orders.flatMap((order) => [
    order,
    order.map(({ choice, sized: forms }) => ({ choice, sized: [...forms].reverse() })),
  ])
  const placed = ways.map((way) => placedInTurn(way, rooms))
  return placed.reduce((best, way) => (way.rest.length < best.rest.length ? way : best))
}

/** Size of a table that is placed whole; null where it has too many rows for that. */
function sizeOf(table: Table): Sized | null {
  if (table.rows.length > ROWS_MAX) return null
  const measured = measureTable(table, TABLE_STYLE)
  const area = { x0: 0, x1: UNBOUNDED_MM, y0: -UNBOUNDED_MM, y1: 0 }
  const { height_mm: height } = placeTable(table, area, TABLE_STYLE, measured)
  return { table, width: measured.width, height }
}

function placedInTurn(choices: readonly SizedChoice[], rooms: readonly Room[]): WholeTables {
  const free = new Map(rooms.map((room) => [room.sheet_id, room.free]))
  const items = new Map<string, Primitive[]>()
  const rest = choices.filter(({ choice, sized }) => {
    for (const sheet_id of [
      ...[...free.keys()].filter((id) => id === choice.own),
      ...[...free.keys()].filter((id) => id !== choice.own),
    ]) {
      const areas = free.get(sheet_id) ?? []
      for (const { table, width, height } of sized) {
        const room = roomFor(width, height, areas)
        if (room === undefined) continue
        const placed = placeTable(table, room, TABLE_STYLE)
        items.set(sheet_id, [...(items.get(sheet_id) ?? []), ...placed.items])
        const box = { x0: room.x0, x1: room.x0 + width, y0: room.y1 - height, y1: room.y1 }
        free.set(sheet_id, without(areas, box))
        return false
      }
    }
    return true
  })
  return {
    items,
    rest: rest.map(({ choice }) => choice),
    rooms: [...free].map(([sheet_id, areas]) => ({ sheet_id, free: areas })),
  }
}

/** The room that a table leaves the least of beside it, and of several the highest one. */
function roomFor(width: number, height: number, areas: readonly Area[]): Area | undefined {
  const spare = ({ x0, x1, y0, y1 }: Area): number => Math.min(x1 - x0 - width, y1 - y0 - height)
  const [best] = areas
    .filter(({ x0, x1, y0, y1 }) => x1 - x0 >= width && y1 - y0 >= height)
    .sort((a, b) => spare(a) - spare(b) || b.y1 - a.y1 || a.x0 - b.x0)
  return best
}
