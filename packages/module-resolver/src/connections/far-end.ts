import type { Connection } from '@edp/schemas'

import { faultFigure } from '../electrical/fault-figure.ts'
import { fieldSwitchText, withFaultRating } from '../electrical/field-switch.ts'
import { faultBehindCable } from '../electrical/inside-faults.ts'
import { insideInterruptingKa } from './inside-equipment.ts'

/** Greatest current at the far end of a low-voltage circuit and the rating that what stands there is ordered for, kA. */
export interface FarEnd {
  readonly short_circuit_ka: number
  readonly rated_ka: number
}

/** Behind the cable of a circuit whose current at its start is known; null for any other. */
export function farEnd({ power, length, cable }: Connection): FarEnd | null {
  if (power?.short_circuit_ka == null) return null
  const km = length.cut_m / 1000 / (cable?.sets_count ?? 1)
  const level = faultBehindCable(
    { ka: power.short_circuit_ka, voltage_v: power.voltage_v },
    power.resistance_ohm_per_km * km,
    power.reactance_ohm_per_km * km,
  )
  return { short_circuit_ka: faultFigure(level.ka), rated_ka: insideInterruptingKa(level) }
}

/** A circuit whose lockable switch is rated for the current there, as its end says. */
export function withRatedSwitch(connection: Connection): Connection {
  const { power, to } = connection
  const end = farEnd(connection)
  if (power?.field_switch == null || end === null) return connection
  const field_switch = withFaultRating(power.field_switch, end, power.protection_a ?? 0)
  return {
    ...connection,
    to: { ...to, termination: fieldSwitchText(field_switch) },
    power: { ...power, field_switch },
  }
}
