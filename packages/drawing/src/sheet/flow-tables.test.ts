import { drawingArea } from '@edp/schemas'
import { describe, expect, test } from 'vitest'

import { boundsOf } from './bounds.ts'
import { flowSheets, flowTables } from './flow-tables.ts'
import type { Table } from './table.ts'

const STYLE = { layer: 'E-ANNO-TABL', text_layer: 'E-ANNO-TEXT', text_mm: 2.5 } as const

const table = (title: string, rows: number): Table => ({
  title,
  columns: [
    { title: 'Breaker', width_mm: 90 },
    { title: 'Load', width_mm: 90 },
  ],
  rows: Array.from({ length: rows }, (_, index) => ({ cells: [`${title}-${index}`, 'C01'] })),
})

const textsOf = (items: ReturnType<typeof flowTables>[number]): string[] =>
  items.flatMap((item) => (item.kind === 'text' ? [item.value] : []))

describe('flowSheets', () => {
  test.each([
    [30, ['A3']],
    [110, ['A2']],
    [300, ['A1']],
    [480, ['A1', 'A3']],
    [550, ['A1', 'A2']],
  ] as const)(
    '%i rows: A1, and the last sheet on the smallest paper that holds what is left: %j',
    (rows, sizes) => {
      const sheets = flowSheets([table('A', rows)], STYLE)
      expect(sheets.map(({ size }) => size)).toEqual(sizes)
      const found = sheets.flatMap(({ items }) => textsOf([...items])).filter((text) => text.startsWith('A-'))
      expect(found).toEqual(Array.from({ length: rows }, (_, index) => `A-${index}`))
      for (const { size, items } of sheets) {
        const [ink, area] = [boundsOf(items), drawingArea(size)]
        expect(ink.x1).toBeLessThanOrEqual(area.x1 + 0.01)
        expect(ink.y0).toBeGreaterThanOrEqual(area.y0 - 0.01)
      }
    },
  )

  test('what goes on is called so on the smaller paper too, and whole sheets are those of flowTables', () => {
    const tables = [table('A', 480), table('B', 3)]
    const sheets = flowSheets(tables, STYLE)
    const large = flowTables(tables, drawingArea('A1'), STYLE)
    expect(sheets).toHaveLength(large.length)
    expect(sheets[0]?.items).toEqual(large[0])
    expect(textsOf([...(sheets[1]?.items ?? [])])).toEqual(
      expect.arrayContaining(['A (continued)', 'B', 'B-2']),
    )
  })

  test('without tables there is no sheet', () => {
    expect(flowSheets([], STYLE)).toEqual([])
  })
})
