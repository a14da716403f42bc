import ExcelJS from 'exceljs'
import { beforeAll, expect, test } from 'vitest'

import { siteFixture } from '../test/site-fixture.ts'
import { buildBom } from './build-bom.ts'
import { buildSchedule } from './build-schedule.ts'
import { renderBomXlsx } from './render-bom-xlsx.ts'
import { renderScheduleXlsx } from './render-schedule-xlsx.ts'

const site = siteFixture({ site_name: '=1+1 & Łódź' })
const bom = buildBom(site)
const schedule = buildSchedule(site)
const books = { bom: new ExcelJS.Workbook(), schedule: new ExcelJS.Workbook() }

beforeAll(async () => {
  await books.bom.xlsx.load((await renderBomXlsx(bom)).buffer as ArrayBuffer)
  await books.schedule.xlsx.load((await renderScheduleXlsx(schedule)).buffer as ArrayBuffer)
})

/** Rows of a sheet by the words of its header. */
function rows(book: keyof typeof books, name: string): Record<string, unknown>[] {
  const sheet = books[book].getWorksheet(name)
  if (sheet === undefined) throw new Error(`no sheet ${name}`)
  const cells = (row: number): unknown[] => (sheet.getRow(row).values as unknown[]).slice(1)
  const header = cells(1) as string[]
  return Array.from({ length: sheet.rowCount - 1 }, (_, index) => {
    const values = cells(index + 2)
    return Object.fromEntries(header.map((title, column) => [title, values[column] ?? null]))
  })
}

test('sheets of the bill', () => {
  expect(books.bom.worksheets.map((sheet) => sheet.name)).toEqual([
    'Summary',
    'Lines',
    'By module',
    'Cables and hoses',
    'Findings',
    'Basis of design',
  ])
})

test('sheets of the schedule', () => {
  expect(books.schedule.worksheets.map((sheet) => sheet.name)).toEqual([
    'Cables',
    'Fibre',
    'Earthing',
    'Hoses',
    'Internal (typical)',
    'Totals',
    'Cut list',
  ])
})

test('workbook and document of the bill say the same', () => {
  expect(
    rows('bom', 'Lines').map((row) => [
      row['Line'],
      row['Item'],
      row['In line'],
      row['Tag'],
      row['Quantity'],
      row['Spares'],
      row['Order quantity'],
      row['Total mass without spares (kg)'],
      row['TAA'],
    ]),
  ).toEqual(
    bom.lines.map((line) => [
      line.line_no,
      line.item_id,
      line.parent_line_no,
      line.tag,
      line.quantity,
      line.spare_quantity,
      line.order_quantity,
      line.total_mass_kg,
      line.sourcing.taa_status,
    ]),
  )
})

test('BY OTHERS, bought in and EXCLUDED stand out', () => {
  const lines = rows('bom', 'Lines')
  expect(lines.find((row) => row['Item'] === 'S-030')?.['Scope']).toBe('BY OTHERS')
  expect(lines.find((row) => row['Item'] === 'bess')).toMatchObject({
    Scope: 'bought in',
    'Excluded in this tier': 'EXCLUDED',
  })
})

test('the site name is a text, in its own words', () => {
  expect(rows('bom', 'Summary')[0]).toEqual({ Property: 'Site', Value: '=1+1 & Łódź', Unit: null })
})

test('every figure of the summary has words', () => {
  expect(rows('bom', 'Summary').filter((row) => String(row['Property']).includes('_'))).toEqual([])
})

test('by module: alike breakers of a block are one row, nothing is lost', () => {
  const modules = rows('bom', 'By module')
  expect(modules.find((row) => row['Category'] === 'power')).toMatchObject({
    Tags: '52-C02A..52-C04A',
    Description: 'MCCB breaker',
    Quantity: 3,
  })
  const quantity = modules.reduce((sum, row) => sum + Number(row['Quantity']), 0)
  expect(quantity).toBe(site.items.reduce((sum, item) => sum + item.quantity, 0))
})

test('workbook and document of the schedule say the same', () => {
  const sheets = { cables: 'Cables', fibre: 'Fibre', earthing: 'Earthing', hoses: 'Hoses' } as const
  for (const [key, name] of Object.entries(sheets))
    expect(
      rows('schedule', name).map((row) => [
        row['Number'],
        row['Listed under'],
        row['Cut length (m)'],
        row['Total length (m)'],
      ]),
    ).toEqual(
      schedule.entries
        .filter((entry) => entry.sheet === key)
        .map(({ connection, designations }) => [
          connection.connection_id,
          designations,
          connection.length.cut_m,
          connection.total_length_m,
        ]),
    )
  expect(rows('schedule', 'Totals').map((row) => [row['Type'], row['Total (m)'], row['Order (m)']])).toEqual(
    schedule.totals.map((total) => [total.type, total.total_length_m, total.order_length_m]),
  )
  expect(rows('schedule', 'Cut list').map((row) => [row['Cut length (m)'], row['Pieces']])).toEqual(
    schedule.cut_list.map((cut) => [cut.cut_length_m, cut.pieces_count]),
  )
})

test('the fields to fill in on site are empty', () => {
  for (const row of rows('schedule', 'Cables'))
    expect([row['Insulation resistance (Mohm)'], row['Test date'], row['Tested by']]).toEqual([
      null,
      null,
      null,
    ])
})
