import { compareText, fitText } from '@edp/schemas'

import { SMALL_MM, TEXT_MM, type Mark, type PaperPen } from './plate-mark.ts'
import type { Plate } from './plate.ts'

/** Below the section of the edge, above the notes, mm of paper. */
const LISTS = { left: 258, top: 160, row: 4.2, name: 24, width: 152 } as const

/** What the connectors of a plate are, and what is on the contacts of those for control. */
export function plateLists(plate: Plate, pen: PaperPen): Mark[] {
  const titles = new Map(plate.slots.map(({ connector, fitted }) => [connector, fitted.title]))
  const connectors = [...titles].sort(([a], [b]) => compareText(a, b))
  const lists = [
    { title: 'CONNECTORS', rows: connectors },
    ...plate.slots.flatMap(({ id, contacts }) =>
      contacts === undefined
        ? []
        : [{ title: `CONTACTS OF ${id}`, rows: contacts.map(({ of, signal }) => [of, signal] as const) }],
    ),
  ]
  return lists.flatMap(({ title, rows }, index) => {
    const above = lists.slice(0, index).reduce((sum, list) => sum + list.rows.length + 2, 0)
    const y = LISTS.top - above * LISTS.row
    return [
      pen.text('TABLE', [LISTS.left, y], title, TEXT_MM),
      ...rows.flatMap(([name, text], row) => [
        pen.text('TABLE', [LISTS.left, y - (row + 1) * LISTS.row], name, SMALL_MM),
        pen.text(
          'TABLE',
          [LISTS.left + LISTS.name, y - (row + 1) * LISTS.row],
          fitText(text, SMALL_MM, LISTS.width - LISTS.name),
          SMALL_MM,
        ),
      ]),
    ]
  })
}
