import { endValve, valve } from './fittings.ts'
import { machine } from './machines.ts'
import type { PidCanvas } from './pid-canvas.ts'
import { label, run } from './pipe-run.ts'
import { RETURN_Y } from './typical-layout.ts'

const VESSEL_X = 229
const RELIEF_X = 167
const CATCH_X = 146
const BRANCH_Y = 356
const FILL_X = 204

/** Expansion vessel and relief on the suction of the facility pumps; where the loop is filled, dosed and sampled. */
export function drawExpansionAndFill(canvas: PidCanvas): void {
  run(
    canvas,
    '108',
    [
      [VESSEL_X, RETURN_Y],
      [VESSEL_X, 387.75],
    ],
    [valve(canvas, 'HV-105', [VESSEL_X, 371], 'left')],
  )
  machine(canvas, 'T-101', 'VESSEL-EXPANSION', [VESSEL_X, 396.5], {
    at: [VESSEL_X - 10.5, 396],
    halign: 'right',
    lines: [`${canvas.site.cooling.facility_expansion_l} L`],
  })
  run(canvas, '108', [
    [VESSEL_X, BRANCH_Y],
    [RELIEF_X, BRANCH_Y],
    [RELIEF_X, 370],
  ])
  label(canvas, '108', [VESSEL_X - 2, BRANCH_Y + 1.5], { halign: 'right' })
  endValve(canvas, 'PSV-101', [RELIEF_X, 374], '108', 'right', 0, 4.5)
  run(
    canvas,
    '109',
    [
      [RELIEF_X - 4, 374],
      [CATCH_X, 374],
      [CATCH_X, 366],
    ],
    [],
    [[154, 374]],
  )
  machine(canvas, 'V-102', 'TANK', [CATCH_X, 356], {
    at: [CATCH_X, 355],
    halign: 'centre',
    lines: ['catch tank'],
  })
  label(canvas, '109', [CATCH_X + 3, 393], {
    leader: [
      [CATCH_X + 7, 392],
      [CATCH_X + 7, 374],
    ],
  })
  run(
    canvas,
    '110',
    [
      [FILL_X, 252],
      [FILL_X, RETURN_Y],
    ],
    [valve(canvas, 'HV-106', [FILL_X, 262], 'right')],
    [[FILL_X, 322]],
  )
  canvas.items.push({ kind: 'use', layer: 'M-HOSE', symbol: 'CAP', at: [FILL_X, 252], net: '110' })
  label(canvas, '110', [FILL_X - 1.5, 268], { rotation_deg: 90 })
  canvas.note([FILL_X, 245], 'FILL CART, BY OTHERS', { halign: 'centre' })
}
