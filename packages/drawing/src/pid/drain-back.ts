import { INTERLOCK_HALF } from '../symbols/pid/instrument-symbols.ts'
import { valve } from './fittings.ts'
import { actingInSeries, initiates, instrument, signal } from './instruments.ts'
import { machine } from './machines.ts'
import type { PidCanvas } from './pid-canvas.ts'
import { label, run } from './pipe-run.ts'
import { RETURN_Y, SUPPLY_Y } from './typical-layout.ts'

/** Where drain-back leaves and refill meets the mains, between plate and isolation. */
const X = 343
const TANK_Y = 434
const PUMP_Y = 411
/** Interlock of the pump beside it, mm. */
const TRIP_MM = 15

/** Indoor tank that takes the outdoor content back in the cold, and the pump that returns it. */
export function drawDrainBack(canvas: PidCanvas): void {
  run(
    canvas,
    '113',
    [
      [X, SUPPLY_Y],
      [X, TANK_Y + 12.5],
    ],
    [valve(canvas, 'HV-108', [X, 508], 'right')],
    [[X, 458]],
  )
  label(canvas, '113', [X - 1.5, TANK_Y + 13], { rotation_deg: 90 })
  machine(canvas, 'V-101', 'TANK', [X, TANK_Y], {
    at: [X + 14.5, TANK_Y],
    lines: [`drain-back, ${canvas.equipment('V-101').rating}`],
  })
  for (const [tag, y] of [
    ['LSH-101', TANK_Y + 14],
    ['LSL-101', TANK_Y - 14],
  ] as const) {
    const edge = y > TANK_Y ? TANK_Y + 5 : TANK_Y - 5
    instrument(
      canvas,
      tag,
      [X + 26, y],
      [
        [X + 12.5, edge],
        [X + 26, edge],
        [X + 26, y > TANK_Y ? y - 6.25 : y + 6.25],
      ],
    )
    initiates(canvas, tag, [X + 26, y], 'right')
  }
  run(canvas, '114', [
    [X, TANK_Y - 12.5],
    [X, PUMP_Y + 6.25],
  ])
  machine(
    canvas,
    'P-103',
    'PUMP',
    [X, PUMP_Y],
    { at: [X + 8.5, PUMP_Y - 8.5] },
    { rotation_deg: 270, net: '114' },
  )
  run(
    canvas,
    '114',
    [
      [X, PUMP_Y - 6.25],
      [X, RETURN_Y],
    ],
    [valve(canvas, 'NRV-103', [X, 398], 'right'), valve(canvas, 'HV-109', [X, 387], 'right')],
    [[X, 338]],
  )
  label(canvas, '114', [X - 3, 333], { rotation_deg: 90 })
  signal(
    canvas,
    [
      [X + TRIP_MM + INTERLOCK_HALF, PUMP_Y],
      [X + 6.25, PUMP_Y],
    ],
    'P-103',
    actingInSeries(canvas, ['P-103'], [X + TRIP_MM, PUMP_Y]),
  )
}
