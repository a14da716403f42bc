import type { Basis, BessBranchUnit } from '@edp/schemas'

import { USABLE_SHARE } from '../bess/size-bess.ts'
import type { BasisInput } from './design-basis.ts'

/** Working of the battery. */
export function bessBasis({ bess, loads, electrical }: BasisInput): Basis[] {
  if (bess === null) return []
  const units = electrical.blocks.flatMap((b) => b.bess_branches.flatMap((branch) => branch.units))
  const [unit] = units
  return [
    {
      rule_id: 'BE-UNITS-01',
      quantity: 'Battery units',
      applies_to: 'site',
      value: bess.units_count,
      unit: '',
      formula: 'capacity / energy of a unit, rounded up',
      inputs: { capacity_mwh: bess.required_mwh, unit_mwh: bess.unit_energy_mwh },
      source: bess.source,
    },
    {
      rule_id: 'BE-DUR-01',
      quantity: 'Duration at site demand',
      applies_to: 'site',
      value: bess.duration_h,
      unit: 'h',
      formula: 'installed x usable share / site demand',
      inputs: { installed_mwh: bess.installed_mwh, usable_share: USABLE_SHARE, site_kw: loads.site_kw },
      source: 'usable share: design choice',
    },
    {
      rule_id: 'BE-CHARGE-01',
      quantity: 'Charging power at site demand',
      applies_to: 'site',
      value: bess.charge_power_kw,
      unit: 'kW',
      formula: 'lesser of source margin and battery power, at least 0',
      inputs: { source_margin_kw: loads.source_margin_kw, battery_kw: bess.power_kw },
      source: 'energy balance',
    },
    ...(unit === undefined ? [] : unitBasis(unit, ringBasis(units))),
  ]
}

function unitBasis(unit: BessBranchUnit, rings: readonly Basis[]): Basis[] {
  const ac: Basis = {
    rule_id: 'BE-SKID-01',
    quantity: 'AC current of a battery unit',
    applies_to: 'each battery unit',
    value: unit.ac_current_a,
    unit: 'A',
    formula: 'P / (sqrt 3 U)',
    inputs: { power_kw: unit.power_kw, voltage_v: unit.ac_voltage_v },
    source: 'unity power factor; breaker and cable take the rated output of the converter (NEC 2023, 705.28)',
  }
  const pcs: Basis = {
    rule_id: 'BE-PCS-01',
    quantity: 'Converter and skid transformer',
    applies_to: 'each battery unit',
    value: `${unit.pcs_kva} kVA, transformer ${unit.transformer_kva} kVA`,
    unit: '',
    formula: '1.05 x P / derating of the climate, next step; transformer next ANSI rating',
    inputs: { power_kw: unit.power_kw },
    source: 'reactive margin: makers; steps: design choice',
  }
  const { dc } = unit
  if (dc === null) return [pcs, ac, ...rings]
  return [
    pcs,
    ac,
    ...rings,
    {
      rule_id: 'BE-DC-02',
      quantity: 'Interrupting rating of DC fuses and breaker',
      applies_to: 'each battery unit',
      value: dc.interrupting_ka,
      unit: 'kA',
      formula: '10 x one-hour current of the battery, next step; fuses at both ends of each circuit',
      inputs: { energy_mwh: unit.energy_mwh, short_circuit_ka: dc.short_circuit_ka },
      source: 'assumption, battery maker to confirm; NEC 240.21, 706.31, 110.9',
    },
    {
      rule_id: 'BE-DC-01',
      quantity: 'DC current of a battery unit',
      applies_to: 'each battery unit',
      value: dc.current_a,
      unit: 'A',
      formula: 'P / lowest voltage',
      inputs: { power_kw: unit.power_kw, voltage_min_v: dc.min_v },
      source: 'battery product',
    },
  ]
}

/** Ring main units, by their ratings. */
function ringBasis(units: readonly BessBranchUnit[]): Basis[] {
  const alike = new Map<string, BessBranchUnit[]>()
  for (const unit of units) {
    const { rating_a, short_circuit_ka, breaker } = unit.ring_main
    const value = `${rating_a} A, ${short_circuit_ka} kA, breaker picks up at ${breaker.trip_a} A`
    alike.set(value, [...(alike.get(value) ?? []), unit])
  }
  return [...alike].map(([value, skids]): Basis => ({
    rule_id: 'BE-RMU-01',
    quantity: 'Ring main unit of a skid',
    applies_to:
      alike.size === 1 ? 'each battery skid' : skids.map((unit) => unit.skid_designation).join(', '),
    value,
    unit: '',
    formula:
      '1.25 x transformer current, next setting; 26 and 63 of the transformer trip it; rating as the bus',
    inputs: { transformer_kva: skids[0]?.transformer_kva ?? 0 },
    source: 'a fault in one skid does not open the chain: design choice',
  }))
}
