import {
  SHEET_SIZES,
  TITLE_BLOCK_WIDTH,
  TITLE_STRIP_HEIGHT,
  textWidth,
  fitText,
  wrapText,
  type Area,
  type Primitive,
  type Sheet,
  type TitleBlock,
} from '@edp/schemas'

import { pen } from './pen.ts'
import { sheetNumber } from './title-block.ts'

const rule = pen('G-ANNO-TTLB')
const ink = pen('G-ANNO-TEXT')

/** Heights that a value is tried in, mm, greatest first (ISO 3098). */
const VALUE_HEIGHTS = [5, 3.5, 2.5] as const
const SMALL_MM = 1.8
const LABEL_MM = 1.8
const PAD_MM = 1.5

interface Field {
  readonly label: string
  readonly value: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Greatest text height, mm. */
  readonly largest?: number
}

/** Corner of the title block and area of the strip left of it, mm. */
export function stripAreas(size: Sheet['size']): { readonly title: Area; readonly notes: Area } {
  const [width] = SHEET_SIZES[size]
  const x1 = width - 10
  const x0 = x1 - TITLE_BLOCK_WIDTH
  return {
    title: { x0, y0: 10, x1, y1: 10 + TITLE_STRIP_HEIGHT },
    notes: { x0: 24, y0: 12, x1: x0 - 4, y1: 10 + TITLE_STRIP_HEIGHT - 2 },
  }
}

/** The fields of ISO 7200 with their places in the 180 x 62 mm block, from its lower left corner. */
function fields(block: TitleBlock, sheet: Sheet, index: number, count: number): Field[] {
  const number = sheetNumber(index, count)
  return [
    {
      label: 'Identification number',
      value: `${block.document_number}-${number}`,
      x: 0,
      y: 0,
      width: 74,
      height: 11,
    },
    { label: 'Revision', value: block.revision, x: 74, y: 0, width: 38, height: 11 },
    { label: 'Sheet', value: `${index + 1} of ${count}`, x: 112, y: 0, width: 26, height: 11 },
    { label: 'Language', value: block.language, x: 138, y: 0, width: 16, height: 11, largest: 2.5 },
    { label: 'Size', value: sheet.size, x: 154, y: 0, width: 11, height: 11, largest: 2.5 },
    { label: 'Scale', value: 'NTS', x: 165, y: 0, width: 15, height: 11, largest: 2.5 },
    { label: 'Title', value: block.title, x: 0, y: 11, width: 100, height: 13, largest: 5 },
    { label: 'Document type', value: block.document_type, x: 100, y: 11, width: 80, height: 13 },
    { label: 'Supplementary title', value: sheet.title, x: 0, y: 24, width: 100, height: 12 },
    { label: 'Document status', value: block.status, x: 100, y: 24, width: 80, height: 12, largest: 2.5 },
    { label: 'Legal owner', value: block.legal_owner, x: 0, y: 36, width: 74, height: 13, largest: 3.5 },
    { label: 'Site', value: block.site_name, x: 74, y: 36, width: 106, height: 13, largest: 3.5 },
    {
      label: 'Responsible department',
      value: block.responsible_department,
      x: 0,
      y: 49,
      width: 58,
      height: 13,
      largest: 2.5,
    },
    { label: 'Creator', value: block.creator, x: 58, y: 49, width: 42, height: 13, largest: 2.5 },
    { label: 'Approval person', value: block.approval, x: 100, y: 49, width: 48, height: 13, largest: 2.5 },
    { label: 'Date of issue', value: 'AT RELEASE', x: 148, y: 49, width: 32, height: 13, largest: 2.5 },
  ]
}

/** The ISO 7200 title block of a sheet, lower right. */
export function titleBlockItems(block: TitleBlock, sheet: Sheet, index: number, count: number): Primitive[] {
  const { title } = stripAreas(sheet.size)
  const items: Primitive[] = [
    pen('G-ANNO-BRDR').path([
      [title.x0, title.y0],
      [title.x0, title.y1],
      [title.x1, title.y1],
    ]),
  ]
  for (const field of fields(block, sheet, index, count)) {
    const [x, y] = [title.x0 + field.x, title.y0 + field.y]
    if (field.y > 0) items.push(rule.line([x, y], [x + field.width, y]))
    if (field.x > 0) items.push(rule.line([x, y], [x, y + field.height]))
    items.push(ink.text([x + PAD_MM, y + field.height - LABEL_MM - 1], LABEL_MM, field.label))
    items.push(...fieldValue(field, x + PAD_MM, y))
  }
  return items
}

/** The value as large as its field allows; two small lines where one does not hold it. */
function fieldValue(field: Field, x: number, y: number): Primitive[] {
  const room = field.width - 2 * PAD_MM
  const largest = field.largest ?? 3.5
  const fitting = VALUE_HEIGHTS.find(
    (height) => height <= largest && textWidth(fitText(field.value, height, Infinity), height) <= room,
  )
  if (fitting !== undefined) return [ink.text([x, y + 2], fitting, fitText(field.value, fitting, room))]
  const lines = wrapText(field.value, SMALL_MM, room)
  const shown =
    lines.length <= 2 ? lines : [lines[0] ?? '', fitText(lines.slice(1).join(' '), SMALL_MM, room)]
  return shown.map((line, index) =>
    ink.text([x, y + 1.4 + (shown.length - 1 - index) * SMALL_MM * 1.6], SMALL_MM, line),
  )
}
