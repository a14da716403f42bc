import type { Point } from '@edp/schemas'

import { BUBBLE_RADIUS } from '../symbols/pid/instrument-symbols.ts'
import { SEPARATOR_HALF, SEPARATOR_TOP, STRAINER_HALF } from '../symbols/pid/line-symbols.ts'
import { DIFFERENCE_X, OVERFLOW_X } from './cooler.ts'
import { endValve, fitting, valve, type Fitting } from './fittings.ts'
import { impulse, inSeries, initiates, instrument, signal, tapped } from './instruments.ts'
import { machine } from './machines.ts'
import type { PidCanvas } from './pid-canvas.ts'
import { label, run } from './pipe-run.ts'
import { RETURN_Y, SKID, STANDBY_Y, SUPPLY_Y } from './typical-layout.ts'

/** Riser from the pumps to the cooler, header of the suctions, the pumps, x mm. */
const RISER_X = 76
const SUCTION_X = 162
const PUMP_X = 128
const SEPARATOR_X = 191
/** Differential pressure control between cooler and pumps. */
const CONTROL_Y = 425
const CONTROLLER_X = 220

/** The return from hose to cooler: separator, strainer, pumps N+1; their control, least flow and protection. */
export function drawFacilityPumps(canvas: PidCanvas): void {
  row(canvas, 'A', RETURN_Y)
  row(canvas, 'B', STANDBY_Y)
  drawSuction(canvas)
  drawRiser(canvas)
  drawOverflow(canvas)
  drawPumpControl(canvas)
}

function row(canvas: PidCanvas, letter: 'A' | 'B', y: number): void {
  const suction: Point[] = [
    [SUCTION_X, y],
    [PUMP_X + 6.25, y],
  ]
  const discharge: Point[] = [
    [PUMP_X - 6.25, y],
    [RISER_X, y],
  ]
  run(canvas, '105', suction, [valve(canvas, `HV-103${letter}`, [147, y])])
  machine(
    canvas,
    `P-101${letter}`,
    'PUMP',
    [PUMP_X, y],
    { at: [136, y - 10] },
    { rotation_deg: 180, net: '106' },
  )
  run(canvas, '106', discharge, [
    valve(canvas, `NRV-101${letter}`, [104, y], 'below'),
    valve(canvas, `HV-104${letter}`, [88, y]),
  ])
  tapped(canvas, `PI-101${letter}`, [114.5, y], y + 16)
}

function drawSuction(canvas: PidCanvas): void {
  run(
    canvas,
    '105',
    [
      [SKID.x1, RETURN_Y],
      [SUCTION_X, RETURN_Y],
      [SUCTION_X, STANDBY_Y - 25],
    ],
    [
      valve(canvas, 'HV-102', [252, RETURN_Y]),
      fitting('SEPARATOR', [SEPARATOR_X, RETURN_Y], SEPARATOR_HALF, {
        tag: 'AS-101',
        layer: 'M-EQPT',
        side: 'below',
        text: '',
      }),
      fitting('STRAINER-Y', [174, RETURN_Y], STRAINER_HALF, {
        tag: 'STR-102',
        layer: 'M-EQPT',
        side: 'below',
      }),
    ],
    [[235, RETURN_Y]],
  )
  canvas.beside([SEPARATOR_X - 1, RETURN_Y], 'below', ['AS-101'], 7.5, 'AS-101')
  endValve(canvas, 'AAV-103', [SEPARATOR_X, RETURN_Y + SEPARATOR_TOP], '105', 'right', 0, 6.5)
  label(canvas, '105', [SUCTION_X + 4, STANDBY_Y - 22], { rotation_deg: 90 })
  endValve(canvas, 'DV-102', [SUCTION_X, STANDBY_Y - 29], '105', 'right', 0, 4)
  tapped(canvas, 'PT-101', [218, RETURN_Y], 302)
  initiates(canvas, 'PT-101', [218, 302], 'below')
}

function drawRiser(canvas: PidCanvas): void {
  const bypass = canvas.has('112')
  const riser: Point[] = [
    [RISER_X, STANDBY_Y],
    [RISER_X, 490],
    [100, 490],
  ]
  const threeWay = (): Fitting => ({
    ...valve(canvas, 'TCV-102', [RISER_X, 440]),
    rotation_deg: 90,
    text: '',
  })
  run(canvas, '106', riser, bypass ? [threeWay()] : [], [[RISER_X, 410]])
  label(canvas, '106', [RISER_X - 5.5, 345], { rotation_deg: 90, flow: true })
  if (bypass) drawBypass(canvas)
  run(canvas, '106', [
    [90, 490],
    [90, 495],
  ])
  endValve(canvas, 'AAV-102', [90, 495], '106', 'left', 0, 4)
}

/** Around the cooler in the cold: the three-way valve on the riser, and the line that meets the supply. */
function drawBypass(canvas: PidCanvas): void {
  run(
    canvas,
    '112',
    [
      [RISER_X + 4, 440],
      [180, 440],
      [180, SUPPLY_Y],
    ],
    [],
    [[150, 440]],
  )
  label(canvas, '112', [RISER_X + 10, 441.5])
  canvas.note([RISER_X - 5, 447], 'FO', { halign: 'right' })
  canvas.beside([RISER_X + 3, 435], 'right', ['TCV-102'], 1, 'TCV-102')
  signal(
    canvas,
    [
      [175, 540],
      [175, 455],
      [64, 455],
      [64, 440],
      [RISER_X - 9, 440],
    ],
    'TIC-101',
  )
}

/** Least flow while the control valve of the container throttles. */
function drawOverflow(canvas: PidCanvas): void {
  run(
    canvas,
    '116',
    [
      [OVERFLOW_X, SUPPLY_Y],
      [OVERFLOW_X, RETURN_Y],
    ],
    [valve(canvas, 'PCV-101', [OVERFLOW_X, 442], 'left')],
    [[OVERFLOW_X, 350]],
  )
  label(canvas, '116', [OVERFLOW_X - 1.5, 452], { rotation_deg: 90 })
}

/** The difference that the container takes holds the speed of both pumps; one signal to both drives. */
function drawPumpControl(canvas: PidCanvas): void {
  const y = CONTROL_Y
  instrument(
    canvas,
    'PDT-101',
    [DIFFERENCE_X - 1, y],
    [
      [DIFFERENCE_X, SUPPLY_Y],
      [DIFFERENCE_X, y + 6.17],
    ],
  )
  const low: Point[] = [
    [DIFFERENCE_X, RETURN_Y],
    [DIFFERENCE_X, y - 6.17],
  ]
  impulse(canvas, low, 'PDT-101')
  instrument(canvas, 'PDIC-101', [CONTROLLER_X, y], [], 'INST-SHARED')
  signal(
    canvas,
    [
      [DIFFERENCE_X - 1 - BUBBLE_RADIUS, y],
      [CONTROLLER_X + BUBBLE_RADIUS, y],
    ],
    'PDT-101',
  )
  canvas.note([CONTROLLER_X, y + 8], `SP ${canvas.instrument('PDIC-101').setpoint}`, { halign: 'centre' })
  const drive: Point[] = [
    [CONTROLLER_X - BUBBLE_RADIUS, y],
    [PUMP_X, y],
    [PUMP_X, RETURN_Y + 6.25],
  ]
  signal(canvas, drive, 'PDIC-101', inSeries(canvas.interlocksOn('P-101A'), [CONTROLLER_X - 16, y]))
  signal(
    canvas,
    [
      [PUMP_X, RETURN_Y - 6.25],
      [PUMP_X, STANDBY_Y + 6.25],
    ],
    'PDIC-101',
  )
  canvas.note([PUMP_X + 2, y - 4.5], 'VFD A, B')
}
