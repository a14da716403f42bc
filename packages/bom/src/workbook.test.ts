import ExcelJS from 'exceljs'
import JSZip from 'jszip'
import { expect, test } from 'vitest'

import { number, sheetOf, text, type Cell } from './column.ts'
import { renderWorkbook } from './workbook.ts'

const write = (values: readonly Cell[], title = 'Title'): Promise<Uint8Array> =>
  renderWorkbook(title, 'Revision', [sheetOf('Sheet', [text<Cell>('Value', 20, (value) => value)], values)])

async function read(bytes: Uint8Array): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer)
  const sheet = workbook.worksheets[0]
  if (sheet === undefined) throw new Error('no sheet')
  return sheet
}

async function xml(bytes: Uint8Array, name: string): Promise<string> {
  return (await (await JSZip.loadAsync(bytes)).file(name)?.async('string')) ?? ''
}

test('the same sheets give the same bytes', async () => {
  const values = ['a', 'b', 1.5, null]
  const [first, second] = [await write(values), await write(values)]
  expect(Buffer.compare(first, second)).toBe(0)
})

test('five workbooks at once are the same five workbooks', async () => {
  const alone = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((value) => write([value])))
  for (const [index, value] of ['a', 'b', 'c', 'd', 'e'].entries())
    expect(Buffer.compare(await write([value]), alone[index] ?? new Uint8Array())).toBe(0)
})

test('every entry carries the zero of ZIP time stamps', async () => {
  const zip = await JSZip.loadAsync(await write(['a']))
  const dates = Object.values(zip.files).map((file) => file.date.toISOString())
  expect(new Set(dates)).toEqual(new Set(['1980-01-01T00:00:00.000Z']))
  expect(Object.keys(zip.files)[0]).toBe('[Content_Types].xml')
})

test.each(['=1+1', '+1', '-1+1', '@SUM(1)', '=HYPERLINK("http://x","y")', "=cmd|' /C calc'!A0"])(
  '%s stays a text: no formula, no link',
  async (value) => {
    const bytes = await write([value])
    expect((await read(bytes)).getCell('A2').value).toBe(value)
    expect(await xml(bytes, 'xl/worksheets/sheet1.xml')).not.toMatch(/<f>|<hyperlink/)
  },
)

test.each([
  ['line\nbreak\u0000 and \u0007bell', 'line break  and  bell'],
  ['lone \ud800 surrogate', 'lone \ufffd surrogate'],
  ['non\uffffcharacter', 'non character'],
  ['喜界島 😀 Łódź', '喜界島 😀 Łódź'],
  ['<b>&"\'', '<b>&"\''],
])('%j is written as a text that every reader can open', async (value, expected) => {
  expect((await read(await write([value]))).getCell('A2').value).toBe(expected)
})

test("what looks like the file format's own escape is escaped", async () => {
  expect(await xml(await write(['_x0041_']), 'xl/sharedStrings.xml')).toContain('_x005F_x0041_')
})

test('a text is cut at the limit of a cell, visibly', async () => {
  const value = (await read(await write(['x'.repeat(40_000)]))).getCell('A2').value
  expect(value).toHaveLength(32_767)
  expect(value).toMatch(/x\.\.\.$/)
})

test.each([Number.NaN, Number.POSITIVE_INFINITY])('%d is refused', async (value) => {
  await expect(write([value])).rejects.toThrow('a workbook cannot hold')
})

test('more rows than a sheet holds are refused', async () => {
  await expect(write(Array.from({ length: 1_048_576 }, () => null))).rejects.toThrow('at most 1048575')
})

test('a site name cannot add codes to the page header', async () => {
  expect(await xml(await write(['a'], 'R&D &P'), 'xl/worksheets/sheet1.xml')).toContain(
    'R&amp;&amp;D &amp;&amp;P',
  )
})

test('header frozen, filter over all rows, A3 landscape, titles on every page', async () => {
  const sheet = await read(await write(['a', 'b']))
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', xSplit: 1, ySplit: 1 })
  expect(sheet.autoFilter).toBe('A1:A3')
  expect(sheet.pageSetup).toMatchObject({
    paperSize: 8,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: '1:1',
  })
})

test('a wide sheet takes more pages side by side instead of shrinking', async () => {
  const columns = Array.from({ length: 10 }, (_, i) => text<Cell>(`Column ${i}`, 80, (value) => value))
  const sheet = await read(await renderWorkbook('Title', 'Footer', [sheetOf('Wide', columns, ['a'])]))
  expect(sheet.pageSetup.fitToWidth).toBe(3)
})

test('numbers are numbers with a format', async () => {
  const bytes = await renderWorkbook('Title', 'Footer', [
    sheetOf('S', [number<number>('Mass (kg)', '#,##0.0', (v) => v)], [1234.56]),
  ])
  const cell = (await read(bytes)).getCell('A2')
  expect([cell.value, cell.numFmt]).toEqual([1234.56, '#,##0.0'])
})
