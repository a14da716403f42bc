import type { Point } from '@edp/schemas'

import { actingInSeries, controllerOf, impulse, instrument, signal } from './instruments.ts'
import type { PidCanvas } from './pid-canvas.ts'
import { DRIVE_Y, MANIFOLD, PUMP_X } from './technology-layout.ts'
import { RETURN_Y, STANDBY_Y } from './typical-layout.ts'

const X = 748
const Y = 356

/** Differential pressure holds the speed of both pumps; one signal to both drives, the interlocks in it. */
export function drawTechnologyControl(canvas: PidCanvas): void {
  instrument(
    canvas,
    'PDT-201',
    [X, Y],
    [
      [MANIFOLD.supply_x, MANIFOLD.bottom],
      [MANIFOLD.supply_x, Y],
      [X - 6.25, Y],
    ],
  )
  const low: Point[] = [
    [MANIFOLD.return_x, Y],
    [X + 6.25, Y],
  ]
  impulse(canvas, low, 'PDT-201')
  instrument(canvas, 'PDIC-201', [X, DRIVE_Y], [], 'INST-SHARED')
  signal(
    canvas,
    [
      [X, Y - 6.25],
      [X, DRIVE_Y + 6.25],
    ],
    'PDT-201',
  )
  const drive: Point[] = [
    [X - 6.25, DRIVE_Y],
    [PUMP_X, DRIVE_Y],
    [PUMP_X, STANDBY_Y - 6.25],
  ]
  signal(canvas, drive, 'PDIC-201', actingInSeries(canvas, ['P-201A', 'P-201B'], [730, DRIVE_Y], [-10, 0]))
  signal(
    canvas,
    [
      [PUMP_X, STANDBY_Y + 6.25],
      [PUMP_X, RETURN_Y - 6.25],
    ],
    'PDIC-201',
  )
  canvas.note([X + 8, DRIVE_Y], `SP ${canvas.instrument('PDIC-201').setpoint}`, { valign: 'middle' })
  canvas.note([PUMP_X + 3, DRIVE_Y + 2], 'VFD A, B')
  controllerOf(canvas, 'PDIC-201', [X, DRIVE_Y - 10.5], 'centre')
}
