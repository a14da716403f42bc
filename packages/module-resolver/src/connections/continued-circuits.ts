import { type Connection, type PowerDesign, type Typical } from '@edp/schemas'

import { faultFigure } from '../electrical/fault-figure.ts'
import { faultBehindCable } from '../electrical/inside-faults.ts'
import { withRatedSwitch } from './far-end.ts'

/**
 * Connections between modules that continue a circuit of a container, with what the container decides: the breaker of its board,
 * the greatest current behind the cable inside, and the rating of the switch at their end.
 */
export function continuedCircuits(
  connections: readonly Connection[],
  typicals: readonly Typical[],
): Connection[] {
  return connections.map((connection): Connection => {
    const { power, from } = connection
    if (power === null || power.short_circuit_ka !== null) return connection
    const inside = typicals
      .flatMap((typical) => typical.connections)
      .find((c) => c.to.port === from.port && c.power !== null)
    return inside?.power == null
      ? connection
      : withRatedSwitch({ ...connection, power: { ...power, ...continued(inside, inside.power) } })
  })
}

function continued(
  { length, cable }: Connection,
  power: PowerDesign,
): Pick<PowerDesign, 'protection_ka' | 'short_circuit_ka'> {
  const km = length.cut_m / 1000 / (cable?.sets_count ?? 1)
  const level = faultBehindCable(
    { ka: power.short_circuit_ka ?? 0, voltage_v: power.voltage_v },
    power.resistance_ohm_per_km * km,
    power.reactance_ohm_per_km * km,
  )
  return { protection_ka: power.protection_ka, short_circuit_ka: faultFigure(level.ka) }
}
