import type { Connection, Primitive } from '@edp/schemas'

import { heightOf, type Descent } from '../descent.ts'
import { labelStack, stackHeight, type LabelLine } from '../labels.ts'
import { ink, type SldStyle } from '../sld-style.ts'
import type { Board, Way } from './board-tree.ts'
import { busLines, isNamedBeside } from './bus-label.ts'
import { cableText, portText, type BoardPlace } from './cable-text.ts'
import { busEnd, drawBoard } from './draw-board.ts'
import { drawMachine, penBehind, standsInLine } from './draw-machine.ts'
import { drawOutput } from './draw-output.ts'

/** The lines that lead to a board below another one. */
interface Leads {
  readonly line: Descent
  /** That of the second source of a transfer switch. */
  readonly second: Descent | null
  /** Left edge of the board. */
  readonly left: number
}

/** A way that leads to another board: cable, what stands in its line, the board's bus below. */
export function subBoard(
  { connection, second, series }: Way,
  board: Board,
  leads: Leads,
  place: BoardPlace,
): Primitive[] {
  const { style, scope } = place
  const { line } = leads
  runCable(connection, line, style)
  if (leads.second !== null && second !== null) {
    runCable(second, leads.second, style)
    joinSecond(leads.second, line)
  }
  const own = board.equipment
  if (series !== null) {
    const transformer = place.equipment.get(connection.to.device) ?? null
    if (transformer !== null) drawMachine(transformer, line, place)
    line.becomes(`${scope}/${series.connection_id}`, ink.lv)
    runCable(series, line, style)
    drawMain(series, line, place)
  } else if (standsInLine(own)) {
    drawMachine(own, line, place)
    drawOutput(own, line, place)
    // The name of the bus stands below what is written beside the machine.
    line.wire(stackHeight(style, busLines(board)))
  } else {
    // Boards of one tier stand at one height, with or without a transformer above them.
    line.wire(heightOf('TRANSFORMER'))
  }
  line.becomes(`${scope}/${board.device}`, penBehind(own))
  const ends = { line: line.x, right: busEnd(leads.left, board, style) }
  line.wire(isNamedBeside(board, ends, style) ? stackHeight(style, busLines(board)) + 2 : 3)
  return [
    ...line.items,
    ...(leads.second?.items ?? []),
    ...drawBoard(board, leads.left, line.y, place, line.x),
  ]
}

/** From one contact of a transfer switch to the other, mm. */
const CONTACTS_MM = 4

/** The second source comes to the transfer switch beside the first one. */
function joinSecond(second: Descent, line: Descent): void {
  const y = Math.min(second.y, line.y)
  second.wireTo(y)
  line.wireTo(y - 2)
  second.add(
    ink.lv.path(
      [
        [second.x, y],
        [line.x + CONTACTS_MM, y],
        [line.x + CONTACTS_MM, line.y],
      ],
      { net: second.net },
    ),
  )
}

/** Main breaker of a board behind a transformer. */
function drawMain({ power, to }: Connection, line: Descent, place: BoardPlace): void {
  if (power?.protection_tag !== to.port || power.protection_a === null) return
  const rating = [
    `${power.protection_a} A ${power.protection_poles ?? 3}P`,
    ...(power.protection_ka === null ? [] : [`${power.protection_ka} kA`]),
  ].join(', ')
  breaker(line, { port: to.port, name: `${portText(to)} ${rating}`, rating }, place)
}

function breaker(
  line: Descent,
  { port, name, rating }: { readonly port: string; readonly name: string; readonly rating: string },
  { style, scope }: BoardPlace,
): void {
  const label: LabelLine[] = [{ value: name }]
  line.add(...labelStack(style, line.x + 3.5, line.y - 2.5, label, { net: line.net }))
  line.device('BREAKER-LV', {
    id: `${scope}/${port}`,
    attributes: { TAG: port, RATING: rating, MODULE_ID: scope },
  })
}

function runCable(connection: Connection, line: Descent, style: SldStyle): void {
  const label = cableText(connection).map((value): LabelLine => ({ value }))
  line.add(...labelStack(style, line.x + 2.5, line.y - 1, label, { net: line.net }))
  line.wire(stackHeight(style, label) + 4)
}
