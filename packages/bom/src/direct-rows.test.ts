import ExcelJS from 'exceljs'
import JSZip from 'jszip'
import { expect, test } from 'vitest'

import { directRows, type FilledCell } from './direct-rows.ts'

const PLAIN = { alignment: { vertical: 'top' } } as const
const NUMERIC = { alignment: { vertical: 'top' }, numFmt: '#,##0.0' } as const
const ROWS: readonly { readonly cells: readonly FilledCell[]; readonly height: number | null }[] = [
  {
    cells: [
      { column: 0, value: 'a < b & "c"', style: PLAIN },
      { column: 2, value: -0.125, style: NUMERIC },
    ],
    height: null,
  },
  { cells: [], height: null },
  {
    cells: [
      { column: 1, value: 'two\nlines', style: PLAIN },
      { column: 27, value: 1e21, style: PLAIN },
      { column: 28, value: 0, style: {} },
    ],
    height: 30,
  },
  { cells: [{ column: 0, value: 'a < b & "c"', style: {} }], height: 15.5 },
]

type Write = (writer: ExcelJS.stream.xlsx.WorkbookWriter, sheet: ExcelJS.Worksheet) => void

/** Files of a workbook with a header and the rows that `write` adds. */
async function filesOf(write: Write): Promise<Record<string, string>> {
  const writer = new ExcelJS.stream.xlsx.WorkbookWriter({ useStyles: true, useSharedStrings: true })
  writer.created = writer.modified = new Date(0)
  const sheet = writer.addWorksheet('Sheet')
  sheet.addRow(['first', 'second']).commit()
  write(writer, sheet)
  sheet.commit()
  await writer.commit()
  const { stream } = writer as unknown as { stream: { toBuffer: () => Uint8Array } }
  const zip = await JSZip.loadAsync(stream.toBuffer())
  const names = Object.keys(zip.files).sort()
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await zip.files[name]?.async('string')] as const)),
  ) as Record<string, string>
}

const byLibrary: Write = (_writer, sheet) => {
  for (const { cells, height } of ROWS) {
    const row = sheet.addRow([])
    for (const { column, value, style } of cells) {
      const cell = row.getCell(column + 1)
      cell.value = value
      cell.style = style
    }
    if (height !== null) row.height = height
    row.commit()
  }
}

test('rows written as text are those that the library writes', async () => {
  const direct = await filesOf((writer, sheet) => {
    const write = directRows(writer, sheet)
    ROWS.forEach(({ cells, height }, index) => {
      write(index + 2, cells, height)
    })
  })
  expect(direct['xl/worksheets/sheet1.xml']).toContain('<row r="4" ht="30" customHeight="1" spans="2:29"')
  expect(direct).toEqual(await filesOf(byLibrary))
})
