import type { Drawing } from '@edp/schemas'

import type { Table } from './table.ts'
import { sheetNumber } from './title-block.ts'

/** The list of sheets as a table; a click on its number leads to the sheet. */
export function sheetList(
  title_block: Drawing['title_block'],
  sheets: readonly { readonly sheet_id: string; readonly title: string }[],
): Table {
  return {
    title: 'LIST OF SHEETS',
    columns: [
      { title: 'Sheet' },
      { title: 'Document number' },
      { title: 'Title', max_width_mm: 130, wrap: true },
    ],
    rows: sheets.map((sheet, index) => {
      const number = sheetNumber(index, sheets.length)
      return {
        cells: [number, `${title_block.document_number}-${number}`, sheet.title],
        sheet_id: sheet.sheet_id,
      }
    }),
  }
}
