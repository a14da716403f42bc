import type { Basis, Cooling } from '@edp/schemas'

/** The working of the flow area of each relief valve. */
export function reliefBasis({ valves, relief_sizing }: Cooling): Basis[] {
  return valves.flatMap(({ tag, relief }) =>
    relief === null
      ? []
      : [
          {
            rule_id: 'CO-RELIEF-02',
            quantity: `Flow area of ${tag}`,
            applies_to: 'each compute container',
            value: relief.area_mm2,
            unit: 'mm2',
            formula: '11.78 Q / (Kd Kv) x sqrt(G / (1.1 set - back pressure))',
            inputs: {
              flow_lpm: relief.capacity_lpm,
              set_bar: relief.set_bar,
              back_pressure_bar: relief.back_pressure_bar,
              discharge_coefficient: relief_sizing.discharge_coefficient,
            },
            source: `${relief_sizing.source}; EN ISO 4126-1 alike`,
          },
        ],
  )
}
