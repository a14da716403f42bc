import { textWidth, type Primitive } from '@edp/schemas'

import type { SldStyle } from '../sld-style.ts'
import { surgeProtection } from '../surge-protection.ts'
import { busLabel } from './bus-label.ts'
import { lanesOf, wayLanes, type Board } from './board-tree.ts'
import { cableWidth, wayName, type BoardPlace } from './cable-text.ts'
import { stationBattery } from './draw-battery.ts'
import { CONTROL_MM, drawEmergencyOff, drawIncomer } from './draw-incomer.ts'
import { drawTransfer } from './draw-transfer.ts'
import { drawBars } from './bus-sections.ts'
import { drawWay, dropsOf, type BoardBus } from './draw-way.ts'

/**
 * A board with its incomers above the bus and its ways below, from a left edge. `y` is the height of the bus, `line` the line that
 * leads to it from above, where one does.
 */
export function drawBoard(board: Board, x0: number, y: number, place: BoardPlace, line = x0): Primitive[] {
  const { style, scope } = place
  const [from, to] = [x0 + 2, busEnd(x0, board, style)]
  const loads = board.ways.filter((way) => way.board === null)
  const bus: BoardBus = {
    net: `${scope}/${board.device}`,
    y,
    zone: Math.max(...loads.map((way) => cableWidth(way.connection, style)), 0) + 3,
    large: board.ways.every(
      ({ connection }) => textWidth(wayName(connection), style.tag) <= style.feeder - NAME_MM,
    ),
    legs: board.ways.some(({ connection }) => connection.power?.leg != null),
  }
  const surge = board.equipment?.surge_protection ?? ''
  let next = x0
  const placed = board.ways.map((way) => {
    const left = next
    next += style.feeder * wayLanes(way)
    return { way, left }
  })
  const drops = placed.flatMap(({ way, left }) => dropsOf(way, left, style))
  return [
    ...drawBars([from, to], drops, board.incomers.length === 0 ? place.sections : new Map(), bus, style),
    ...busLabel(board, { line, right: to }, bus, place),
    ...incomers(board, (from + to) / 2, bus, place),
    ...(surge === '' ? [] : surgeProtection(surge, to - SURGE_MM, bus, style)),
    ...placed.flatMap(({ way, left }) => drawWay(way, left, bus, place)),
    ...(board.battery === null ? [] : stationBattery(board.battery, next + style.feeder * 0.35, bus, place)),
  ]
}

/** Right end of the bus of a board that begins at a left edge, mm. */
export function busEnd(left: number, board: Board, { feeder }: SldStyle): number {
  return left + lanesOf(board) * feeder - 3
}

/** Incomers stand over the middle of the bus. */
function incomers(board: Board, middle: number, bus: BoardBus, place: BoardPlace): Primitive[] {
  const { style } = place
  const count = board.incomers.length
  const at = (index: number): number => Math.round(middle + (index - (count - 1) / 2) * 2 * style.left)
  return [
    ...board.incomers.flatMap((incomer, index) =>
      drawIncomer(
        incomer,
        board.equipment?.incomers.find((device) => device.port === incomer.to.port) ?? null,
        at(index),
        bus,
        place,
      ),
    ),
    ...(count === 2
      ? drawTransfer(board.equipment, [at(0), at(1)], { net: bus.net, level: bus.y + CONTROL_MM }, place)
      : []),
    ...(count > 0 && board.equipment !== null && board.equipment.emergency_off.length > 0
      ? drawEmergencyOff(
          board.equipment.emergency_off,
          board.incomers.map((_, index) => at(index)),
          bus,
          style,
        )
      : []),
  ]
}

/** Of a lane what the breaker, the line and the gap to the next breaker leave no room for a name in, mm. */
const NAME_MM = 7

/** From the end of a bus to its surge protective device, mm. */
const SURGE_MM = 1
