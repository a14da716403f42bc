import { americanSize, type InsideEquipment } from '@edp/schemas'

import type { Descent, LineSymbol } from '../descent.ts'
import { labelStack, stackHeight, type LabelLine } from '../labels.ts'
import { ink } from '../sld-style.ts'
import type { Pen } from '../../sheet/pen.ts'
import { windings } from '../transformer.ts'
import { ratingLines, type BoardPlace } from './cable-text.ts'

/** Symbol of the equipment that stands in a line; boards have none. */
const SYMBOLS = {
  transformer: 'TRANSFORMER',
  ups: 'UPS',
  transfer_switch: 'TRANSFER-SWITCH',
  charger: 'CHARGER',
  board: null,
} as const satisfies Record<InsideEquipment['kind'], LineSymbol | null>

/** Room left of a line for the signs of a transformer's windings, and for the earth of the neutral of any other machine, mm. */
export const WINDINGS_MM = 17
export const NEUTRAL_MM = 13.5
/** From the upper terminal of a machine to where its neutral comes out: the left end of its lower winding, the side of its box, mm. */
const NEUTRAL = { left: 6, down: 11 } as const

/** Whether equipment is drawn in the line that leads to its bus. */
export function standsInLine(equipment: InsideEquipment | null): equipment is InsideEquipment {
  return equipment !== null && SYMBOLS[equipment.kind] !== null
}

/** What is behind a charger is direct current. */
export function penBehind(equipment: InsideEquipment | null): Pen {
  return equipment?.kind === 'charger' ? ink.dc : ink.lv
}

/** Grounding electrode conductor under its number in the cable schedule. */
export function electrodeText(electrode: InsideEquipment['electrode']): string {
  return electrode === null
    ? ''
    : `${electrode.connection_id}: ${americanSize(electrode.size_awg)} to the earth bar`
}

/** A transformer, UPS, transfer switch or charger in a line, with its rating beside it. */
export function drawMachine(equipment: InsideEquipment, line: Descent, { style, scope }: BoardPlace): void {
  const symbol = SYMBOLS[equipment.kind]
  if (symbol === null) return
  const { device, transformer, rating, vector_group, neutral_earthing, electrode, output } = equipment
  const tag = transformer ?? device
  const label: LabelLine[] = [
    { value: tag, tag: true },
    ...ratingLines(rating, 'machine').map((value) => ({ value })),
    {
      value:
        output?.battery_breaker == null
          ? ''
          : `battery breaker ${output.battery_breaker.slice(device.length + 1)}`,
    },
    { value: neutral_earthing },
    { value: electrodeText(electrode) },
  ]
  const top = line.y
  line.add(...labelStack(style, line.x + 8, top - 0.5, label, { net: line.net }))
  if (vector_group !== null) line.add(...windings(vector_group, line.x, top, neutral_earthing !== ''))
  else if (neutral_earthing !== '')
    line.add(
      ink.equipment.use('NEUTRAL-EARTHED', [line.x - NEUTRAL.left, top - NEUTRAL.down], { net: line.net }),
    )
  line.device(symbol, {
    id: `${scope}/${tag}`,
    attributes: { TAG: tag, RATING: rating, MODULE_ID: scope },
  })
  line.becomes(line.net, penBehind(equipment))
  line.wire(Math.max(0, stackHeight(style, label) + 1 - (top - line.y)))
}
