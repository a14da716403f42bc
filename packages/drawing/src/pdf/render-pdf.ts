import {
  base64Bytes,
  bytesId,
  deflate,
  drawableText,
  SHEET_SIZES,
  type Drawing,
  type Primitive,
  type SymbolDefinition,
} from '@edp/schemas'
import {
  PDFDocument,
  PDFHexString,
  PDFInvalidObject,
  PDFName,
  PDFString,
  type PDFFont,
  type PDFPage,
  type PDFRef,
} from 'pdf-lib'

import { ARIMO_REGULAR_BASE64 } from '../fonts/arimo-regular.generated.ts'
import { drawnBox } from '../sheet/bounds.ts'
import { furnished } from '../sheet/furnished.ts'
import { sheetNumber } from '../sheet/title-block.ts'
import { POINTS_PER_MM, sheetContents, type EncodeText } from './content-stream.ts'
import { paddedFontkit } from './padded-fontkit.ts'

const FONT_KEY = 'F1'
const ARIMO_REGULAR = base64Bytes(ARIMO_REGULAR_BASE64)
/** The same in every file: nothing in it comes from a clock. */
const FIXED_DATE = new Date('2000-01-01T00:00:00Z')

/**
 * Writes a drawing as PDF: the font embedded, one layer per drawing layer, a bookmark per sheet, links between sheets,
 * searchable text.
 *
 * @throws {EdpError} `invalid_drawing` with every unknown layer, symbol and linetype.
 * @example const bytes = await renderPdf(drawSld(site))
 */
export async function renderPdf(drawing: Drawing): Promise<Uint8Array> {
  const ready = furnished(drawing)
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const { context } = pdf
  context.flateStream = (contents, dict) =>
    context.stream(deflate([typeof contents === 'string' ? ascii(contents) : contents], 'zlib'), {
      ...dict,
      Filter: 'FlateDecode',
    })
  const title = drawableText(`${drawing.title_block.document_type}, ${drawing.title_block.site_name}`)
  pdf.setTitle(title, { showInWindowTitleBar: true })
  pdf.setAuthor(drawableText(drawing.title_block.legal_owner))
  const { document_number, revision, status } = drawing.title_block
  const subject = `${document_number}, revision ${revision}, ${status}`
  pdf.setSubject(subject)
  pdf.setCreator('EDP generator')
  pdf.setProducer('EDP generator')
  pdf.setCreationDate(FIXED_DATE)
  pdf.setModificationDate(FIXED_DATE)
  pdf.setLanguage(drawing.title_block.language)
  pdf.registerFontkit(paddedFontkit)
  const font = await pdf.embedFont(ARIMO_REGULAR, { subset: true, customName: 'EDPAAA+Arimo' })
  const groups = ready.layers.map((layer) =>
    context.register(context.obj({ Type: 'OCG', Name: PDFHexString.fromText(layer.name) })),
  )
  pdf.catalog.set(
    PDFName.of('OCProperties'),
    context.obj({ OCGs: groups, D: { Name: PDFString.of('Default'), Order: groups, ON: groups } }),
  )
  const contents = sheetContents(ready, encoder(font), FONT_KEY).map((content) => deflate([content], 'zlib'))
  const fonts = context.obj({ [FONT_KEY]: font.ref })
  const properties = context.obj(Object.fromEntries(groups.map((group, index) => [`L${index}`, group])))
  const pages = ready.sheets.map((sheet, index) => {
    const [width, height] = SHEET_SIZES[sheet.size]
    const page = pdf.addPage([width * POINTS_PER_MM, height * POINTS_PER_MM])
    page.node.set(PDFName.of('Resources'), context.obj({ Font: fonts, Properties: properties }))
    page.node.set(
      PDFName.of('Contents'),
      context.register(context.stream(contents[index] ?? '', { Filter: 'FlateDecode' })),
    )
    return page
  })
  addLinks(pdf, ready, pages)
  addBookmarks(pdf, ready, pages)
  addPageLabels(pdf, ready)
  const id = PDFHexString.of(bytesId([ascii(subject), ...contents]).replaceAll('-', ''))
  context.trailerInfo.ID = context.obj([id, id])
  // One tick: the library would otherwise pause every 50 objects.
  return pdf.save({ useObjectStreams: false, objectsPerTick: Number.POSITIVE_INFINITY })
}

/** Texts that hold nothing but ASCII; anything else is encoded as UTF-8. */
function ascii(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** Glyphs by character, without kerning: widths are the sums that the drawing was laid out with. */
function encoder(font: PDFFont): EncodeText {
  const glyphs = new Map<string, string>()
  return (text) => {
    let hex = ''
    for (const character of text) {
      let glyph = glyphs.get(character)
      if (glyph === undefined) {
        glyph = font.encodeText(character).toString().slice(1, -1)
        glyphs.set(character, glyph)
      }
      hex += glyph
    }
    return `<${hex}>`
  }
}

function addLinks(pdf: PDFDocument, drawing: Drawing, pages: readonly PDFPage[]): void {
  const { context } = pdf
  const symbols = new Map(drawing.symbols.map((symbol) => [symbol.name, symbol]))
  const target = new Map(drawing.sheets.map((sheet, index) => [sheet.sheet_id, pages[index]]))
  drawing.sheets.forEach((sheet, index) => {
    const annotations = sheet.items.flatMap((item) => {
      const page = 'link' in item && item.link !== undefined ? target.get(item.link.sheet_id) : undefined
      if (page === undefined) return []
      return [context.register(PDFInvalidObject.of(ascii(linkText(linkBox(item, symbols), page.ref))))]
    })
    if (annotations.length > 0) pages[index]?.node.set(PDFName.of('Annots'), context.obj(annotations))
  })
}

/**
 * A link to a page, as the library would write it. A P&ID has some thousand of them, and of each the library would make a
 * dozen objects; what it calls invalid is only what it does not look into.
 */
function linkText(box: readonly number[], page: PDFRef): string {
  const entries = [
    '/Type /Annot',
    '/Subtype /Link',
    '/F 4',
    '/Border [ 0 0 0 ]',
    `/Rect [ ${box.join(' ')} ]`,
    `/Dest [ ${page.toString()} /Fit ]`,
  ]
  return `<<\n${entries.join('\n')}\n>>`
}

/** What of a primitive reacts to a click, in points: a text's box, a symbol's bounds. */
function linkBox(item: Primitive, symbols: ReadonlyMap<string, SymbolDefinition>): number[] {
  const box = drawnBox(item, symbols)
  return [box.x0 - 0.5, box.y0 - 0.5, box.x1 + 0.5, box.y1 + 0.5].map(
    (mm) => Math.round(mm * POINTS_PER_MM * 100) / 100,
  )
}

function addBookmarks(pdf: PDFDocument, drawing: Drawing, pages: readonly PDFPage[]): void {
  const { context } = pdf
  const refs = pages.map(() => context.nextRef())
  const root = context.nextRef()
  refs.forEach((ref, index) => {
    const sheet = drawing.sheets[index]
    const page = pages[index]
    if (sheet === undefined || page === undefined) return
    const [previous, next] = [refs[index - 1], refs[index + 1]]
    context.assign(
      ref,
      context.obj({
        Title: PDFHexString.fromText(drawableText(sheet.title)),
        Parent: root,
        Dest: [page.ref, 'Fit'],
        ...(previous === undefined ? {} : { Prev: previous }),
        ...(next === undefined ? {} : { Next: next }),
      }),
    )
  })
  const [first, last] = [refs[0], refs[refs.length - 1]]
  if (first === undefined || last === undefined) return
  context.assign(root, context.obj({ Type: 'Outlines', First: first, Last: last, Count: refs.length }))
  pdf.catalog.set(PDFName.of('Outlines'), root)
}

/** Pages are called by their sheet numbers. */
function addPageLabels(pdf: PDFDocument, drawing: Drawing): void {
  const labels = drawing.sheets.flatMap((_, index) => [
    index,
    { P: PDFString.of(sheetNumber(index, drawing.sheets.length)) },
  ])
  pdf.catalog.set(PDFName.of('PageLabels'), pdf.context.obj({ Nums: labels }))
}
