import type { Area, Primitive } from '@edp/schemas'
import { describe, expect, test } from 'vitest'

import { freeRooms } from './free-rooms.ts'
import { notesPanel, packPanels, tablePanel, tablePanels, type Panel } from './panels.ts'
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

test('notes are as high as their panel says', () => {
  const notes = Array.from({ length: 12 }, (_, index) => `Note ${index} with some words that need two lines.`)
  const panel = notesPanel(notes, { width_mm: 60, text_mm: 2.5, first: 4, heading: 'NOTES' })
  const texts = panel.draw(0, 0).flatMap((item) => (item.kind === 'text' ? [item] : []))
  expect(texts.filter((text) => /^\d+\.$/.test(text.value)).map((text) => text.value)).toEqual(
    notes.map((_, index) => `${index + 4}.`),
  )
  expect(Math.min(...texts.map((text) => text.at[1]))).toBeGreaterThan(-panel.height_mm)
})

describe('freeRooms', () => {
  const limits = { width: 40, height: 20, gap: 4 }

  test('an empty area is one room', () => {
    expect(freeRooms([], [], ROOM, limits)).toEqual([ROOM])
  })

  test('rooms keep clear of what is drawn and of each other', () => {
    const drawn = pen('E-ANNO-TEXT').box([60, 40], 60, 60)
    const rooms = freeRooms([drawn], [], ROOM, limits)
    expect(rooms.length).toBeGreaterThan(1)
    const all = [{ x0: 60, y0: 40, x1: 120, y1: 100 }, ...rooms]
    for (const [index, a] of all.entries())
      for (const b of all.slice(index + 1))
        expect(a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1).toBe(false)
  })

  test('a full area has none', () => {
    expect(freeRooms([pen('E-ANNO-TEXT').box([0, 0], 200, 100)], [], ROOM, limits)).toEqual([])
  })
})
