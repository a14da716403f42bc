import type { CoolingValve, Point } from '@edp/schemas'

import { pen, type TextOptions } from '../sheet/pen.ts'
import { cutRun, type Direction } from './cut-run.ts'
import { positionOf, valveAttributes, type Fitting } from './fittings.ts'
import { DATA_MM, type PidCanvas } from './pid-canvas.ts'

/** Symbols that turn with the flow; all others stand upright on a horizontal pipe. */
const DIRECTIONAL = new Set(['VALVE-CHECK', 'VALVE-BACKFLOW', 'FLOW-ARROW', 'STRAINER-Y', 'REDUCER'])

const PIPE_LAYER: Readonly<Record<string, string>> = {
  TCSS: 'M-PIPE-TCSS',
  TCSR: 'M-PIPE-TCSR',
  FWSS: 'M-PIPE-FWSS',
  FWSR: 'M-PIPE-FWSR',
}

const textPen = pen('M-ANNO-TEXT')

/** Draws a line of the line list along points in the direction of flow, its fittings, and arrows at places on it. */
export function run(
  canvas: PidCanvas,
  sequence: string,
  points: readonly Point[],
  fittings: readonly Fitting[] = [],
  arrows: readonly Point[] = [],
): void {
  const layer = PIPE_LAYER[canvas.line(sequence).service] ?? 'M-PIPE-AUXL'
  const pipe = pen(layer)
  const heads = arrows.map((at): Fitting => ({ symbol: 'FLOW-ARROW', at, half: 0, layer }))
  const { pieces, directions } = cutRun(points, [...fittings, ...heads])
  for (const piece of pieces) canvas.items.push(pipe.path(piece, { net: sequence }))
  for (const [index, fitting] of [...fittings, ...heads].entries())
    place(canvas, fitting, directions[index] ?? 0, sequence)
}

function place(canvas: PidCanvas, fitting: Fitting, direction: Direction, net: string): void {
  const { symbol, at, tag } = fitting
  const upright = direction === 90 || direction === 270
  const turned = DIRECTIONAL.has(symbol) ? direction : upright ? 90 : 0
  const valve = fitting.layer === 'M-VALV' && tag !== undefined ? canvas.valve(tag) : undefined
  canvas.items.push(
    pen(fitting.layer ?? 'M-VALV').use(symbol, at, {
      rotation_deg: fitting.rotation_deg ?? turned,
      net,
      ...(tag === undefined ? {} : { id: tag, attributes: attributesOf(canvas, fitting, valve) }),
    }),
  )
  nameFitting(canvas, fitting, valve)
  // Where an actuated valve goes when signal or power fail.
  if (!upright && valve !== undefined && valve.fail_position !== '-')
    canvas.items.push(textPen.text([at[0] + 4.8, at[1] + 6.2], DATA_MM, valve.fail_position))
}

/** The tag of a fitting, with the normal position of a hand valve, or what is printed in its place. */
function nameFitting(canvas: PidCanvas, fitting: Fitting, valve: CoolingValve | undefined): void {
  const { symbol, at, tag = '', side = 'above' } = fitting
  const text = fitting.text ?? (valve === undefined ? tag : `${valve.tag}${positionOf(valve)}`)
  const clear_mm = symbol === 'VALVE-BALANCING' && side === 'below' ? 6 : 4.2
  if (text !== '') canvas.beside(at, side, [text], clear_mm, fitting.tag)
}

function attributesOf(
  canvas: PidCanvas,
  { tag = '', at }: Fitting,
  valve: CoolingValve | undefined,
): Record<string, string> {
  return valve === undefined
    ? { TAG: tag, RATING: canvas.equipment(tag).rating, MODULE_ID: canvas.moduleIdAt(at) }
    : valveAttributes(canvas, valve, at)
}

/** How a line's number stands on the sheet. */
export interface LabelOptions extends TextOptions {
  /** Adds flow, temperature and velocity as a second line. */
  readonly flow?: boolean
  /** Leads from the text to the pipe, for a number that has no room at its line. */
  readonly leader?: readonly Point[]
}

/** Line number and, below it, what flows: text of the line's own net may stand close to it. */
export function label(canvas: PidCanvas, sequence: string, at: Point, options: LabelOptions = {}): void {
  const { flow = false, leader, ...text } = options
  const line = canvas.line(sequence)
  canvas.items.push(
    textPen.text(at, DATA_MM, canvas.number(sequence), { ...text, net: sequence, id: line.line_no }),
  )
  if (leader !== undefined) canvas.items.push(textPen.path(leader, { net: sequence }))
  if (!flow) return
  const value = `${line.flow_lpm} L/min  ${line.temperature_c} °C  ${line.velocity_m_s.toFixed(2)} m/s`
  const drop: Point = text.rotation_deg === 90 ? [at[0] + 4, at[1]] : [at[0], at[1] - 4]
  canvas.items.push(textPen.text(drop, DATA_MM, value, { ...text, net: sequence }))
}
