import type { Point } from '@edp/schemas'

import { BUBBLE_RADIUS } from '../symbols/pid/instrument-symbols.ts'
import { DIFFERENCE_X } from './cooler.ts'
import { actingInSeries, impulse, instrument, signal, startedInSeries } from './instruments.ts'
import type { PidCanvas } from './pid-canvas.ts'
import { FACILITY_PUMP_X, RETURN_Y, STANDBY_Y, SUPPLY_Y } from './typical-layout.ts'

/** Differential pressure control between cooler and pumps. */
const CONTROL_Y = 425
const CONTROLLER_X = 220

/** The difference that the container takes holds the speed of both pumps; one signal to both drives. */
export function drawFacilityControl(canvas: PidCanvas): void {
  const y = CONTROL_Y
  instrument(
    canvas,
    'PDT-101',
    [DIFFERENCE_X - 3.8, y],
    [
      [DIFFERENCE_X, SUPPLY_Y],
      [DIFFERENCE_X, y + 4.96],
    ],
  )
  const low: Point[] = [
    [DIFFERENCE_X, RETURN_Y],
    [DIFFERENCE_X, y - 4.96],
  ]
  impulse(canvas, low, 'PDT-101')
  instrument(canvas, 'PDIC-101', [CONTROLLER_X, y], [], 'INST-SHARED')
  signal(
    canvas,
    [
      [DIFFERENCE_X - 3.8 - BUBBLE_RADIUS, y],
      [CONTROLLER_X + BUBBLE_RADIUS, y],
    ],
    'PDT-101',
    startedInSeries(canvas, 'PDT-101', [235, y]),
  )
  canvas.note([CONTROLLER_X, y + 8], `SP ${canvas.instrument('PDIC-101').setpoint}`, { halign: 'centre' })
  const drive: Point[] = [
    [CONTROLLER_X - BUBBLE_RADIUS, y],
    [FACILITY_PUMP_X, y],
    [FACILITY_PUMP_X, RETURN_Y + 6.25],
  ]
  signal(canvas, drive, 'PDIC-101', actingInSeries(canvas, ['P-101A', 'P-101B'], [CONTROLLER_X - 16, y]))
  signal(
    canvas,
    [
      [FACILITY_PUMP_X, RETURN_Y - 6.25],
      [FACILITY_PUMP_X, STANDBY_Y + 6.25],
    ],
    'PDIC-101',
  )
  canvas.note([FACILITY_PUMP_X + 2, y - 4.5], 'VFD A, B')
}
