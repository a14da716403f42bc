import { buildBom, buildSchedule, renderBomXlsx, renderScheduleXlsx } from '@edp/bom'
import { engineerExample, EXAMPLE_NAMES } from '@edp/testing'
import exceljs from 'exceljs'
import { expect, test } from 'vitest'

/** Capitals are wider than the digits that widths are measured in. */
const MARGIN = 1
/** A form of properties and values; all other sheets are lists with one row of headings. */
const FORM = 'Summary'

/** Texts of both workbooks of an example that the next cell would cut: longer than their column and not broken. */
async function textsOf(bytes: Uint8Array): Promise<{ readonly texts: number; readonly cut: string[] }> {
  const book = new exceljs.Workbook()
  await book.xlsx.load(Buffer.from(bytes) as never)
  const cut = new Set<string>()
  let texts = 0
  for (const sheet of book.worksheets.filter(({ name }) => name !== FORM))
    sheet.eachRow((row, number) => {
      if (number === 1) return
      row.eachCell(({ value, alignment }, column) => {
        if (typeof value !== 'string') return
        texts += 1
        const width = sheet.getColumn(column).width ?? 0
        const isBroken = (alignment as Partial<exceljs.Alignment> | undefined)?.wrapText === true
        if (!isBroken && value.length + MARGIN > width)
          cut.add(`${sheet.name}, column ${column} (${width}): ${value}, ${value.length}`)
      })
    })
  return { texts, cut: [...cut] }
}

test.each(EXAMPLE_NAMES)('no text of the workbooks of %s is wider than its column', async (name) => {
  const site = engineerExample(name)
  for (const bytes of [await renderBomXlsx(buildBom(site)), await renderScheduleXlsx(buildSchedule(site))]) {
    const { texts, cut } = await textsOf(bytes)
    expect(texts).toBeGreaterThan(300)
    expect(cut).toEqual([])
  }
})
