import type { Point } from '@edp/schemas'

import { HX_HALF } from '../symbols/pid/equipment-symbols.ts'
import { FLOW_METER_HALF, STRAINER_HALF } from '../symbols/pid/line-symbols.ts'
import { drawDrainBack } from './drain-back.ts'
import { endValve, fitting, internalHose, valve } from './fittings.ts'
import { closedBy, impulse, initiates, instrument, positionSwitch, tapped } from './instruments.ts'
import { hosedRun } from './hose-run.ts'
import { machine } from './machines.ts'
import type { PidCanvas } from './pid-canvas.ts'
import { label, run } from './pipe-run.ts'
import { CONTROL_VALVE_X, drawSupplyControl } from './supply-control.ts'
import { drawThermalRelief } from './thermal-relief.ts'
import { PLATE_X, RETURN_Y, SUPPLY_Y } from './typical-layout.ts'

/** Heat exchanger between the loops: facility side at its left ports, technology side at its right ports. */
export const HX: {
  readonly at: Point
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
} = {
  at: [467.5, 425],
  left: 460,
  right: 475,
  top: 425 + HX_HALF.height,
  bottom: 425 - HX_HALF.height,
}
/** Motorised isolation inside the plate, x mm. */
const ISOLATION_X = 363
const HOSE_X = 379.5
const STRAINER_X = 411

/** The facility loop inside the container: isolation, strainer, measurement, heat exchanger, control valve. */
export function drawFacilityLoop(canvas: PidCanvas): void {
  drawSupply(canvas)
  drawExchanger(canvas)
  drawReturn(canvas)
  drawSupplyControl(canvas)
  closedBy(canvas, 'XV-101', [ISOLATION_X, SUPPLY_Y])
  closedBy(canvas, 'XV-102', [ISOLATION_X, RETURN_Y])
  positionSwitch(canvas, 'ZS-101', [ISOLATION_X, SUPPLY_Y], 11)
  positionSwitch(canvas, 'ZS-102', [ISOLATION_X, RETURN_Y], 11)
  if (canvas.has('113')) drawDrainBack(canvas)
}

function drawSupply(canvas: PidCanvas): void {
  hosedRun(
    canvas,
    '103',
    {
      sequence: '118',
      at: [HOSE_X, SUPPLY_Y],
      fittings: internalHose(canvas, 'coolant_supply', 'to', [HOSE_X, SUPPLY_Y]),
      label_at: [HOSE_X + 14, SUPPLY_Y - 4],
    },
    [
      [PLATE_X, SUPPLY_Y],
      [HX.left, SUPPLY_Y],
      [HX.left, HX.top],
    ],
    [
      valve(canvas, 'XV-101', [ISOLATION_X, SUPPLY_Y], 'below'),
      fitting('STRAINER-Y', [STRAINER_X, SUPPLY_Y], STRAINER_HALF, { tag: 'STR-101', layer: 'M-EQPT' }),
      fitting('FLOW-METER', [442, SUPPLY_Y], FLOW_METER_HALF, { layer: 'M-INST' }),
    ],
    [
      [332, SUPPLY_Y],
      [HX.left, 500],
    ],
  )
  label(canvas, '103', [HX.left - 5.5, 446.5], { rotation_deg: 90, flow: true })
  run(canvas, '103', [
    [453, SUPPLY_Y],
    [453, SUPPLY_Y + 4],
  ])
  endValve(canvas, 'AAV-101', [453, SUPPLY_Y + 4], '103', 'right', 0, 4)
  tapped(canvas, 'TT-101', [398, SUPPLY_Y], 545)
  instrument(
    canvas,
    'FT-101',
    [442, 545],
    [
      [442, SUPPLY_Y + 3.5],
      [442, 538.75],
    ],
  )
  initiates(canvas, 'FT-101', [442, 545], 'right', 7)
  tapped(canvas, 'PT-102', [448.5, SUPPLY_Y], 509)
  const y = 499
  instrument(
    canvas,
    'PDT-102',
    [STRAINER_X + 1, y],
    [
      [STRAINER_X - 7.5, SUPPLY_Y],
      [STRAINER_X - 7.5, y],
      [STRAINER_X - 5.25, y],
    ],
  )
  const after: Point[] = [
    [STRAINER_X + 12, SUPPLY_Y],
    [STRAINER_X + 12, y],
    [STRAINER_X + 7.25, y],
  ]
  impulse(canvas, after, 'PDT-102')
}

function drawExchanger(canvas: PidCanvas): void {
  const { cooling } = canvas.site
  machine(canvas, 'HX-201', 'HX-PLATE', HX.at, {
    at: [HX.at[0] + 15, 430],
    lines: [
      `${cooling.liquid_heat_kw.toFixed(1)} kW of ${canvas.equipment('HX-201').rating}`,
      `FWS ${cooling.facility_supply_c}/${cooling.facility_return_c} °C`,
      `TCS ${cooling.technology_supply_c}/${cooling.technology_return_c} °C`,
    ],
  })
}

function drawReturn(canvas: PidCanvas): void {
  hosedRun(
    canvas,
    '104',
    {
      sequence: '119',
      at: [HOSE_X, RETURN_Y],
      fittings: internalHose(canvas, 'coolant_return', 'from', [HOSE_X, RETURN_Y]),
      label_at: [HOSE_X + 14, RETURN_Y - 4],
    },
    [
      [HX.left, HX.bottom],
      [HX.left, RETURN_Y],
      [PLATE_X, RETURN_Y],
    ],
    [
      valve(canvas, 'TCV-101', [CONTROL_VALVE_X, RETURN_Y], 'below'),
      valve(canvas, 'XV-102', [ISOLATION_X, RETURN_Y], 'below'),
    ],
    [
      [HX.left, 395],
      [430, RETURN_Y],
      [332, RETURN_Y],
    ],
  )
  label(canvas, '104', [HX.left - 5.5, 340], { rotation_deg: 90, flow: true })
  tapped(canvas, 'TT-102', [443.5, RETURN_Y], 306)
  tapped(canvas, 'PT-103', [457, RETURN_Y], 306)
  run(canvas, '104', [
    [420, RETURN_Y],
    [420, 321],
  ])
  endValve(canvas, 'DV-101', [420, 317], '104', 'right', 0, 4)
  drawThermalRelief(canvas, {
    tag: 'PSV-102',
    letter: 'A',
    main: '104',
    discharge: '117',
    foot: [433, RETURN_Y],
    valve: [433, 386],
    outlet: [421, 352],
  })
  drawHoseExpansion(canvas)
}

/** Check valve beside the control valve: what the return hose holds is relieved with the heat exchanger. */
function drawHoseExpansion(canvas: PidCanvas): void {
  const y = RETURN_Y - 14
  const [from, to] = [CONTROL_VALVE_X - 9, CONTROL_VALVE_X + 10]
  run(
    canvas,
    '123',
    [
      [from, RETURN_Y],
      [from, y],
      [to, y],
      [to, RETURN_Y],
    ],
    [valve(canvas, 'NRV-105', [CONTROL_VALVE_X, y], 'below')],
  )
  label(canvas, '123', [to + 3, y - 12], {
    halign: 'right',
    rotation_deg: 90,
    leader: [
      [to + 1.75, y - 11.5],
      [to, y],
    ],
  })
}
