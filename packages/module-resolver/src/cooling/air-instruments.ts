import type { Instrument } from '@edp/schemas'

import { alarm } from './alarm-limits.ts'
import { CDU_CONTROLLER } from './cooling-controllers.ts'
import type { CoolingPlan } from './cooling-plan.ts'
import { DEW_POINT_K } from './dew-point.ts'
import type { At } from './instrument-row.ts'

/** Instruments of the room air; the dew point keeps the coolant from sweating. */
export function airInstruments(plan: CoolingPlan, at: At): Instrument[] {
  return [
    at('TT-301', 'Cold aisle temperature', 'cold aisle', null, '0..60 degC', {
      limits: [alarm('H', 32, 'degC')],
      action: 'input of UY-301; the air units hold the aisle by sensors of their own',
    }),
    at('MT-301', 'Cold aisle humidity', 'cold aisle', null, '0..100 % RH', { action: 'input of UY-301' }),
    at('UY-301', 'Dew point', CDU_CONTROLLER, null, '-20..40 degC', {
      setpoint: `dew point + ${DEW_POINT_K.back} K <= ${plan.climate.technology_supply_c} degC`,
      action: 'raises the setpoint of TIC-201',
      signal: 'software',
    }),
  ]
}
