import type { Point } from '@edp/schemas'

import { SEPARATOR_HALF, SEPARATOR_TOP, STRAINER_HALF } from '../symbols/pid/line-symbols.ts'
import { LEAST_FLOW_X } from './cooler.ts'
import { drawFacilityControl } from './facility-control.ts'
import { endValve, fitting, valve, type Fitting } from './fittings.ts'
import { initiates, instrument, signal, tapped } from './instruments.ts'
import { machine } from './machines.ts'
import type { PidCanvas } from './pid-canvas.ts'
import { label, run } from './pipe-run.ts'
import { FACILITY_PUMP_X, FAN_Y, RETURN_Y, SKID, STANDBY_Y, SUPPLY_Y } from './typical-layout.ts'

/** Riser from the pumps to the cooler, header of the suctions, x mm. */
const RISER_X = 76
const SUCTION_X = 162
const SEPARATOR_X = 191

/** The return from hose to cooler: separator, strainer, pumps N+1; their control, least flow and protection. */
export function drawFacilityPumps(canvas: PidCanvas): void {
  row(canvas, 'A', RETURN_Y)
  row(canvas, 'B', STANDBY_Y)
  drawSuction(canvas)
  drawRiser(canvas)
  drawLeastFlow(canvas)
  drawFacilityControl(canvas)
}

function row(canvas: PidCanvas, letter: 'A' | 'B', y: number): void {
  const suction: Point[] = [
    [SUCTION_X, y],
    [FACILITY_PUMP_X + 6.25, y],
  ]
  const discharge: Point[] = [
    [FACILITY_PUMP_X - 6.25, y],
    [RISER_X, y],
  ]
  run(canvas, '105', suction, [valve(canvas, `HV-103${letter}`, [147, y])])
  machine(
    canvas,
    `P-101${letter}`,
    'PUMP',
    [FACILITY_PUMP_X, y],
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
      [LEAST_FLOW_X, RETURN_Y],
      [SUCTION_X, RETURN_Y],
      [SUCTION_X, STANDBY_Y - 25],
    ],
    [
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
  const hose_end: Point = [SKID.x1, RETURN_Y]
  run(canvas, '121', [hose_end, [LEAST_FLOW_X, RETURN_Y]], [valve(canvas, 'HV-102', [252, RETURN_Y])])
  label(canvas, '121', [SKID.x1 - 1.5, RETURN_Y + 4], { rotation_deg: 90 })
  canvas.beside([SEPARATOR_X - 1, RETURN_Y], 'below', ['AS-101'], 7.5, 'AS-101')
  endValve(canvas, 'AAV-103', [SEPARATOR_X, RETURN_Y + SEPARATOR_TOP], '105', 'right', 0, 6.5)
  label(canvas, '105', [SUCTION_X + 4, STANDBY_Y - 22], { rotation_deg: 90 })
  endValve(canvas, 'DV-102', [SUCTION_X, STANDBY_Y - 29], '105', 'right', 0, 4)
  tapped(canvas, 'TT-104', [246, RETURN_Y], 302)
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
  if (canvas.hasInstrument('TT-111'))
    instrument(
      canvas,
      'TT-111',
      [RISER_X + 16, 385],
      [
        [RISER_X, 385],
        [RISER_X + 9.75, 385],
      ],
    )
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
  canvas.note([RISER_X - 5, 447], 'FB', { halign: 'right' })
  canvas.beside([RISER_X + 3, 435], 'right', ['TCV-102'], 1, 'TCV-102')
  signal(
    canvas,
    [
      [175, FAN_Y],
      [175, 455],
      [64, 455],
      [64, 440],
      [RISER_X - 9, 440],
    ],
    'TIC-101',
  )
}

/** Least flow past the container, whatever its control valve and its isolation do. */
function drawLeastFlow(canvas: PidCanvas): void {
  run(
    canvas,
    '116',
    [
      [LEAST_FLOW_X, SUPPLY_Y],
      [LEAST_FLOW_X, RETURN_Y],
    ],
    [valve(canvas, 'BV-102', [LEAST_FLOW_X, 442], 'left')],
    [[LEAST_FLOW_X, 350]],
  )
  label(canvas, '116', [LEAST_FLOW_X - 1.5, 447], { rotation_deg: 90 })
}
