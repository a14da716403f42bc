import type { Basis, DirectCurrentWay, InsideEquipment, Typical } from '@edp/schemas'

import type { BasisInput } from './design-basis.ts'

const NAMES: Partial<Record<Typical['kind'], string>> = {
  compute_container: 'each compute container',
  grid_container: 'each grid container',
}

/** Working of the ratings inside the containers. */
export function insideBasis({ typicals }: BasisInput): Basis[] {
  return typicals.flatMap((typical) =>
    typical.equipment.flatMap((equipment) => {
      const applies_to = NAMES[typical.kind] ?? typical.kind
      return [
        ...(isSinglePhase(typical, equipment)
          ? singlePhaseBasis(equipment, applies_to)
          : equipmentBasis(equipment, applies_to)),
        ...electrodeBasis(equipment, applies_to),
        ...outputBasis(equipment, applies_to),
        ...batteryBasis(equipment, applies_to),
      ]
    }),
  )
}

function equipmentBasis({ device, rating, short_circuit_ka }: InsideEquipment, applies_to: string): Basis[] {
  if (short_circuit_ka === null) return []
  return [
    {
      rule_id: 'EL-SHORT-03',
      quantity: `Greatest current at ${device}, and what is ordered`,
      applies_to: `${applies_to}, ${device}`,
      value: `${short_circuit_ka} kA: ${rating}`,
      unit: '',
      formula:
        'U / (sqrt 3 x |R/1.216 + j(X_source + X)|) over feeder and inside cables, copper at 20 degC; behind a transformer FLA / (0.925 Z + S_T / S_source); breakers and boards the step from 1.05 x that on',
      inputs: { short_circuit_ka },
      source:
        'per-unit method, infinite bus with motors at the board that feeds it; tolerance of 7.5 %: IEEE C57.12.00; impedances, ratings and margin of 5 %: catalogue, assumption',
    },
  ]
}

/** Whether a transformer stands between two phases. */
function isSinglePhase({ connections }: Typical, { device, kind }: InsideEquipment): boolean {
  return (
    kind === 'transformer' &&
    connections.some(({ to, power }) => to.device === device && power?.phases === '1ph')
  )
}

function singlePhaseBasis(
  { device, rating, short_circuit_ka }: InsideEquipment,
  applies_to: string,
): Basis[] {
  if (short_circuit_ka === null) return []
  return [
    {
      rule_id: 'EL-SERVICE-01',
      quantity: `Greatest current at ${device}, between phase and neutral`,
      applies_to: `${applies_to}, ${device}`,
      value: `${short_circuit_ka} kA: ${rating}`,
      unit: '',
      formula: '1.5 x S / U2 / (0.925 Z + S / (U1 x I_source)); U2 between both phases',
      inputs: { short_circuit_ka },
      source:
        'point-to-point method of fuse makers for single-phase three-wire transformers; tolerance of 7.5 %: IEEE C57.12.00; rating and impedance: assumption',
    },
  ]
}

function electrodeBasis({ device, electrode }: InsideEquipment, applies_to: string): Basis[] {
  if (electrode === null) return []
  return [
    {
      rule_id: 'EL-EARTH-04',
      quantity: `Grounding electrode conductor of ${device}`,
      applies_to: `${applies_to}, ${device}`,
      value: electrode.size_awg,
      unit: electrode.size_awg.endsWith('kcmil') ? '' : 'AWG',
      formula: 'table, by the largest conductors that leave it; above 1100 kcmil 3/0 AWG',
      inputs: { cable: electrode.connection_id },
      source: 'NEC 250.30(A)(5), Table 250.66',
    },
  ]
}

function outputBasis({ device, output }: InsideEquipment, applies_to: string): Basis[] {
  if (output === null) return []
  return [
    {
      rule_id: output.battery_breaker === null ? 'EL-SERVICE-03' : 'EL-UPS-01',
      quantity: `${output.battery_breaker === null ? 'Main' : 'Output'} breaker of ${device}`,
      applies_to: `${applies_to}, ${output.breaker}`,
      value: output.rated_a,
      unit: 'A',
      formula: 'largest standard rating within 1.25 x output current at its kVA',
      inputs: { poles: output.poles, bus_a: output.bus_a },
      source: 'NEC 240.4(F), 240.6(A), 408.36, Table 450.3(B); rating of the bus: assumption',
    },
  ]
}

function batteryBasis({ device, station_battery: battery }: InsideEquipment, applies_to: string): Basis[] {
  if (battery === null) return []
  const { capacity_ah, charger_a, continuous_a, momentary_a, autonomy_h, recharge_h } = battery
  return [
    {
      rule_id: 'EL-DC-01',
      quantity: `Station battery and charger ${device}`,
      applies_to: `${applies_to}, ${device}`,
      value: `${capacity_ah} Ah, ${charger_a} A`,
      unit: '',
      formula:
        'Ah = 1.25 x 1.1 x (L x autonomy + 0.8 x coils); charger = L + 1.1 Ah / T; the step above; L: sum of the ways',
      inputs: { continuous_a, momentary_a, autonomy_h, recharge_h },
      source:
        'IEEE 485 (ageing 1.25, a minute for coils), IEEE 946; currents of devices, autonomy and recharge: assumption',
    },
    ...battery.ways.map((way) => wayBasis(way, applies_to)),
  ]
}

function wayBasis(
  { port, devices, continuous_a, momentary_a, coil_v, lost }: DirectCurrentWay,
  applies_to: string,
): Basis {
  return {
    rule_id: 'EL-DC-02',
    quantity: `125 V DC of ${port}: ${devices.join(', ')}`,
    applies_to: `${applies_to}, ${port}`,
    value: `${continuous_a} A${coil_v === null ? '' : `; coils ${momentary_a} A at ${coil_v} V`}; ${lost}`,
    unit: '',
    formula:
      'relay 0.2, meter 0.08, breaker 0.05, trip unit 0.1 A; coil 7 A (480 V: 2 A); 105 V less coils x cable there and back',
    inputs: { continuous_a, momentary_a },
    source: 'currents: assumption, makers data; 1.75 V a cell: IEEE 485; coils act from 70 V on: IEEE C37.06',
  }
}
