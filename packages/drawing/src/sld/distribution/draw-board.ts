import { textWidth, type Connection, type Primitive } from '@edp/schemas'

import { Descent, heightOf } from '../descent.ts'
import { labelStack, stackHeight, uprightLines, type LabelLine } from '../labels.ts'
import { ink, type SldStyle } from '../sld-style.ts'
import { lanesOf, wayLanes, type Board, type Way } from './board-tree.ts'
import { cableText, cableWidth, currentText, portText, voltageText, type BoardPlace } from './cable-text.ts'
import { drawIncomer, drawTransfer } from './draw-incomer.ts'
import { drawLoad } from './draw-load.ts'

/** What the ways of a board have in common. */
interface BoardBus {
  readonly net: string
  readonly y: number
  /** Length that the data of the cables take along them, mm. */
  readonly zone: number
  /** Whether the names of all ways fit their lanes in the size of tags. */
  readonly large: boolean
}

/** From the bus to the end of the label of a way, mm. */
function wayHeight(style: SldStyle): number {
  return 3 + Math.max(heightOf('BREAKER-LV'), (style.tag + style.data) * 1.6) + 2
}

/** A board with its incomers above the bus and its ways below, from a left edge. `y` is the height of the bus. */
export function drawBoard(board: Board, x0: number, y: number, place: BoardPlace): Primitive[] {
  const { style, scope } = place
  const [from, to] = [x0 + 2, x0 + lanesOf(board) * style.feeder - 3]
  const bus: BoardBus = {
    net: `${scope}/${board.device}`,
    y,
    zone: Math.max(...board.ways.map((way) => cableWidth(way.connection, style)), 0) + 3,
    large: board.ways.every(
      ({ connection }) => textWidth(portText(connection.from), style.tag) <= style.feeder - 6.3,
    ),
  }
  const voltages = new Set(board.ways.map((way) => voltageText(way.connection.power)))
  const label: LabelLine[] = [
    { value: board.device, tag: true },
    { value: [...voltages].filter((value) => value !== '').join(', ') },
  ]
  // Incomers stand over the middle of the bus.
  const incomerX = (index: number): number =>
    Math.round((from + to) / 2 + (index - (board.incomers.length - 1) / 2) * 2 * style.left)
  const items: Primitive[] = [
    ink.bus.line([from, y], [to, y], { net: bus.net }),
    ...labelStack(style, to - 1, y + stackHeight(style, label) + 1.5, label, {
      halign: 'right',
      net: bus.net,
    }),
    ...board.incomers.flatMap((incomer, index) => drawIncomer(incomer, incomerX(index), bus, place)),
  ]
  if (board.incomers.length === 2)
    items.push(...drawTransfer(incomerX(0) + 2.5, incomerX(1) - 2.5, bus, style))
  let left = x0
  for (const way of board.ways) {
    items.push(...drawWay(way, left, bus, place))
    left += style.feeder * wayLanes(way)
  }
  return items
}

function drawWay(way: Way, left: number, bus: BoardBus, place: BoardPlace): Primitive[] {
  const { style, scope } = place
  const { connection } = way
  const x = left + style.feeder * 0.35
  const net = `${scope}/${connection.connection_id}`
  const line = new Descent(x, bus.y, bus.net, ink.lv).wire(3)
  const { protection_a } = connection.power ?? { protection_a: null }
  const rating = protection_a === null ? '' : `${protection_a} A`
  const label: LabelLine[] = [{ value: portText(connection.from), tag: bus.large }, { value: rating }]
  line.add(...labelStack(style, x + 3.5, line.y - 1, label, { net }))
  // Ways of the block's own board are feeders of the block: their breakers stand on its sheet.
  if (rating !== '')
    line.device('BREAKER-LV', {
      id: `${scope}/${connection.from.port}`,
      net,
      attributes: { TAG: connection.from.port, RATING: rating, MODULE_ID: scope },
    })
  line.becomes(net, connection.service === 'power_dc' ? ink.dc : ink.lv)
  if (way.board !== null) {
    line.wireTo(bus.y - wayHeight(style))
    return subBoard(way, way.board, line, left, place)
  }
  const load_y = bus.y - wayHeight(style) - bus.zone - 3
  line.wireTo(load_y + 2)
  return [
    ...line.items,
    ...uprightLines(style, x + 1.9, load_y + 4, cableText(connection), net),
    ...drawLoad(way, [x, load_y], net, place),
  ]
}

/** A way that leads to another board: cable, transformer where there is one, the board's bus below. */
function subBoard(way: Way, board: Board, line: Descent, left: number, place: BoardPlace): Primitive[] {
  const { style, scope } = place
  const { connection, series } = way
  const first = cableLabel(connection)
  runCable(first, line, style)
  if (series === null) {
    // Boards of one tier stand at one height, with or without a transformer above them.
    line.wire(heightOf('TRANSFORMER') + stackHeight(style, first) + 4)
  } else {
    const ratio = `${voltageText(connection.power)} / ${voltageText(series.power)}`
    const label: LabelLine[] = [
      { value: connection.to.device, tag: true },
      { value: ratio },
      { value: currentText(series) },
    ]
    line.add(...labelStack(style, line.x + 8, line.y - 0.5, label, { net: line.net }))
    line.device('TRANSFORMER', {
      id: `${scope}/${connection.to.device}`,
      attributes: { TAG: connection.to.device, RATING: ratio, MODULE_ID: scope },
    })
    line.becomes(`${scope}/${series.connection_id}`, ink.lv)
    runCable(cableLabel(series), line, style)
    drawMain(series, line, place)
  }
  line.becomes(`${scope}/${board.device}`, ink.lv).wire(3)
  return [...line.items, ...drawBoard(board, left, line.y, place)]
}

/** Main breaker of a board behind a transformer. */
function drawMain({ power, to }: Connection, line: Descent, { style, scope }: BoardPlace): void {
  if (power?.protection_tag !== to.port || power.protection_a === null) return
  const rating = `${power.protection_a} A`
  const label: LabelLine[] = [{ value: `${portText(to)}, ${rating}` }]
  line.add(...labelStack(style, line.x + 3.5, line.y - 1, label, { net: line.net }))
  line.device('BREAKER-LV', {
    id: `${scope}/${to.port}`,
    attributes: { TAG: to.port, RATING: rating, MODULE_ID: scope },
  })
}

function cableLabel(connection: Connection): LabelLine[] {
  return cableText(connection).map((value) => ({ value }))
}

function runCable(label: readonly LabelLine[], line: Descent, style: SldStyle): void {
  line.add(...labelStack(style, line.x + 2.5, line.y - 1, label, { net: line.net }))
  line.wire(stackHeight(style, label) + 4)
}
