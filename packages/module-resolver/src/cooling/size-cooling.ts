import {
  roundTo,
  type AssemblySpec,
  type Basis,
  type ConfiguratorPayload,
  type Cooling,
  type Finding,
  type ModuleResolution,
} from '@edp/schemas'

import { CLIMATE } from './climate-table.ts'
import { coolingEquipment, coolingInstruments, coolingValves } from './cooling-lists.ts'
import { expansionVessel } from './expansion-vessel.ts'
import { coolantOf, glycolFor, glycolOf, INDOOR_EXPANSION_PCT, TECHNOLOGY_GLYCOL_PCT } from './glycol-table.ts'
import { pipeLines } from './pipe-lines.ts'
import { MAIN_DN_MIN, pipeFor, VISCOUS_GLYCOL_PCT, VISCOUS_MAIN_DN_MIN } from './pipe-table.ts'
import { pipeFlow } from './pressure-drop.ts'
import { pumpDuty } from './pump-duty.ts'

/** What the cooling of a site is sized from. */
export interface CoolingInput {
  readonly payload: ConfiguratorPayload
  readonly resolution: ModuleResolution
  readonly spec: AssemblySpec
  /** All nodes of one container, kW. */
  readonly node_kw: number
  /** Network, storage and management of one container, kW. */
  readonly network_kw: number
}

/** Share of node power that the liquid side is sized for, and that the air side is sized for (overlapping on purpose). */
const LIQUID_SHARE = 0.9
const AIR_SHARE = 0.25
/** Heat through the envelope of a container, kW (assumption). */
const ENVELOPE_KW = 3
/** Temperature difference of both loops, K (OCP OAI guideline: at most 10 K at 1.5 L/min/kW). */
const DELTA_T_K = 10
/** Fans, share of the rejected heat (assumption 2 to 2.5 %). */
const FAN_SHARE = 0.025
/** Motor of the facility pump, kW (assumption, one common frame). */
const FACILITY_PUMP_KW = 2.2
/** Water evaporated by pads, L per kWh rejected (assumption). */
const WATER_L_PER_KWH = 1.6
const PRESSURES = { technology: { initial: 1.5, final: 3.0, relief: 4 }, facility: { initial: 1.0, final: 3.0, relief: 6 } }

/** Sized cooling of a site with its working. */
export interface CoolingDesign {
  readonly cooling: Cooling
  readonly basis: readonly Basis[]
  readonly findings: readonly Finding[]
}

/**
 * Sizes both coolant loops, heat rejection and residual air cooling of a compute container by climate and node type.
 *
 * @throws {RangeError} when no pipe, pump or vessel of the tables is large enough.
 */
export function sizeCooling({ resolution, spec, node_kw, network_kw }: CoolingInput): CoolingDesign {
  const climate = CLIMATE[resolution.climate_zone]
  const freeze = glycolFor(climate.low_c)
  const technology = coolantOf(glycolOf(TECHNOLOGY_GLYCOL_PCT))
  const facility = coolantOf(freeze.glycol)
  const containers = resolution.compute_container_count
  const limits = spec.cooling ?? { cdu_heat_kw: 150, technology_volume_l: 120, facility_volume_l: 250, air_unit_kw: 20, air_units_count: 3 }

  const liquid_kw = node_kw * LIQUID_SHARE
  const air_kw = node_kw * AIR_SHARE + network_kw + ENVELOPE_KW
  const total_kw = node_kw + network_kw + ENVELOPE_KW
  const flowOf = (kw: number, coolant: typeof technology): number =>
    (60 * kw) / ((coolant.density_kg_m3 / 1000) * coolant.specific_heat_kj_kgk * DELTA_T_K)
  const technologyFlow = flowOf(liquid_kw, technology)
  const facilityFlow = flowOf(liquid_kw, facility)
  const technologyPipe = pipeFor(technologyFlow, MAIN_DN_MIN)
  const facilityPipe = pipeFor(
    facilityFlow,
    facility.glycol_vol_pct >= VISCOUS_GLYCOL_PCT ? VISCOUS_MAIN_DN_MIN : MAIN_DN_MIN,
  )
  const mains = pipeFlow(technologyFlow, technologyPipe.inner_diameter_mm, technology)
  const duty = pumpDuty(technologyFlow, mains.pressure_drop_pa_per_m)
  const technologyVessel = expansionVessel({
    volume_l: limits.technology_volume_l,
    expansion_pct: INDOOR_EXPANSION_PCT,
    initial_bar: PRESSURES.technology.initial,
    final_bar: PRESSURES.technology.final,
  })
  const facilityVessel = expansionVessel({
    volume_l: limits.facility_volume_l,
    expansion_pct: freeze.glycol.outdoor_expansion_pct,
    initial_bar: PRESSURES.facility.initial,
    final_bar: PRESSURES.facility.final,
  })
  const fillOf = (coolant: typeof technology, volume_l: number): number => (volume_l * coolant.glycol_vol_pct) / 100
  const setpoint = climate.technology_supply_c

  const cooling: Cooling = {
    climate_zone: resolution.climate_zone,
    design_dry_bulb_c: climate.dry_bulb_c,
    design_wet_bulb_c: climate.wet_bulb_c,
    design_low_c: climate.low_c,
    rejection: climate.rejection,
    rejection_description: climate.rejection_description,
    liquid_class: climate.liquid_class,
    facility_supply_c: climate.facility_supply_c,
    facility_return_c: climate.facility_supply_c + DELTA_T_K,
    technology_supply_c: setpoint,
    technology_return_c: setpoint + DELTA_T_K,
    facility_coolant: facility,
    technology_coolant: technology,
    heat_trace_required: !freeze.protects || resolution.climate_zone === 'subarctic',
    liquid_heat_kw: roundTo(liquid_kw, 1),
    air_heat_kw: roundTo(air_kw, 1),
    total_heat_kw: roundTo(total_kw, 1),
    technology_flow_lpm: roundTo(technologyFlow, 0),
    facility_flow_lpm: roundTo(facilityFlow, 0),
    pump_head_kpa: roundTo(duty.head_kpa, 0),
    pump_shaft_kw: roundTo(duty.shaft_kw, 2),
    pump_motor_kw: duty.motor_kw,
    facility_pump_motor_kw: FACILITY_PUMP_KW,
    technology_volume_l: limits.technology_volume_l,
    facility_volume_l: limits.facility_volume_l,
    technology_expansion_l: technologyVessel.nominal_l,
    facility_expansion_l: facilityVessel.nominal_l,
    technology_relief_bar: PRESSURES.technology.relief,
    facility_relief_bar: PRESSURES.facility.relief,
    air_unit_kw: limits.air_unit_kw,
    air_units_count: limits.air_units_count,
    fan_kw: roundTo(liquid_kw * FAN_SHARE, 1),
    lines: pipeLines({ technology, facility, technologyPipe, facilityPipe, technologyFlow, facilityFlow, setpoint, facilitySupply: climate.facility_supply_c, tracing: !freeze.protects }),
    equipment: coolingEquipment({ climate, liquid_kw, technologyFlow, facilityFlow, duty, technologyVessel, facilityVessel, limits }),
    valves: coolingValves(technologyPipe.dn, facilityPipe.dn, PRESSURES.technology.relief, PRESSURES.facility.relief),
    instruments: coolingInstruments(setpoint, technologyFlow, facilityFlow),
    site_heat_kw: roundTo(total_kw * containers, 1),
    site_glycol_l: roundTo(containers * (fillOf(technology, limits.technology_volume_l) + fillOf(facility, limits.facility_volume_l)), 0),
    site_coolant_l: roundTo(containers * (limits.technology_volume_l + limits.facility_volume_l), 0),
    site_water_m3_per_h: climate.adiabatic ? roundTo((containers * liquid_kw * WATER_L_PER_KWH) / 1000, 2) : 0,
  }
  return { cooling, basis: basisOf(cooling, node_kw, network_kw, technologyPipe.dn, facilityPipe.dn), findings: findingsOf(cooling, limits) }
}

function basisOf(cooling: Cooling, node_kw: number, network_kw: number, technologyDn: number, facilityDn: number): Basis[] {
  const coolant = cooling.technology_coolant
  const line = (rule_id: string, quantity: string, value: Basis['value'], unit: string, formula: string, inputs: Basis['inputs'], source: string): Basis => ({
    rule_id, quantity, applies_to: 'each compute container', value, unit, formula, inputs, source,
  })
  return [
    line('CO-HEAT-01', 'Heat to liquid, sizing', cooling.liquid_heat_kw, 'kW', '0.90 x node power', { node_kw }, 'published capture ratios 85 to 95 %; design choice'),
    line('CO-HEAT-02', 'Heat to air, sizing', cooling.air_heat_kw, 'kW', '0.25 x node power + network + 3 kW envelope', { node_kw, network_kw }, 'design choice, overlaps the liquid side on purpose'),
    line('CO-SET-01', 'Technology supply temperature', cooling.technology_supply_c, 'degC', 'air on coil + 7 K + 3 K, between dew point + 3 K and 43 degC', { dry_bulb_c: cooling.design_dry_bulb_c, wet_bulb_c: cooling.design_wet_bulb_c }, 'OCP cold plate guideline (approach 3 K); climate data: assumption by zone'),
    line('CO-FLOW-01', 'Technology flow', cooling.technology_flow_lpm, 'L/min', '60 P / (rho cp dT)', { liquid_kw: cooling.liquid_heat_kw, density_kg_m3: coolant.density_kg_m3, specific_heat_kj_kgk: coolant.specific_heat_kj_kgk, delta_t_k: DELTA_T_K }, 'OCP OAI guideline 1.5 L/min/kW; Melinder 2010'),
    line('CO-PIPE-01', 'Technology main', `DN${technologyDn}`, '', 'smallest size within velocity and 400 Pa/m, at least DN50', { flow_lpm: cooling.technology_flow_lpm }, 'ASHRAE Handbook practice'),
    line('CO-PIPE-02', 'Facility main', `DN${facilityDn}`, '', 'as above; at least DN65 with 50 % glycol or more', { flow_lpm: cooling.facility_flow_lpm, glycol_vol_pct: cooling.facility_coolant.glycol_vol_pct }, 'ASHRAE Handbook practice'),
    line('CO-FREEZE-01', 'Glycol of the facility loop', cooling.facility_coolant.name, '', 'leanest mixture that freezes 3 K below the extreme low', { low_c: cooling.design_low_c, freeze_c: cooling.facility_coolant.freeze_c }, 'Melinder 2010'),
    line('CO-EXP-01', 'Technology expansion vessel', cooling.technology_expansion_l, 'L', '(V e + max(3 L, 0.5 % V)) (pe + 1)/(pe - p0), next size', { volume_l: cooling.technology_volume_l, expansion_pct: INDOOR_EXPANSION_PCT }, 'EN 12828 form'),
    line('CO-EXP-02', 'Facility expansion vessel', cooling.facility_expansion_l, 'L', 'as above', { volume_l: cooling.facility_volume_l }, 'EN 12828 form'),
    line('CO-PUMP-01', 'Pump head', cooling.pump_head_kpa, 'kPa', 'sum of component losses and 20 m of mains', {}, 'assumption per component'),
    line('CO-PUMP-02', 'Pump shaft power', cooling.pump_shaft_kw, 'kW', 'Q dp / eta, eta 0.55', { flow_lpm: cooling.technology_flow_lpm, head_kpa: cooling.pump_head_kpa }, 'assumption for efficiency'),
    line('CO-AIR-01', 'Air units', cooling.air_units_count, '', 'installed, one of them standby', { air_heat_kw: cooling.air_heat_kw, unit_kw: cooling.air_unit_kw }, 'assembly spec'),
  ]
}

function findingsOf(cooling: Cooling, limits: { cdu_heat_kw: number; air_unit_kw: number; air_units_count: number }): Finding[] {
  const duty_kw = limits.air_unit_kw * (limits.air_units_count - 1)
  const found = (code: string, severity: Finding['severity'], message: string, figures: Finding['figures']): Finding => ({
    code, severity, message, concerns: ['C*'], figures, artifacts: ['pid_cooling'],
  })
  return [
    ...(cooling.liquid_heat_kw > limits.cdu_heat_kw
      ? [found('COOL-001', 'critical', `Heat to liquid ${cooling.liquid_heat_kw} kW is above the CDU's ${limits.cdu_heat_kw} kW.`, { liquid_heat_kw: cooling.liquid_heat_kw, cdu_heat_kw: limits.cdu_heat_kw })]
      : []),
    ...(cooling.air_heat_kw > duty_kw
      ? [found('COOL-002', 'warning', `Residual air heat ${cooling.air_heat_kw} kW is above the ${duty_kw} kW of the air units without the standby unit.`, { air_heat_kw: cooling.air_heat_kw, duty_kw })]
      : []),
    ...(cooling.heat_trace_required
      ? [found('COOL-003', 'info', `Facility coolant ${cooling.facility_coolant.name} freezes at ${cooling.facility_coolant.freeze_c} degC, the extreme low is ${cooling.design_low_c} degC: heat tracing and standby circulation are required.`, { freeze_c: cooling.facility_coolant.freeze_c, low_c: cooling.design_low_c })]
      : []),
    ...(cooling.site_water_m3_per_h > 0
      ? [found('COOL-004', 'info', `Adiabatic operation evaporates up to ${cooling.site_water_m3_per_h} m3/h of water on the site; the supply is BY OTHERS.`, { water_m3_per_h: cooling.site_water_m3_per_h })]
      : []),
  ]
}
