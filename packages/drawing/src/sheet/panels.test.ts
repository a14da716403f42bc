import type { Area, Primitive } from '@edp/schemas'
import { describe, expect, test } from 'vitest'

import { FreeRooms } from './free-rooms.ts'
import { continuing, packPanels, tablePanel, tablePanels, type Panel } from './panels.ts'
import { pen } from './pen.ts'
import type { Table } from './table.ts'

const STYLE = { layer: 'E-ANNO-TABL', text_layer: 'E-ANNO-TEXT', text_mm: 2.5 } as const
const ROOM: Area = { x0: 0, y0: 0, x1: 200, y1: 100 }

const table = (rows: number): Table => ({
  title: 'FEEDERS',
  columns: [{ title: 'Breaker' }],
  rows: Array.from({ length: rows }, (_, index) => ({ cells: [`52-C${index}`] })),
})

/** A panel that draws its corner: where it was put can be read off. */
const block = (width_mm: number, height_mm: number): Panel => ({
  width_mm,
  height_mm,
  draw: (x0, y1) => [pen('E-ANNO-TEXT').text([x0, y1], 2.5, `${width_mm}`)],
})

const placesOf = (items: readonly Primitive[]): string[] =>
  items.map((item) => (item.kind === 'text' ? `${item.value} at ${item.at.join(',')}` : item.kind))

describe('packPanels', () => {
  test('tall panels open columns, small ones stand below others', () => {
    const { items, rest } = packPanels([block(50, 20), block(80, 90), block(60, 60)], [ROOM], 5)
    expect(rest).toEqual([])
    expect(placesOf(items[0] ?? [])).toEqual(['80 at 0,100', '60 at 85,100', '50 at 85,35'])
  })

  test('what fits nowhere is left over, by its position', () => {
    expect(packPanels([block(50, 20), block(300, 20), block(50, 101)], [ROOM]).rest).toEqual([1, 2])
  })

  test('what goes on from a panel is read after it: below it or further right, never left of it or without it', () => {
    const [first, tall, low] = [block(60, 80), block(50, 30), block(40, 10)]
    const second = continuing(tall, first)
    const third = continuing(low, second)
    const room = { ...ROOM, x1: 400 }
    // By their heights alone the third piece would stand below the table of 90, left of the first.
    const { items } = packPanels([first, second, third, block(70, 84)], [room], 5)
    expect(placesOf(items[0] ?? [])).toEqual(['70 at 0,100', '60 at 75,100', '50 at 140,100', '40 at 140,65'])
    const high = block(60, 120)
    expect(packPanels([high, continuing(low, high)], [room]).rest).toEqual([0, 1])
  })

  test('the last column grows for a wider panel below, no other one does', () => {
    const { items } = packPanels([block(50, 50), block(150, 30)], [ROOM], 5)
    expect(placesOf(items[0] ?? [])).toEqual(['50 at 0,100', '150 at 0,45'])
  })
})

describe('tablePanels', () => {
  const rowsOf = (panel: Panel): number =>
    panel.draw(0, 0).filter((item) => item.kind === 'text' && item.value.startsWith('52-')).length

  test('a table that fits is one panel', () => {
    const [panel, ...others] = tablePanels(table(10), STYLE, 100)
    expect(others).toEqual([])
    expect(panel?.height_mm).toBe(tablePanel(table(10), STYLE).height_mm)
  })

  test('a higher one goes on, no row is lost and no piece is higher than the limit', () => {
    const panels = tablePanels(table(100), STYLE, 100)
    expect(panels.length).toBeGreaterThan(4)
    expect(panels.reduce((sum, panel) => sum + rowsOf(panel), 0)).toBe(100)
    expect(Math.max(...panels.map((panel) => panel.height_mm))).toBeLessThanOrEqual(100)
  })

  test('a limit below one row is an error', () => {
    expect(() => tablePanels(table(3), STYLE, 5)).toThrow('higher than a sheet')
  })
})

describe('FreeRooms', () => {
  const roomsBeside = (...items: Primitive[]): Area[] => {
    const free = new FreeRooms(ROOM, [], { width: 40, height: 20, gap: 4 })
    free.take(items)
    return free.rooms()
  }

  test('an empty area is one room', () => {
    expect(roomsBeside()).toEqual([ROOM])
  })

  test('rooms keep clear of what is drawn and of each other', () => {
    const drawn = pen('E-ANNO-TEXT').box([60, 40], 60, 60)
    const rooms = roomsBeside(drawn)
    expect(rooms.length).toBeGreaterThan(1)
    const all = [{ x0: 60, y0: 40, x1: 120, y1: 100 }, ...rooms]
    for (const [index, a] of all.entries())
      for (const b of all.slice(index + 1))
        expect(a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1).toBe(false)
  })

  test('the first room is as wide as asked where there is such a one', () => {
    const free = new FreeRooms(ROOM, [], { width: 40, height: 20, gap: 4 })
    free.take([pen('E-ANNO-TEXT').box([0, 40], 96, 60)])
    const usual = { x0: 104, y0: 0, x1: 200, y1: 100 }
    expect(free.rooms()[0]).toEqual(usual)
    expect(free.rooms(150)).toEqual([
      { x0: 0, y0: 0, x1: 200, y1: 32 },
      { x0: 104, y0: 36, x1: 200, y1: 100 },
    ])
    expect(free.rooms(201)[0]).toEqual(usual)
  })

  test('of equal rooms the upper one comes first, beside each other the left one', () => {
    const [across, upright] = [
      pen('E-ANNO-TEXT').box([0, 50], 200, 0.1),
      pen('E-ANNO-TEXT').box([100, 0], 0.1, 100),
    ]
    const corners = (rooms: Area[]): (readonly number[])[] => rooms.map(({ x0, y1 }) => [x0, y1])
    expect(corners(roomsBeside(across))).toEqual([
      [0, 100],
      [0, 44],
    ])
    expect(corners(roomsBeside(upright))).toEqual([
      [0, 100],
      [108, 100],
    ])
  })

  test('a full area has none', () => {
    expect(roomsBeside(pen('E-ANNO-TEXT').box([0, 0], 200, 100))).toEqual([])
  })
})
