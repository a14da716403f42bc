import type { Instrument, Point } from '@edp/schemas'

import { pen } from '../sheet/pen.ts'
import { BUBBLE_RADIUS, INTERLOCK_HALF } from '../symbols/pid/instrument-symbols.ts'
import { cutRun } from './cut-run.ts'
import { DATA_MM, type PidCanvas, type Side } from './pid-canvas.ts'

const instrumentPen = pen('M-INST')
const signalPen = pen('M-SIGL')
/** Signal between a bubble and its interlock, mm. */
const GAP = 2.5
const TOWARDS: Readonly<Record<Side, Point>> = { above: [0, 1], below: [0, -1], left: [-1, 0], right: [1, 0] }

/** A bubble with letters and loop number; the leader runs from the pipe to its edge. */
export function instrument(
  canvas: PidCanvas,
  tag: string,
  at: Point,
  leader: readonly Point[] = [],
  symbol = 'INST-FIELD',
): void {
  const found = canvas.instrument(tag)
  const { setpoint, alarms, line_no, range } = found
  canvas.items.push(
    instrumentPen.use(symbol, at, {
      id: tag,
      net: tag,
      attributes: {
        TAG: tag,
        RATING: range,
        MODULE_ID: canvas.moduleIdAt(at),
        LINE: line_no?.replace('{c}', canvas.typical.ordinal) ?? '',
        SETPOINT: setpoint,
        ALARMS: alarms,
      },
    }),
  )
  const [letters = '', loop = ''] = tag.split('-')
  const centred = { halign: 'centre', net: tag } as const
  canvas.items.push(instrumentPen.text([at[0], at[1] + 0.6], DATA_MM, letters, centred))
  canvas.items.push(instrumentPen.text([at[0], at[1] - 3.1], DATA_MM, loop, centred))
  alarmLetters(canvas, found, at)
  if (leader.length > 1) impulse(canvas, leader, tag)
}

/** The device that a function is in, where it stands outside the boundary of that device on the sheet. */
export function controllerOf(canvas: PidCanvas, tag: string, at: Point, halign: 'centre' | 'right'): void {
  canvas.note(at, `in ${canvas.instrument(tag).controller ?? ''}`, { halign })
}

/** A line between pipe and instrument. */
export function impulse(canvas: PidCanvas, points: readonly Point[], tag: string): void {
  canvas.items.push(instrumentPen.path(points, { net: tag }))
}

/** Alarm letters right of a bubble, high ones above low ones, as ISA-5.1 places them. */
function alarmLetters(canvas: PidCanvas, { limits, alarms }: Instrument, [x, y]: Point): void {
  // A switch has the letter alone.
  const found = new Set([...limits.map(({ limit }) => limit as string), alarms])
  const high = ['HH', 'H'].filter((letter) => found.has(letter)).join(' ')
  const low = ['L', 'LL'].filter((letter) => found.has(letter)).join(' ')
  if (high !== '') canvas.note([x + 6.6, y + 2.6], high)
  if (low !== '') canvas.note([x + 6.6, y - 5.1], low)
}

/** A bubble straight above (or below) a point of a pipe. */
export function tapped(canvas: PidCanvas, tag: string, on: Point, bubbleY: number): void {
  const edge = bubbleY > on[1] ? bubbleY - BUBBLE_RADIUS : bubbleY + BUBBLE_RADIUS
  instrument(canvas, tag, [on[0], bubbleY], [on, [on[0], edge]])
}

/** An interlock number in a signal: what starts it at this place, or what it acts on. */
export interface PlacedInterlock {
  readonly number: string
  readonly at: Point
  readonly role: { readonly INITIATED_BY: string } | { readonly ACTS_ON: string }
}

/** A signal line between edges of symbols; interlocks stand in it, the same number at the initiator and at what it acts on. */
export function signal(
  canvas: PidCanvas,
  points: readonly Point[],
  net: string,
  interlocks: readonly PlacedInterlock[] = [],
): void {
  const { pieces } = cutRun(
    points,
    interlocks.map(({ at }) => ({ at, half: INTERLOCK_HALF })),
  )
  for (const piece of pieces) canvas.items.push(signalPen.path(piece, { net }))
  for (const interlock of interlocks) diamond(canvas, interlock, net)
}

function diamond(canvas: PidCanvas, { number, at, role }: PlacedInterlock, net: string): void {
  canvas.items.push(
    instrumentPen.use('INTERLOCK', at, { net, attributes: { NUMBER: number, ...role } }),
    instrumentPen.text(at, DATA_MM, number, { halign: 'centre', valign: 'middle', net }),
  )
}

/** The interlocks that an instrument starts, one behind the other beside its bubble. */
export function initiates(canvas: PidCanvas, tag: string, [x, y]: Point, side: Side, gap = GAP): void {
  const [dx, dy] = TOWARDS[side]
  const at = (reach: number): Point => [x + dx * reach, y + dy * reach]
  const near = BUBBLE_RADIUS + gap
  canvas.startedBy(tag).forEach((number, index) => {
    if (index === 0) signal(canvas, [at(BUBBLE_RADIUS), at(near)], tag)
    const place = at(near + INTERLOCK_HALF * (1 + 2 * index))
    diamond(canvas, { number, at: place, role: { INITIATED_BY: tag } }, tag)
  })
}

/** The interlocks that close a motorised valve: on top of its actuator, the others beside the first. */
export function closedBy(canvas: PidCanvas, tag: string, [x, y]: Point): void {
  const stem: Point[] = [
    [x, y + 10],
    [x, y + 16 - INTERLOCK_HALF],
  ]
  actingBeside(canvas, tag, [x, y + 16], [2 * INTERLOCK_HALF, 0], stem)
}

/** The interlocks that act on something, from a place by a step; the stem joins the first to it. */
function actingBeside(
  canvas: PidCanvas,
  tag: string,
  [x, y]: Point,
  [dx, dy]: Point,
  stem: readonly Point[],
): void {
  canvas.interlocksOn(tag).forEach((number, index) => {
    const at: Point = [x + index * dx, y + index * dy]
    diamond(canvas, { number, at, role: { ACTS_ON: tag } }, number)
    if (index === 0) signal(canvas, stem, number)
  })
}

/** The limit switch of a motorised valve, beside its actuator, and the interlocks that it starts. */
export function positionSwitch(
  canvas: PidCanvas,
  tag: string,
  [x, y]: Point,
  left_mm: number,
  side?: Side,
): void {
  const at: Point = [x - left_mm, y + 16]
  instrument(canvas, tag, at, [
    [x - 2.5, y + 7.5],
    [at[0], y + 7.5],
    [at[0], at[1] - BUBBLE_RADIUS],
  ])
  if (side !== undefined) initiates(canvas, tag, at, side)
}

/** From one interlock in a horizontal signal to the next, against the x axis, mm. */
const SERIES_STEP: Point = [-12, 0]

/** The interlocks that an instrument starts, one after the other in its signal, from a place by a step. */
export function startedInSeries(
  canvas: PidCanvas,
  tag: string,
  from: Point,
  step: Point = SERIES_STEP,
): PlacedInterlock[] {
  return inSeries(canvas.startedBy(tag), from, step, () => ({ INITIATED_BY: tag }))
}

/** The interlocks that act on what a signal moves, one after the other in it, from a place by a step. */
export function actingInSeries(
  canvas: PidCanvas,
  tags: readonly string[],
  from: Point,
  step: Point = SERIES_STEP,
): PlacedInterlock[] {
  return inSeries(canvas.interlocksOn(...tags), from, step, (number) => ({
    ACTS_ON: tags.filter((tag) => canvas.interlocksOn(tag).includes(number)).join(' '),
  }))
}

function inSeries(
  numbers: readonly string[],
  [x, y]: Point,
  [dx, dy]: Point,
  roleOf: (number: string) => PlacedInterlock['role'],
): PlacedInterlock[] {
  return numbers.map((number, index) => ({
    number,
    at: [x + index * dx, y + index * dy],
    role: roleOf(number),
  }))
}
