import type { Area, Primitive } from '@edp/schemas'

import { measureTable, placeTable, type Table } from '../sheet/table.ts'
import { TABLE_STYLE } from './comms-style.ts'

const GAP = 10

/** Tables placed whole in rooms of a sheet, and those that no room held. */
export interface WholeTables {
  readonly items: readonly Primitive[]
  /** The same by the room that they stand in. */
  readonly in_rooms: ReadonlyMap<Area, readonly Primitive[]>
  readonly rest: readonly Table[]
}

/** Room of a sheet that fills from the left, column by column. */
interface Room {
  readonly area: Area
  x: number
  y: number
  /** Width of the column so far. */
  column: number
}

/**
 * Places tables below and beside each other in rooms of a sheet, each whole or not at all; first those that have a room of their
 * own where they are looked for.
 */
export function placeWhole(
  tables: readonly Table[],
  areas: readonly Area[],
  own: ReadonlyMap<Table, Area> = new Map(),
): WholeTables {
  const rooms = areas.map((area): Room => ({ area, x: area.x0, y: area.y1, column: 0 }))
  const in_rooms = new Map<Area, Primitive[]>(areas.map((area) => [area, []]))
  const ordered = [...tables.filter((t) => own.has(t)), ...tables.filter((t) => !own.has(t))]
  const rest = ordered.filter((table) => {
    const first = rooms.filter(({ area }) => area === own.get(table))
    for (const room of [...first, ...rooms.filter((r) => !first.includes(r))]) {
      const found = placeIn(room, table)
      in_rooms.get(room.area)?.push(...found)
      if (found.length > 0) return false
    }
    return true
  })
  return { items: [...in_rooms.values()].flat(), in_rooms, rest }
}

function placeIn(room: Room, table: Table): readonly Primitive[] {
  const measured = measureTable(table, TABLE_STYLE)
  const { area } = room
  const beside = room.x + room.column + (room.column > 0 ? GAP : 0)
  const corners = [
    { x0: room.x, y1: room.y, column: room.column },
    { x0: beside, y1: area.y1, column: 0 },
  ]
  for (const { x0, y1, column } of corners) {
    if (x0 + measured.width > area.x1) continue
    const placed = placeTable(table, { ...area, x0, y1 }, TABLE_STYLE, measured)
    if (placed.rest.length > 0) continue
    room.x = x0
    room.y = y1 - placed.height_mm - GAP
    room.column = Math.max(column, measured.width)
    return placed.items
  }
  return []
}
