import type { Point } from '@edp/schemas'

import { connector } from './connector.ts'
import { endValve } from './fittings.ts'
import type { PidCanvas } from './pid-canvas.ts'
import { label, run } from './pipe-run.ts'

/** Where a relief valve stands above the main that its isolation valves can shut in, mm. */
export interface ReliefPlace {
  readonly tag: string
  /** Letter that the discharge goes on at. */
  readonly letter: string
  /** Sequences of the main and of the discharge. */
  readonly main: string
  readonly discharge: string
  readonly foot: Point
  readonly valve: Point
  /** Where the discharge goes on at its tank. */
  readonly outlet: Point
}

/** Half height of the valve, mm. */
const VALVE_MM = 4
/** Pipe before the valve where it stands beside its foot, mm. */
const TURN_MM = 8

/** Relief of a part that is shut in while it is warmed; its discharge goes on at the catch tank. */
export function drawThermalRelief(canvas: PidCanvas, place: ReliefPlace): void {
  const { foot, outlet } = place
  const [x, y] = place.valve
  const turn = y - VALVE_MM - TURN_MM
  const aside: Point[] =
    x === foot[0]
      ? []
      : [
          [foot[0], turn],
          [x, turn],
        ]
  run(canvas, place.main, [foot, ...aside, [x, y - VALVE_MM]])
  endValve(canvas, place.tag, [x, y], place.main, 'above', 0, 10.5)
  run(canvas, place.discharge, [[x - VALVE_MM, y], [outlet[0], y], outlet], [], [[outlet[0], outlet[1] + 6]])
  label(canvas, place.discharge, [outlet[0] - 1.5, outlet[1]], { rotation_deg: 90 })
  connector(canvas, place.letter, outlet, 'down', place.discharge)
  canvas.note([outlet[0] - 3.5, outlet[1] - 5.5], canvas.line(place.discharge).to, {
    halign: 'right',
  })
}
