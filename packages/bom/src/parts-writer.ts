import ExcelJS from 'exceljs'

import { Utf8Pieces } from './utf8-pieces.ts'

const UTF8 = new TextDecoder()

/** A file inside a workbook, in pieces. */
export interface WorkbookPart {
  readonly name: string
  readonly pieces: readonly Uint8Array[]
}

/** Text as the library hands it over. */
type LibraryText = string | { toBuffer(): Uint8Array }

/**
 * The workbook writer of the library, without its ZIP, which is stamped with the clock and held in memory once more: the
 * files of the workbook are kept as they are written, and zipped by whoever takes them.
 */
export class PartsWriter extends ExcelJS.stream.xlsx.WorkbookWriter {
  /** No initial value: the library's constructor adds the first files already. */
  declare private files?: { readonly name: string; readonly content: Utf8Pieces }[]

  constructor() {
    super({ useStyles: true, useSharedStrings: true })
  }

  /** The files, once the workbook has been committed. */
  parts(): WorkbookPart[] {
    return (this.files ?? []).map(({ name, content }) => ({ name, pieces: content.end() }))
  }

  /** Where the library puts a file that it has as a whole. */
  get zip(): object {
    return {
      pipe: () => undefined,
      append: (text: string, { name }: { readonly name: string }) => {
        this.open(name).add(text)
      },
    }
  }

  set zip(_libraryZip: object) {
    // The library's own is never filled.
  }

  /** Where the library writes a sheet, piece by piece. */
  _openStream(name: string): object {
    const content = this.open(name)
    return {
      pause: () => undefined,
      end: () => undefined,
      write: (text: LibraryText) => {
        content.add(typeof text === 'string' ? text : UTF8.decode(text.toBuffer()))
      },
    }
  }

  /** What is left to do when all files are written. */
  _finalize(): Promise<this> {
    return Promise.resolve(this)
  }

  private open(name: string): Utf8Pieces {
    const content = new Utf8Pieces()
    ;(this.files ??= []).push({ name: name.replace(/^\//, ''), content })
    return content
  }
}
