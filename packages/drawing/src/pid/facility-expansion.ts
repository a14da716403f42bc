import type { Point } from '@edp/schemas'

import { BUBBLE_RADIUS } from '../symbols/pid/instrument-symbols.ts'
import { endValve, valve } from './fittings.ts'
import { instrument } from './instruments.ts'
import { machine } from './machines.ts'
import type { PidCanvas } from './pid-canvas.ts'
import { printed } from './printed.ts'
import { label, run } from './pipe-run.ts'
import { RETURN_Y } from './typical-layout.ts'

const VESSEL_X = 229
const RELIEF_X = 167
const CATCH_X = 146
const BRANCH_Y = 364
const FILL_X = 204
const TANK_Y = 364
const TANK_HALF = 12.5

/** Expansion vessel and relief on the suction of the facility pumps; where the loop is filled, dosed and sampled. */
export function drawExpansionAndFill(canvas: PidCanvas): void {
  run(
    canvas,
    '108',
    [
      [VESSEL_X, RETURN_Y],
      [VESSEL_X, 387.75],
    ],
    [valve(canvas, 'HV-105', [VESSEL_X, 375.5], 'left')],
  )
  machine(canvas, 'T-101', 'VESSEL-EXPANSION', [VESSEL_X, 396.5], {
    at: [VESSEL_X - 10.5, 404],
    halign: 'right',
    lines: printed(canvas.equipment('T-101').rating).split(', '),
  })
  run(canvas, '108', [
    [VESSEL_X, BRANCH_Y],
    [RELIEF_X, BRANCH_Y],
    [RELIEF_X, 378],
  ])
  label(canvas, '108', [VESSEL_X - 2, BRANCH_Y + 1.5], { halign: 'right' })
  endValve(canvas, 'PSV-101', [RELIEF_X, 382], '108', 'right', 0, 4.5)
  run(
    canvas,
    '109',
    [
      [RELIEF_X - 4, 382],
      [CATCH_X, 382],
      [CATCH_X, 374],
    ],
    [],
    [[154, 382]],
  )
  machine(canvas, 'V-102', 'TANK', [CATCH_X, TANK_Y], {
    at: [CATCH_X, TANK_Y - 1],
    halign: 'centre',
    lines: ['catch tank'],
  })
  label(canvas, '109', [CATCH_X + 3, 401], {
    leader: [
      [CATCH_X + 7, 400],
      [CATCH_X + 7, 382],
    ],
  })
  const foot = TANK_Y - TANK_HALF
  run(canvas, '109', [
    [CATCH_X, foot],
    [CATCH_X, foot - 2.5],
  ])
  endValve(canvas, 'DV-104', [CATCH_X, foot - 6.5], '109', 'right', 0, 4)
  const full: Point = [CATCH_X + 26, TANK_Y - 9]
  instrument(canvas, 'LSH-102', full, [
    [CATCH_X + TANK_HALF, full[1]],
    [full[0] - BUBBLE_RADIUS, full[1]],
  ])
  run(
    canvas,
    '110',
    [
      [FILL_X, 250.5],
      [FILL_X, RETURN_Y],
    ],
    [valve(canvas, 'HV-106', [FILL_X, 256], 'right'), valve(canvas, 'NRV-104', [FILL_X, 266], 'right')],
    [[FILL_X, 322]],
  )
  canvas.items.push({ kind: 'use', layer: 'M-HOSE', symbol: 'CAP', at: [FILL_X, 250.5], net: '110' })
  label(canvas, '110', [FILL_X - 1.5, 272], { rotation_deg: 90 })
  canvas.note([FILL_X, 245], 'FILL CART, BY OTHERS', { halign: 'centre' })
}
