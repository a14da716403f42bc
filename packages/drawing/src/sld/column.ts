import type { Connection } from '@edp/schemas'

import type { SldStyle } from './sld-style.ts'

/** What a part of a sheet needs to know to be drawn. */
export interface Place {
  readonly style: SldStyle
  readonly cables: ReadonlyMap<string, Connection>
  /** Interlocks of a switching device by its tag, e.g. `K1, E1`. */
  readonly interlocks: ReadonlyMap<string, string>
  /** Sheet with the distribution inside a module, by the module. */
  readonly inside: ReadonlyMap<string, string>
  /** Sheets with the feeders of some modules, in their order. */
  readonly feeding: (module_ids: readonly string[]) => readonly string[]
  /** Printed number of a sheet. */
  readonly numberOf: (sheet_id: string) => string
}

/** Columns distributed over sheets from left to right; a column wider than a sheet gets one of its own. */
export function packColumns<T extends { readonly width: number }>(
  columns: readonly T[],
  width: number,
): T[][] {
  const sheets: T[][] = []
  let left = 0
  for (const column of columns) {
    const sheet = sheets.at(-1)
    if (sheet === undefined || column.width > left + 1e-6) {
      sheets.push([column])
      left = width - column.width
    } else {
      sheet.push(column)
      left -= column.width
    }
  }
  return sheets
}
