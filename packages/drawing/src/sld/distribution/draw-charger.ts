import type { Primitive } from '@edp/schemas'

import { Descent } from '../descent.ts'
import { labelStack, type LabelLine } from '../labels.ts'
import { ink } from '../sld-style.ts'
import type { Board } from './board-tree.ts'
import type { BoardPlace } from './cable-text.ts'

/** From the left edge of a bus to the line of its charger, lanes. */
const LINE_LANES = 0.35

/** Where it branches off, above the end of the cable, below its data, mm. */
const BRANCH_MM = 1.5

/** Where a charger branches off, and where its bus begins. */
interface ChargerLeads {
  /** Line that feeds UPS and charger, above the UPS. */
  readonly line: Descent
  /** Machine that the charger is part of. */
  readonly device: string
  /** Left edge of the bus of direct current. */
  readonly left: number
}

/** The charger beside a UPS: it branches off before the UPS, and direct current leaves it on a bus of its own. */
export function branchCharger(
  board: Board,
  { line, device, left }: ChargerLeads,
  { style, scope }: BoardPlace,
): Descent {
  const x = left + LINE_LANES * style.feeder
  const charger = new Descent(x, line.y + BRANCH_MM, line.net, ink.lv)
  charger.add(ink.lv.line([line.x, charger.y], [x, charger.y], { net: line.net }))
  const { charger_a } = board.battery ?? {}
  const label: LabelLine[] = [
    { value: 'charger' },
    { value: `of ${device}` },
    { value: charger_a === undefined ? '' : `${charger_a} A` },
  ]
  charger.add(...labelStack(style, x + 7, charger.y - 2, label, { net: charger.net }))
  charger.device('CHARGER', {
    attributes: {
      TAG: `${device} charger`,
      RATING: charger_a === undefined ? '' : `${charger_a} A`,
      MODULE_ID: scope,
    },
  })
  return charger.becomes(`${scope}/${board.device}`, ink.dc)
}

/** Goes on from the charger to its bus at a height. */
export function chargerItems(charger: Descent, bus_y: number): readonly Primitive[] {
  return charger.wireTo(bus_y).items
}
