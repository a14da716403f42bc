import type { Point } from '@edp/schemas'

import { HX_HALF } from '../symbols/pid/equipment-symbols.ts'
import { FLOW_METER_HALF, STRAINER_HALF } from '../symbols/pid/line-symbols.ts'
import { fitting } from './heat-rejection.ts'
import type { PidCanvas } from './pid-canvas.ts'
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
/** Where drain-back leaves and refill meets the mains, between plate and isolation. */
const DRAIN_BACK_X = 340

/** The facility loop inside the container: isolation, strainer, measurement, heat exchanger, control valve. */
export function drawFacilityLoop(canvas: PidCanvas): void {
  const { cooling } = canvas.site
  canvas.run(
    '103',
    [
      [PLATE_X, SUPPLY_Y],
      [HX.left, SUPPLY_Y],
      [HX.left, HX.top],
    ],
    [
      canvas.valve('XV-101', [360, SUPPLY_Y], 'below'),
      ...canvas.internalHose('coolant_supply', 'to', [380, SUPPLY_Y]),
      fitting('STRAINER-Y', [413, SUPPLY_Y], STRAINER_HALF, { tag: 'STR-101', layer: 'M-EQPT' }),
      fitting('FLOW-METER', [442, SUPPLY_Y], FLOW_METER_HALF, { layer: 'M-INST' }),
    ],
    [
      [334, SUPPLY_Y],
      [425, SUPPLY_Y],
      [HX.left, 470],
    ],
  )
  canvas.label('103', [394, 500], { halign: 'right' }, true)
  canvas.run('103', [
    [431, SUPPLY_Y],
    [431, 514],
  ])
  canvas.endValve('DV-101', [431, 510], '103', 'right', 0, 4)
  canvas.tapped('TT-101', [405, SUPPLY_Y], 545)
  canvas.instrument(
    'FT-101',
    [442, 545],
    [
      [442, SUPPLY_Y + 3.5],
      [442, 538.75],
    ],
  )
  canvas.signal(
    [
      [398.75, 545],
      [236.25, 545],
    ],
    'TT-101',
  )

  canvas.equipment('HX-201', 'HX-PLATE', HX.at, {
    at: [HX.at[0] + 15, 430],
    lines: [
      `${cooling.liquid_heat_kw} kW`,
      `FWS ${cooling.facility_supply_c}/${cooling.facility_return_c} °C`,
      `TCS ${cooling.technology_supply_c}/${cooling.technology_return_c} °C`,
    ],
  })

  canvas.run(
    '104',
    [
      [HX.left, HX.bottom],
      [HX.left, RETURN_Y],
      [PLATE_X, RETURN_Y],
    ],
    [
      canvas.valve('TCV-101', [422.5, RETURN_Y], 'below'),
      ...canvas.internalHose('coolant_return', 'from', [380, RETURN_Y]),
      canvas.valve('XV-102', [360, RETURN_Y], 'below'),
    ],
    [
      [HX.left, 360],
      [400, RETURN_Y],
      [337, RETURN_Y],
    ],
  )
  canvas.label('104', [393, RETURN_Y - 16], { halign: 'right' })
  canvas.tapped('TT-102', [441, RETURN_Y], 306)
  canvas.run('104', [
    [447.5, RETURN_Y],
    [447.5, 338],
  ])
  canvas.endValve('AAV-101', [447.5, 338], '104', 'above', 0, 9.5)

  canvas.instrument('TIC-201', [422.5, 562.5], [], 'INST-SHARED')
  canvas.note([414, 567], `SP ${cooling.technology_supply_c} °C`, { halign: 'right' })
  canvas.signal(
    [
      [422.5, 556.25],
      [422.5, RETURN_Y + 9],
    ],
    'TIC-201',
  )
  canvas.tripped('I2', [360, SUPPLY_Y])
  canvas.tripped('I2', [360, RETURN_Y])
  if (canvas.has('113')) drawDrainBack(canvas)
}

/** Indoor tank that takes the outdoor content back in the cold, and the pump that returns it. */
function drawDrainBack(canvas: PidCanvas): void {
  const x = DRAIN_BACK_X
  canvas.run(
    '113',
    [
      [x, SUPPLY_Y],
      [x, 462.5],
    ],
    [canvas.valve('HV-108', [x, 508], 'right')],
    [[x, 470]],
  )
  canvas.label('113', [x - 3, 464.5], { rotation_deg: 90 })
  canvas.equipment('V-101', 'TANK', [x, 450], { at: [x + 14.5, 450], lines: ['drain-back'] })
  canvas.run('114', [
    [x, 437.5],
    [x, 421.25],
  ])
  canvas.equipment('P-103', 'PUMP', [x, 415], { at: [x + 8.5, 413] }, { rotation_deg: 270, net: '114' })
  canvas.run(
    '114',
    [
      [x, 408.75],
      [x, RETURN_Y],
    ],
    [canvas.valve('NRV-103', [x, 396], 'right'), canvas.valve('HV-109', [x, 380], 'right')],
    [[x, 365]],
  )
  canvas.label('114', [x - 3, 340], { rotation_deg: 90 })
}
