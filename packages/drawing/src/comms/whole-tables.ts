import type { Area, Primitive } from '@edp/schemas'

import { measureTable, placeTable, type Table } from '../sheet/table.ts'
import { TABLE_STYLE } from './comms-style.ts'
import { without } from './free-room.ts'

/** More rows than this stand on no sheet whole. */
const ROWS_MAX = 120
const UNBOUNDED_MM = 1e4
/** So many of the largest tables are tried in every order. */
const ORDERED_MAX = 5

/** A table in the forms that it may have, the preferred one first, and the sheet on which it is looked for. */
export interface TableChoice {
  /** What it is a list of, in the title of a sheet of tables. */
  readonly subject: string
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

/** A table with its place. */
interface Placement {
  readonly sheet_id: string
  readonly table: Table
  readonly room: Area
}

/** Where the tables of one order found room. */
interface Way {
  readonly placed: readonly Placement[]
  readonly rest: readonly TableChoice[]
  readonly free: ReadonlyMap<string, readonly Area[]>
}

/**
 * Places tables on sheets, each whole or not at all; each on its own sheet where that has room. Of the orders of the largest ones,
 * and of their forms, it takes what leaves the fewest over.
 */
export function placeWhole(choices: readonly TableChoice[], rooms: readonly Room[]): WholeTables {
  const sized = choices.map((choice): SizedChoice => ({
    choice,
    sized: choice.forms.flatMap((table) => sizeOf(table) ?? []),
  }))
  const area = ({ sized: [first] }: SizedChoice): number =>
    first === undefined ? 0 : first.width * first.height
  const large = [...sized].sort((a, b) => area(b) - area(a)).slice(0, ORDERED_MAX)
  const small = sized.filter((choice) => !large.includes(choice))
  let best = placedInTurn(sized, rooms)
  for (const order of ordersOf(large))
    for (const narrow of [false, true]) {
      if (best.rest.length === 0) return drawn(best)
      const way = placedInTurn(
        [...order, ...small].map((choice) => formed(choice, narrow)),
        rooms,
      )
      if (way.rest.length < best.rest.length) best = way
    }
  return drawn(best)
}

/** A choice with its forms as they are preferred, or the last one first. */
function formed({ choice, sized }: SizedChoice, reversed: boolean): SizedChoice {
  return { choice, sized: reversed ? [...sized].reverse() : sized }
}

/** All orders of some things. */
function ordersOf<T>(things: readonly T[]): T[][] {
  if (things.length < 2) return [[...things]]
  return things.flatMap((first) =>
    ordersOf(things.filter((thing) => thing !== first)).map((others) => [first, ...others]),
  )
}

/** Size of a table that is placed whole; null where it has too many rows for that. */
function sizeOf(table: Table): Sized | null {
  if (table.rows.length > ROWS_MAX) return null
  const measured = measureTable(table, TABLE_STYLE)
  const area = { x0: 0, x1: UNBOUNDED_MM, y0: -UNBOUNDED_MM, y1: 0 }
  const { height_mm: height } = placeTable(table, area, TABLE_STYLE, measured)
  return { table, width: measured.width, height }
}

function placedInTurn(choices: readonly SizedChoice[], rooms: readonly Room[]): Way {
  const free = new Map(rooms.map((room) => [room.sheet_id, room.free]))
  const placed: Placement[] = []
  const rest = choices.filter(({ choice, sized }) => {
    const ids = [...free.keys()]
    for (const sheet_id of [
      ...ids.filter((id) => id === choice.own),
      ...ids.filter((id) => id !== choice.own),
    ]) {
      const areas = free.get(sheet_id) ?? []
      for (const { table, width, height } of sized) {
        const room = roomFor(width, height, areas)
        if (room === undefined) continue
        placed.push({ sheet_id, table, room })
        const box = { x0: room.x0, x1: room.x0 + width, y0: room.y1 - height, y1: room.y1 }
        free.set(sheet_id, without(areas, box))
        return false
      }
    }
    return true
  })
  return { placed, rest: rest.map(({ choice }) => choice), free }
}

function drawn({ placed, rest, free }: Way): WholeTables {
  const items = new Map<string, Primitive[]>()
  for (const { sheet_id, table, room } of placed)
    items.set(sheet_id, [...(items.get(sheet_id) ?? []), ...placeTable(table, room, TABLE_STYLE).items])
  return { items, rest, rooms: [...free].map(([sheet_id, areas]) => ({ sheet_id, free: areas })) }
}

/** The room that a table leaves the least of beside it, and of several the highest one. */
function roomFor(width: number, height: number, areas: readonly Area[]): Area | undefined {
  const spare = ({ x0, x1, y0, y1 }: Area): number => Math.min(x1 - x0 - width, y1 - y0 - height)
  const [best] = areas
    .filter(({ x0, x1, y0, y1 }) => x1 - x0 >= width && y1 - y0 >= height)
    .sort((a, b) => spare(a) - spare(b) || b.y1 - a.y1 || a.x0 - b.x0)
  return best
}
