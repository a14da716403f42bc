import { textWidth, type Connection, type Primitive } from '@edp/schemas'

import { Descent, heightOf } from '../descent.ts'
import { labelStack, uprightLines, type LabelLine } from '../labels.ts'
import { ink, type SldStyle } from '../sld-style.ts'
import type { Way } from './board-tree.ts'
import type { Drop } from './bus-sections.ts'
import { breakerLines, cableText, hasOwnBreaker, wayName, type BoardPlace } from './cable-text.ts'
import { drawLoad } from './draw-load.ts'
import { drawRelease } from './draw-release.ts'
import { subBoard } from './draw-sub-board.ts'
import { NEUTRAL_MM, WINDINGS_MM } from './draw-machine.ts'

/** What the ways of a board have in common. */
export interface BoardBus {
  readonly net: string
  readonly y: number
  /** Length that the data of the cables take along them, mm. */
  readonly zone: number
  /** Whether the names of all ways fit their lanes in the size of tags. */
  readonly large: boolean
  /** Whether the ways name the leg that they hang on. */
  readonly legs: boolean
}

/** From the line of a way to its label, and from there to the breaker of the next one at least, mm. */
const LABEL_MM = { from: 3.5, after: 3.5 } as const

/** Whether the rating of a breaker stands beside it in a lane with its poles in one line. */
function fitsLane({ data, feeder }: SldStyle): boolean {
  return textWidth('60 A 3P', data) + LABEL_MM.from + LABEL_MM.after <= feeder
}

/** Lines of a breaker below its name: amperes with poles or each alone, kiloamperes, leg. */
const breakerLineCount = (style: SldStyle, legs: boolean): number =>
  (fitsLane(style) ? 2 : 3) + (legs ? 1 : 0)

/** From the bus to the end of the label of a way, mm. */
function wayHeight(style: SldStyle, { legs }: BoardBus): number {
  return (
    3 + Math.max(heightOf('BREAKER-LV'), (style.tag + breakerLineCount(style, legs) * style.data) * 1.6) + 2
  )
}

/** Left of a breaker for its undervoltage release, mm. */
const RELEASE_MM = 14

/** Where a way leaves the bus, and that of a second source beside it. */
export function dropsOf(
  { connection, second, series, release, board }: Way,
  left: number,
  { feeder }: SldStyle,
): Drop[] {
  const x = left + machineRoom(series, board, feeder) + (release === null ? 0 : RELEASE_MM)
  return [{ x, connection }, ...(second === null ? [] : [{ x: x + 2 * feeder, connection: second }])]
}

/** Left of a line for what stands beside the machine in it, mm: a share of the lane where nothing does. */
function machineRoom(series: Way['series'], board: Way['board'], feeder: number): number {
  if (series !== null) return WINDINGS_MM
  return (board?.equipment?.neutral_earthing ?? '') === '' ? feeder * 0.35 : NEUTRAL_MM
}

/** An outgoing way from the bus to its load, or to the board below. */
export function drawWay(way: Way, left: number, bus: BoardBus, place: BoardPlace): Primitive[] {
  const { style, scope } = place
  const { connection } = way
  const [{ x } = { x: left }, other] = dropsOf(way, left, style)
  const line = drawBreaker(connection, x, bus, place)
  if (way.release !== null)
    line.add(
      ...drawRelease(
        way.release,
        [x, bus.y - 3 - heightOf('BREAKER-LV') / 2],
        `${scope}/${connection.connection_id}`,
        place,
      ),
    )
  if (way.board !== null) {
    const second = other === undefined ? null : drawBreaker(other.connection, other.x, bus, place)
    return subBoard(way, way.board, { line, second, left }, place)
  }
  const net = `${scope}/${connection.connection_id}`
  const load_y = bus.y - wayHeight(style, bus) - bus.zone - 3
  line.wireTo(load_y + 2)
  return [
    ...line.items,
    ...uprightLines(style, x + 1.9, load_y + 4, cableText(connection), net),
    ...drawLoad(way, [x, load_y], net, place),
  ]
}

/** Breaker of a way with its name and rating, down to the end of its label. */
function drawBreaker(connection: Connection, x: number, bus: BoardBus, place: BoardPlace): Descent {
  const { style, scope } = place
  const net = `${scope}/${connection.connection_id}`
  const line = new Descent(x, bus.y, bus.net, ink.lv).wire(3)
  const lines = breakerLines(connection)
  const rating = fitsLane(style) ? lines : lines.flatMap((value) => value.split(/ (?=\dP$)/))
  const label: LabelLine[] = [
    { value: wayName(connection), tag: bus.large },
    ...rating.map((value) => ({ value })),
  ]
  line.add(...labelStack(style, x + LABEL_MM.from, line.y - 1, label, { net }))
  // Ways of the block's own board are feeders of the block: the breakers themselves, with their tags, stand on its sheet.
  line.device(
    'BREAKER-LV',
    hasOwnBreaker(connection)
      ? {
          id: `${scope}/${connection.from.port}`,
          net,
          attributes: { TAG: connection.from.port, RATING: lines.join(', '), MODULE_ID: scope },
        }
      : { net },
  )
  return line
    .becomes(net, connection.service === 'power_dc' ? ink.dc : ink.lv)
    .wireTo(bus.y - wayHeight(style, bus))
}
