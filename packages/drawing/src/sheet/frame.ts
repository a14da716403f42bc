import { SHEET_SIZES, type Primitive, type Sheet } from '@edp/schemas'

import { pen } from './pen.ts'

/** Width of a field of the reference grid, mm (ISO 5457). */
const FIELD_MM = 50
/** A centring mark reaches 5 mm into the sheet, its round end included (ISO 5457). */
const MARK_MM = 4.5
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ'
const border = pen('G-ANNO-BRDR')
const thin = pen('G-ANNO-TTLB')
const ink = pen('G-ANNO-TEXT')

/** Frame, reference grid and centring marks of ISO 5457: filing margin 20 mm left, 10 mm elsewhere. */
export function frameItems(size: Sheet['size']): Primitive[] {
  const [width, height] = SHEET_SIZES[size]
  const [x0, y0, x1, y1] = [20, 10, width - 10, height - 10]
  const items: Primitive[] = [
    border.box([x0, y0], x1 - x0, y1 - y0),
    thin.box([x0 - 5, y0 - 5], x1 - x0 + 10, y1 - y0 + 10),
    border.line([x0 - 5, height / 2], [x0 + MARK_MM, height / 2]),
    border.line([x1 + 5, height / 2], [x1 - MARK_MM, height / 2]),
    border.line([width / 2, y1 + 5], [width / 2, y1 - MARK_MM]),
    border.line([width / 2, y0 - 5], [width / 2, y0]),
  ]
  const columns = fieldEdges(width / 2, x0, x1)
  const rows = fieldEdges(height / 2, y0, y1).reverse()
  columns.slice(1).forEach((edge, index) => {
    const middle = (edge + (columns[index] ?? edge)) / 2
    const name = String(index + 1)
    for (const y of [y0 - 2.5, y1 + 2.5])
      items.push(ink.text([middle, y], 2.5, name, { halign: 'centre', valign: 'middle' }))
    if (index + 2 < columns.length && edge !== width / 2)
      items.push(thin.line([edge, y0 - 5], [edge, y0]), thin.line([edge, y1], [edge, y1 + 5]))
  })
  rows.slice(1).forEach((edge, index) => {
    const middle = (edge + (rows[index] ?? edge)) / 2
    const name = LETTERS[index] ?? ''
    for (const x of [x0 - 2.5, x1 + 2.5])
      items.push(ink.text([x, middle], 2.5, name, { halign: 'centre', valign: 'middle' }))
    if (index + 2 < rows.length && edge !== height / 2)
      items.push(thin.line([x0 - 5, edge], [x0, edge]), thin.line([x1, edge], [x1 + 5, edge]))
  })
  return items
}

/** Edges of the fields, ascending: 50 mm each from the centring mark, the rest at the corners. */
function fieldEdges(centre: number, from: number, to: number): number[] {
  const edges = [from, to]
  for (let edge = centre; edge < to - 20; edge += FIELD_MM) edges.push(edge)
  for (let edge = centre - FIELD_MM; edge > from + 20; edge -= FIELD_MM) edges.push(edge)
  return edges.sort((a, b) => a - b)
}
