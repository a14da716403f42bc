import type { Point } from '@edp/schemas'

import { BUBBLE_RADIUS } from '../symbols/pid/instrument-symbols.ts'
import { HX } from './facility-loop.ts'
import { endValve, valve } from './fittings.ts'
import { initiates, instrument, tapped } from './instruments.ts'
import { machine } from './machines.ts'
import type { PidCanvas } from './pid-canvas.ts'
import { label, run } from './pipe-run.ts'
import { EXPANSION_Y, PUMP_IN_X, PUMP_OUT_X, PUMP_X } from './technology-layout.ts'
import { RETURN_Y, STANDBY_Y } from './typical-layout.ts'

const SAMPLE_Y = 378
const SAMPLE_X = 564

/** Duty and standby pump between suction and delivery header. */
export function drawTechnologyPumps(canvas: PidCanvas): void {
  for (const [letter, y] of [
    ['A', RETURN_Y],
    ['B', STANDBY_Y],
  ] as const) {
    run(
      canvas,
      '203',
      [
        [PUMP_IN_X, y],
        [PUMP_X + 6.25, y],
      ],
      [valve(canvas, `HV-203${letter}`, [568, y])],
    )
    machine(
      canvas,
      `P-201${letter}`,
      'PUMP',
      [PUMP_X, y],
      { at: [PUMP_X - 6, y - 11], halign: 'right' },
      { rotation_deg: 180, net: '204' },
    )
    run(
      canvas,
      '204',
      [
        [PUMP_X - 6.25, y],
        [PUMP_OUT_X, y],
      ],
      [valve(canvas, `NRV-201${letter}`, [524, y]), valve(canvas, `HV-204${letter}`, [508, y], 'below')],
    )
    tapped(canvas, `PI-201${letter}`, [535, y], y + 16)
  }
  run(
    canvas,
    '203',
    [
      [PUMP_IN_X, RETURN_Y],
      [PUMP_IN_X, EXPANSION_Y - 6],
    ],
    [],
    [[PUMP_IN_X, 322]],
  )
  label(canvas, '203', [PUMP_IN_X + 2.5, STANDBY_Y - 14])
  const pressure: Point = [PUMP_IN_X + 16, STANDBY_Y + 25]
  instrument(canvas, 'PT-202', pressure, [
    [PUMP_IN_X, pressure[1]],
    [pressure[0] - BUBBLE_RADIUS, pressure[1]],
  ])
  initiates(canvas, 'PT-202', pressure, 'right', 8)
  endValve(canvas, 'DV-201', [PUMP_IN_X, EXPANSION_Y - 10], '203', 'left', 0, 4)
  run(canvas, '204', [
    [PUMP_OUT_X, STANDBY_Y],
    [PUMP_OUT_X, RETURN_Y],
  ])
  label(canvas, '204', [PUMP_OUT_X - 1.5, RETURN_Y - 4], { rotation_deg: 90, halign: 'right' })
  run(
    canvas,
    '215',
    [
      [PUMP_OUT_X, RETURN_Y],
      [HX.right, RETURN_Y],
      [HX.right, HX.bottom],
    ],
    [],
    [
      [488, RETURN_Y],
      [HX.right, 395],
    ],
  )
  label(canvas, '215', [HX.right - 5.5, 340], { rotation_deg: 90, flow: true })
  run(canvas, '215', [
    [HX.right, 347],
    [482, 347],
  ])
  endValve(canvas, 'DV-205', [486, 347], '215', 'below', 90, 4)
}

/** A little of the pump's delivery through the analysers and back to its suction. */
export function drawSideStream(canvas: PidCanvas): void {
  const y = SAMPLE_Y
  run(
    canvas,
    '207',
    [
      [PUMP_OUT_X, RETURN_Y],
      [PUMP_OUT_X, y],
      [PUMP_IN_X, y],
      [PUMP_IN_X, RETURN_Y],
    ],
    [valve(canvas, 'HV-207', [PUMP_OUT_X, 356], 'right'), valve(canvas, 'HV-208', [PUMP_IN_X, 356], 'left')],
    [
      [505, y],
      [552, y],
    ],
  )
  label(canvas, '207', [512, y - 5])
  tapped(canvas, 'AT-201', [518, y], 402)
  tapped(canvas, 'AT-202', [539, y], 402)
  canvas.note([518, 410.5], 'pH', { halign: 'centre' })
  canvas.note([539, 410.5], 'mS/cm', { halign: 'centre' })
  tapped(canvas, 'FI-202', [576, y], 402)
  const x = SAMPLE_X
  run(canvas, '207', [
    [x, y],
    [x, y + 5],
  ])
  endValve(canvas, 'HV-209', [x, y + 9], '207', 'left', 90)
  run(canvas, '207', [
    [x, y + 13],
    [x, y + 16],
  ])
  canvas.items.push({
    kind: 'use',
    layer: 'M-HOSE',
    symbol: 'CAP',
    at: [x, y + 16],
    rotation_deg: 180,
    net: '207',
  })
  canvas.note([x + 4, y + 20], 'SAMPLE', { halign: 'right' })
}
