import type { Point } from '@edp/schemas'

import { pen } from '../sheet/pen.ts'
import { BUBBLE_RADIUS } from '../symbols/pid/instrument-symbols.ts'
import { CONNECTOR_MM } from '../symbols/pid/line-symbols.ts'
import { connector } from './connector.ts'
import { endValve, valve } from './fittings.ts'
import { initiates, instrument, tapped } from './instruments.ts'
import { machine } from './machines.ts'
import type { PidCanvas } from './pid-canvas.ts'
import { label, run } from './pipe-run.ts'
import { EXPANSION_Y, PUMP_IN_X } from './technology-layout.ts'

const VESSEL_X = 541
const RELIEF_X = 513
const CATCH_X = 487
/** Discharges of the thermal reliefs, which come from elsewhere on the sheet. */
const RELIEFS = [
  { letter: 'A', sequence: '117', x: CATCH_X - 10, y: 208 },
  { letter: 'B', sequence: '212', x: CATCH_X - 6.5, y: 215 },
] as const
const TRAY = { x: 585, y: 183 } as const
/** From the tray to the cap of its drain, mm; a tank beside it would stand higher than the tray. */
const CAP_MM = 28

/** Expansion and relief on the suction of the pumps; catch tank and drip tray with what tells of a leak. */
export function drawTechnologyExpansion(canvas: PidCanvas): void {
  const y = EXPANSION_Y
  run(canvas, '205', [
    [PUMP_IN_X, y],
    [RELIEF_X, y],
    [RELIEF_X, 234],
  ])
  run(
    canvas,
    '205',
    [
      [VESSEL_X, y],
      [VESSEL_X, 240],
    ],
    [valve(canvas, 'HV-205', [VESSEL_X, 231], 'right')],
  )
  machine(canvas, 'T-201', 'VESSEL-EXPANSION', [VESSEL_X, 248.75], {
    at: [VESSEL_X + 11, 250],
    lines: [`${canvas.site.cooling.technology_expansion_l} L`],
  })
  endValve(canvas, 'PSV-201', [RELIEF_X, 238], '205', 'above', 0, 10.5)
  label(canvas, '205', [RELIEF_X + 1, y - 4])
  run(
    canvas,
    '208',
    [
      [RELIEF_X - 4, 238],
      [CATCH_X, 238],
      [CATCH_X, 204],
    ],
    [],
    [[CATCH_X, 225]],
  )
  label(canvas, '208', [CATCH_X - 1.5, 205], { rotation_deg: 90 })
  machine(canvas, 'V-202', 'TANK', [CATCH_X, 191.5], {
    at: [CATCH_X - 15, 191],
    halign: 'right',
    lines: ['catch tank'],
  })
  const low = 182
  run(canvas, '208', [
    [CATCH_X - 12.5, low],
    [CATCH_X - 17, low],
  ])
  endValve(canvas, 'DV-202', [CATCH_X - 21, low], '208', 'left', 270, 8)
  const full: Point = [CATCH_X + 21, 209]
  instrument(canvas, 'LSH-202', full, [
    [CATCH_X + 12.5, 199],
    [full[0], 199],
    [full[0], full[1] - BUBBLE_RADIUS],
  ])
  initiates(canvas, 'LSH-202', full, 'right')
  for (const { letter, sequence, x, y: level } of RELIEFS) {
    const start: Point = [CATCH_X - 38, level]
    connector(canvas, letter, start, 'right', sequence)
    run(canvas, sequence, [
      [start[0] + CONNECTOR_MM, level],
      [x, level],
      [x, 202],
    ])
    canvas.note([start[0] - 1.5, level], canvas.line(sequence).from, { halign: 'right', valign: 'middle' })
  }
  drawTray(canvas)
}

function drawTray(canvas: PidCanvas): void {
  machine(canvas, 'DT-201', 'DRIP-TRAY', [TRAY.x, TRAY.y], { at: [TRAY.x + 52.5, TRAY.y - 2] })
  const left = TRAY.x - 50
  run(
    canvas,
    '209',
    [
      [left, TRAY.y + 2],
      [left - CAP_MM, TRAY.y + 2],
    ],
    [valve(canvas, 'HV-212', [left - 18, TRAY.y + 2], 'above')],
    [[left - 9, TRAY.y + 2]],
  )
  canvas.items.push({
    kind: 'use',
    layer: 'M-HOSE',
    symbol: 'CAP',
    at: [left - CAP_MM, TRAY.y + 2],
    rotation_deg: 270,
    net: '209',
  })
  label(canvas, '209', [left + 2, TRAY.y - 10], {
    leader: [
      [left + 1, TRAY.y - 8.75],
      [left - 4, TRAY.y - 8.75],
      [left - 4, TRAY.y + 2],
    ],
  })
  tapped(canvas, 'LSH-203', [548, TRAY.y + 1], 199)
  initiates(canvas, 'LSH-203', [548, 199], 'right')
  const rope = TRAY.y + 1
  canvas.items.push(
    pen('M-LEAK').line([570, rope], [630, rope], { net: 'LDS-201' }),
    pen('M-LEAK').circle([630, rope], 0.8, { filled: true, net: 'LDS-201' }),
  )
  instrument(
    canvas,
    'LDS-201',
    [606, 197],
    [
      [606, rope],
      [606, 190.75],
    ],
  )
  initiates(canvas, 'LDS-201', [606, 197], 'right')
}
