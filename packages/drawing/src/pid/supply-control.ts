import type { Point } from '@edp/schemas'

import { BUBBLE_RADIUS } from '../symbols/pid/instrument-symbols.ts'
import { actingInSeries, controllerOf, instrument, signal } from './instruments.ts'
import type { PidCanvas } from './pid-canvas.ts'
import { RETURN_Y } from './typical-layout.ts'

/** Controller, above the flow meter, mm. */
const CONTROL_X = 428
/** The control valve stands left of it, so that what it shuts in has its relief between it and the heat exchanger. */
export const CONTROL_VALVE_X = 405
/** Where the signal turns to the valve. */
const TURN_Y = 412
const CONTROL_Y = 562.5

/** The loop that TCV-101 is moved by. */
const LOOP = 'TIC-201'

/** Ways of the signals from the edge of a bubble to a controller at a place. */
const WAYS: Readonly<Record<string, (controller: Point) => Point[]>> = {
  'ZS-101': ([x, y]) => [
    [352, 536 + BUBBLE_RADIUS],
    [352, y + 10.5],
    [x - 4, y + 10.5],
    [x - 4, y + BUBBLE_RADIUS],
  ],
  'TT-101': ([x, y]) => [
    [398, 545 + BUBBLE_RADIUS],
    [398, y],
    [x - BUBBLE_RADIUS, y],
  ],
  'FT-101': ([x, y]) => [
    [442, 545 + BUBBLE_RADIUS],
    [442, y - 4],
    [x + BUBBLE_RADIUS, y - 4],
  ],
}

/** TT-201 holds TCV-101; TT-101 goes to the control of the cooler, and what limits TIC-201 to that. */
export function drawSupplyControl(canvas: PidCanvas): void {
  signal(
    canvas,
    [
      [391.75, 545],
      [236.25, 545],
    ],
    'TT-101',
  )
  instrument(canvas, 'TIC-201', [CONTROL_X, CONTROL_Y], [], 'INST-SHARED')
  controllerOf(canvas, 'TIC-201', [CONTROL_X - 8.5, CONTROL_Y - 5.5], 'right')
  canvas.note([CONTROL_X - 8.5, 567], `SP ${canvas.site.cooling.technology_supply_c} °C`, { halign: 'right' })
  signal(
    canvas,
    [
      [CONTROL_X, CONTROL_Y - BUBBLE_RADIUS],
      [CONTROL_X, TURN_Y],
      [CONTROL_VALVE_X, TURN_Y],
      [CONTROL_VALVE_X, RETURN_Y + 9],
    ],
    'TIC-201',
    actingInSeries(canvas, ['TCV-101'], [CONTROL_X, 460], [0, -12]),
  )
  drawColdLimits(canvas, [CONTROL_X, CONTROL_Y])
}

/**
 * What keeps TIC-201 from letting in more of the cold than the technology loop warms, in climates that have it.
 *
 * @throws {RangeError} when an instrument limits the controller and has no way to it on the sheet.
 */
function drawColdLimits(canvas: PidCanvas, controller: Point): void {
  for (const { tag, restrains } of canvas.site.cooling.instruments) {
    if (!restrains.includes(LOOP)) continue
    const way = WAYS[tag]
    if (way === undefined) throw new RangeError(`no signal line from ${tag} to ${LOOP}`)
    signal(canvas, way(controller), tag)
  }
}
