import type { Basis, Connection, PowerDesign } from '@edp/schemas'

import { PLUGGED_IN, SERVICE_RECEPTACLE } from '../electrical/service-receptacle.ts'
import type { BasisInput } from './design-basis.ts'
import { groupAlike } from './group-alike.ts'

/** Working of cable sizes, voltage drops and lengths; alike ones share a line. */
export function connectionBasis({ connections, electrical, layout, items }: BasisInput): Basis[] {
  const limit = electrical.voltage_drop_limit_pct
  const ring = items.find((item) => item.item_id === 'site/earth-ring')
  return [
    ...groupAlike(connections.flatMap((c) => (c.power === null ? [] : cableBasis(c, c.power, limit)))),
    ...receptacleBasis(connections),
    ...groupAlike(connections.flatMap(switchBasis)),
    ...groupAlike(connections.filter((c) => c.power === null).map(lengthBasis)),
    ...(ring === undefined
      ? []
      : [
          {
            rule_id: 'EL-EARTH-01',
            quantity: 'Earth ring',
            applies_to: 'site',
            value: ring.quantity,
            unit: 'm',
            formula: 'outline of each block 2 m outside its equipment',
            inputs: { extent_x_m: layout.extent_x_m, extent_y_m: layout.extent_y_m },
            source: 'IEEE 80 and NEC 250 practice: design choice',
          },
        ]),
  ]
}

function cableBasis(c: Connection, power: PowerDesign, limit: number): Basis[] {
  const sets = c.cable?.sets_count ?? 1
  return [
    {
      rule_id: c.service === 'power_mv' ? 'EL-MVCABLE-01' : 'EL-CABLE-01',
      quantity: 'Cable size and voltage drop',
      applies_to: c.connection_id,
      value: `${sets} x ${c.cable?.size_awg ?? ''} Cu, ${power.voltage_drop_pct} %`,
      unit: '',
      formula:
        c.service === 'power_mv'
          ? 'ampacity at ground temperature at least the relay pick-up; copper for the fault during 0.5 s'
          : `derated 90 degC ampacity, at most the 75 degC column, at least the breaker; larger while the drop is above ${limit} %`,
      inputs: {
        design_current_a: power.design_current_a,
        protection_a: power.protection_a ?? 0,
        ambient_c: power.ambient_c,
        temperature_factor: power.temperature_factor,
        ampacity_base_a: power.ampacity_base_a,
        ampacity_derated_a: power.ampacity_derated_a,
        length_m: c.length.cut_m,
        route_m: c.length.route_m,
        resistance_ohm_per_km: power.resistance_ohm_per_km,
        reactance_ohm_per_km: power.reactance_ohm_per_km,
      },
      source:
        c.service === 'power_mv'
          ? 'NEC 311.60(C) family: assumption; IEC 60364-5-54 for k'
          : `NEC Table 310.16, 310.15(B)(1), 110.14(C), 310.10(G), Chapter 9 Table 9; ${c.length.basis}`,
    },
  ]
}

/** What the receptacle of a heat rejection unit adds to its supply. */
/** Current at the lockable switch of a unit, and what switch and unit are ordered for. */
function switchBasis({ power, connection_id }: Connection): Basis[] {
  const { field_switch } = power ?? {}
  if (field_switch?.short_circuit_ka == null || field_switch.rated_ka === null) return []
  return [
    {
      rule_id: 'EL-SHORT-05',
      quantity: 'Greatest current at the switch of a unit',
      applies_to: connection_id,
      value: `${field_switch.short_circuit_ka} kA: switch and unit ${field_switch.rated_ka} kA`,
      unit: '',
      formula:
        'U / (sqrt 3 x |R/1.216 + j(X_source + X)|) over its cable, copper at 20 degC; the step from 1.05 x that on',
      inputs: { start_ka: power?.short_circuit_ka ?? 0 },
      source:
        'per-unit method; NEC 110.9, 110.10, 440.4(B); 10 kA without fuses: UL 98; margin of 5 %: assumption',
    },
  ]
}

function receptacleBasis(connections: readonly Connection[]): Basis[] {
  if (!connections.some(({ from }) => from.port === 'CD.P1')) return []
  return [
    {
      rule_id: 'EL-SERVICE-02',
      quantity: 'Service receptacle, in the load and the current of its supply',
      applies_to: 'each heat rejection unit',
      value: SERVICE_RECEPTACLE.kw,
      unit: 'kW',
      formula: '120 V x 12 A; over the control transformer that power over 480 V, between two phases',
      inputs: {
        plugged_in_a: PLUGGED_IN.current_a,
        voltage_v: PLUGGED_IN.voltage_v,
        supply_a: SERVICE_RECEPTACLE.current_a,
      },
      source: 'NEC 210.63(A); load: assumption',
    },
  ]
}

function lengthBasis(c: Connection): Basis {
  return {
    rule_id: c.length.basis.split(':')[0] ?? 'LE-CABLE-01',
    quantity: 'Cut length',
    applies_to: c.connection_id,
    value: c.length.cut_m,
    unit: 'm',
    formula: c.length.basis,
    inputs: { route_m: c.length.route_m, rise_m: c.length.rise_m, termination_m: c.length.termination_m },
    source: 'site plan; slack 10 % from a utility project, the rest design choice',
  }
}
