import { compareText, fitText } from '@edp/schemas'

import { countHoles, type Hole } from './plate-holes.ts'
import { SMALL_MM, TEXT_MM, type Mark, type PaperPen } from './plate-mark.ts'
import type { Connector, FittedSlot, Plate } from './plate.ts'

export const TABLE = { left: 258, top: 276, row: 4.9 } as const

const COLUMNS = [
  { title: 'Slots', width: 16 },
  { title: 'Connector', width: 20 },
  { title: 'No.', width: 8 },
  { title: 'Cut-out', width: 24 },
  { title: 'Fixing holes each', width: 33 },
  { title: 'Service and rating', width: 51 },
] as const

const SERVICE_NAMES = {
  power_mv: 'MV power',
  power_lv: 'LV power',
  power_dc: 'DC power',
  earth: 'earth',
  control: 'control',
  fibre: 'fibre',
  copper: 'copper',
  coolant_supply: 'coolant supply',
  coolant_return: 'coolant return',
  drain: 'drain',
  water: 'water',
} satisfies Record<FittedSlot['service'], string>

/** One row for the slots that are made alike, and one for the perimeter. */
export function slotTable(plate: Plate, holes: readonly Hole[], pen: PaperPen): Mark[] {
  const groups = new Map<string, FittedSlot[]>()
  for (const slot of [...plate.slots].sort((a, b) => compareText(a.id, b.id))) {
    const key = `${slot.connector}/${slot.id.replace(/\d+$/, '')}`
    groups.set(key, [...(groups.get(key) ?? []), slot])
  }
  const rows = [...groups.values()].map((slots) => groupRow(slots))
  rows.push([
    '-',
    plate.perimeter.bolt,
    String(countHoles(holes, 'perimeter')),
    `\u00d8${plate.perimeter.hole_diameter_mm}`,
    '-',
    'bolts to the frame of the container',
  ])
  const left = TABLE.left
  const right = left + COLUMNS.reduce((sum, { width }) => sum + width, 0)
  const bottom = TABLE.top - (rows.length + 1) * TABLE.row
  const edges = COLUMNS.map(
    (_, index) => left + COLUMNS.slice(0, index).reduce((sum, { width }) => sum + width, 0),
  )
  const cells = [COLUMNS.map(({ title }): string => title), ...rows].flatMap((row, line) =>
    row.map((cell, index) =>
      pen.text(
        'TABLE',
        [(edges[index] ?? left) + 1.2, TABLE.top - (line + 1) * TABLE.row + 1.7],
        fitText(cell, SMALL_MM, (COLUMNS[index]?.width ?? 0) - 2.4),
        line === 0 ? 2 : SMALL_MM,
      ),
    ),
  )
  return [
    pen.text('TABLE', [left, TABLE.top + 3], 'HOLES AND CONNECTORS', TEXT_MM),
    pen.box('TABLE', left, bottom, right, TABLE.top),
    ...Array.from({ length: rows.length }, (_, index) =>
      pen.line(
        'TABLE',
        [left, TABLE.top - (index + 1) * TABLE.row],
        [right, TABLE.top - (index + 1) * TABLE.row],
      ),
    ),
    ...edges.slice(1).map((x) => pen.line('TABLE', [x, bottom], [x, TABLE.top])),
    ...cells,
  ]
}

function groupRow(slots: readonly FittedSlot[]): string[] {
  const [first] = slots
  const last = slots.at(-1)
  if (!first || !last) throw new Error('a row of the table needs a slot')
  const { cutout, fixings } = first.fitted
  return [
    slots.length === 1
      ? first.id
      : slots.length === 2
        ? `${first.id}, ${last.id}`
        : `${first.id} to ${last.id}`,
    first.connector,
    String(slots.reduce((sum, { at }) => sum + at.length, 0)),
    cutout.shape === 'circle'
      ? `\u00d8${cutout.diameter_mm}`
      : `${cutout.width_mm} x ${cutout.height_mm} R${cutout.corner_radius_mm}`,
    fixingText(fixings),
    `${SERVICE_NAMES[first.service]}: ${slots.length === 1 ? first.rating : commonStart(slots.map(({ rating }) => rating))}`,
  ]
}

/** What all the ratings begin with, in whole words. */
function commonStart(ratings: readonly string[]): string {
  const words = ratings.map((rating) => rating.split(' '))
  const [first = []] = words
  const end = first.findIndex((word, index) => words.some((other) => other[index] !== word))
  return first
    .slice(0, end < 0 ? first.length : end)
    .join(' ')
    .replace(/,$/, '')
}

function fixingText(fixings: Connector['fixings']): string {
  if (fixings.pattern === 'none') return '-'
  const diameter = `\u00d8${fixings.diameter_mm}`
  if (fixings.pattern === 'square') return `4 x ${diameter}, square ${fixings.pitch_mm}`
  if (fixings.pattern === 'circle') return `${fixings.count} x ${diameter}, on \u00d8${fixings.pitch_mm}`
  const total = 2 * (fixings.columns_count + fixings.rows_count) - 4
  return `${total} x ${diameter}, ${fixings.pitch_x_mm} x ${fixings.pitch_y_mm}`
}
