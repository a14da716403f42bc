import { expect, test } from 'vitest'

import { titleBlockOf } from '../sheet/title-block.ts'
import { listOfSheets } from './list-of-sheets.ts'

const title_block = titleBlockOf(
  {
    payload: { operator_org: 'Org', deployment_site_name: 'Site', deployment_id: 'abcdef0123' },
    design_revision: '1',
  } as Parameters<typeof titleBlockOf>[0],
  'pid_cooling',
)
const before = [
  { sheet_id: 'pid-typical', title: 'Cooling loop' },
  { sheet_id: 'pid-legend', title: 'Legend' },
]
const distribution = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    sheet_id: `pid-distribution-${index + 1}`,
    title: `Site distribution, C${index * 10 + 1}..C${index * 10 + 10}`,
  }))

test('each sheet has a line that leads to it', () => {
  expect(listOfSheets(title_block, before, distribution(2)).rows).toEqual([
    { cells: ['001', 'Cooling loop'], sheet_id: 'pid-typical' },
    { cells: ['002', 'Legend'], sheet_id: 'pid-legend' },
    {
      cells: ['003', 'Site distribution, C1..C10'],
      sheet_id: 'pid-distribution-1',
    },
    {
      cells: ['004', 'Site distribution, C11..C20'],
      sheet_id: 'pid-distribution-2',
    },
  ])
})

test('many sheets of the site are one line from the first to the last', () => {
  const { rows } = listOfSheets(title_block, before, distribution(36))
  expect(rows.length).toBe(3)
  expect(rows[2]).toEqual({
    cells: ['003..038', 'Site distribution, C1..C360'],
    sheet_id: 'pid-distribution-1',
  })
})
