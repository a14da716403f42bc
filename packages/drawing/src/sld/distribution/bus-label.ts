import type { InsideEquipment, Primitive } from '@edp/schemas'

import { labelStack, stackHeight, type LabelLine } from '../labels.ts'
import { lanesOf, type Board } from './board-tree.ts'
import { boardLines, voltageText, type BoardPlace } from './cable-text.ts'
import { standsInLine } from './draw-machine.ts'

/** A bus with fewer lanes is named beside the line that leads to it: its name would reach over that line. */
const NAMED_ABOVE_LANES = 3

/** Whether the name of a bus stands beside the line that leads to it instead of over its right end. */
export function isNamedBeside(board: Board): boolean {
  return lanesOf(board) < NAMED_ABOVE_LANES
}

/** Name, voltage, rating and fault level of a bus. */
export function busLines({ device, equipment, ways }: Board): LabelLine[] {
  const voltages = [...new Set(ways.map((way) => voltageText(way.connection.power)))]
  const rated = equipment?.kind === 'board'
  return [
    { value: busName(device, equipment), tag: true },
    { value: rated ? '' : voltages.filter((value) => value !== '').join(', ') },
    ...boardLines(equipment),
  ]
}

/** A bus behind a UPS or transfer switch has a name of its own: that of the machine is its symbol's. */
function busName(device: string, equipment: InsideEquipment | null): string {
  return standsInLine(equipment) ? `${device}.BUS` : device
}

/** The label of a bus, over its right end or from the line that leads to it on. */
export function busLabel(
  board: Board,
  ends: { readonly line: number; readonly right: number },
  bus: { readonly net: string; readonly y: number },
  { style }: BoardPlace,
): Primitive[] {
  const lines = busLines(board)
  const top = bus.y + stackHeight(style, lines) + 1.5
  return isNamedBeside(board)
    ? labelStack(style, ends.line + 2.5, top, lines, { net: bus.net })
    : labelStack(style, ends.right - 1, top, lines, { halign: 'right', net: bus.net })
}
