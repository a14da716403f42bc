import { expect, test } from 'vitest'

import type { Table } from '../../sheet/table.ts'
import { ofSheet, withoutEmptyColumns } from './block-schedules.ts'

const BATTERIES: Table = {
  title: 'BATTERY UNITS',
  columns: [{ title: 'Unit' }, { title: 'DC A', halign: 'right' }, { title: 'Cable' }],
  rows: [
    { id: 'b1', cells: ['B01', '-', 'PL-B01-K01-01'] },
    { id: 'b2', cells: ['B02', '-', '-'] },
  ],
}

test('a column that says nothing in any row is left out, one that does in a single row stays', () => {
  expect(withoutEmptyColumns(BATTERIES)).toEqual({
    title: 'BATTERY UNITS',
    columns: [{ title: 'Unit' }, { title: 'Cable' }],
    rows: [
      { id: 'b1', cells: ['B01', 'PL-B01-K01-01'] },
      { id: 'b2', cells: ['B02', '-'] },
    ],
  })
})

test('a schedule on another sheet names the one that it is about', () => {
  expect(ofSheet(BATTERIES, '003')).toEqual({ ...BATTERIES, title: 'BATTERY UNITS, SHEET 003' })
})
