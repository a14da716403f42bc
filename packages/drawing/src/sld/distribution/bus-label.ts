import type { Primitive } from '@edp/schemas'

import { labelStack, stackHeight, type LabelLine } from '../labels.ts'
import { lanesOf, type Board } from './board-tree.ts'
import { boardLines, voltageText, type BoardPlace } from './cable-text.ts'

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
    { value: device, tag: true },
    { value: rated ? '' : voltageLabel(voltages.filter((value) => value !== '')) },
    ...boardLines(equipment),
  ]
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

/** Voltages of a bus; its ways of direct current hang on the charger, not on the bars of the alternating current. */
function voltageLabel(voltages: readonly string[]): string {
  const direct = voltages.filter((value) => value.endsWith(' DC'))
  const alternating = voltages.filter((value) => !value.endsWith(' DC'))
  if (direct.length === 0 || alternating.length === 0) return voltages.join(', ')
  return `bars ${alternating.join(', ')}; ways of ${direct.join(', ')} from the charger`
}
