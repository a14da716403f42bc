import {
  EdpError,
  roundTo,
  type AssemblySpec,
  type Basis,
  type Cooling,
  type Finding,
  type ModuleResolution,
} from '@edp/schemas'

import { CLIMATE } from './climate-table.ts'
import { coolingBasis } from './cooling-basis.ts'
import type { CoolingCable } from './cooling-cables.ts'
import { coolingFindings } from './cooling-findings.ts'
import { coolingLines } from './cooling-lines.ts'
import { coolingLists } from './cooling-lists.ts'
import { DELTA_T_K, hasTrimChiller, type CoolingPlan } from './cooling-plan.ts'
import { coolingSizes } from './cooling-sizes.ts'
import { expansionVessel } from './expansion-vessel.ts'
import { outdoorVessel } from './outdoor-vessel.ts'
import { factoryMains } from './factory-mains.ts'
import {
  coolantOf,
  glycolFor,
  glycolOf,
  INDOOR_EXPANSION_PCT,
  TECHNOLOGY_GLYCOL_PCT,
} from './glycol-table.ts'
import { hostedHeat, type Hosted } from './hosted-heat.ts'
import { liquidNodes } from './liquid-nodes.ts'
import { MAIN_DN_MIN, pipeFor, VISCOUS_GLYCOL_PCT, VISCOUS_MAIN_DN_MIN } from './pipe-table.ts'
import { planComponents } from './plan-components.ts'
import { pipeFlow } from './pressure-drop.ts'
import { padWater } from './pad-water.ts'
import {
  facilityDuty,
  LEAST_FLOW_SHARE,
  pumpDuty,
  SAMPLE_LPM,
  TECHNOLOGY_LOSSES_KPA,
  TECHNOLOGY_MAINS_M,
} from './pump-duty.ts'
import { PRESSURES } from './relief-settings.ts'
import { siteTotals } from './site-totals.ts'

/** What the cooling of a site is sized from. */
export interface CoolingInput {
  readonly resolution: ModuleResolution
  readonly spec: AssemblySpec
  readonly hosted: Hosted
  readonly cables: readonly CoolingCable[]
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

/** Sized cooling of a site with its working. */
export interface CoolingDesign {
  readonly cooling: Cooling
  readonly basis: readonly Basis[]
  readonly findings: readonly Finding[]
}

/**
 * Sizes both coolant loops, heat rejection and residual air cooling of a compute container by climate and node type.
 *
 * @throws {EdpError} `invalid_catalogue` when the assembly has no cooling data.
 * @throws {RangeError} when no pipe, pump or vessel of the tables is large enough.
 */
export function sizeCooling(input: CoolingInput): CoolingDesign {
  const { resolution, spec, hosted, node_kw, network_kw } = input
  const climate = CLIMATE[resolution.climate_zone]
  const freeze = glycolFor(climate.low_c)
  const technology = coolantOf(glycolOf(TECHNOLOGY_GLYCOL_PCT))
  const facility = coolantOf(freeze.glycol)
  const containers = resolution.compute_container_count
  const limits = spec.cooling
  if (limits === undefined)
    throw new EdpError('invalid_catalogue', `assembly ${spec.assembly_id} has no cooling data`, [
      { path: ['cooling'], type: 'missing', message: 'field required for a compute container' },
    ])

  const liquid_kw = node_kw * LIQUID_SHARE
  const air_kw = node_kw * AIR_SHARE + network_kw + ENVELOPE_KW
  const total_kw = node_kw + network_kw + ENVELOPE_KW
  const flowOf = (kw: number, coolant: typeof technology): number =>
    (60 * kw) / ((coolant.density_kg_m3 / 1000) * coolant.specific_heat_kj_kgk * DELTA_T_K)
  const technologyFlow = flowOf(liquid_kw, technology)
  const facilityFlow = flowOf(liquid_kw, facility)
  const leastFlow = facilityFlow * LEAST_FLOW_SHARE
  const pumpedFlow = facilityFlow + leastFlow
  const facilityPipe = pipeFor(
    pumpedFlow,
    facility.glycol_vol_pct >= VISCOUS_GLYCOL_PCT ? VISCOUS_MAIN_DN_MIN : MAIN_DN_MIN,
  )
  const factory = factoryMains(spec, {
    facility: facilityPipe,
    technology: pipeFor(technologyFlow, MAIN_DN_MIN),
  })
  const technologyPipe = factory.technology
  const mains = pipeFlow(technologyFlow, technologyPipe.inner_diameter_mm, technology)
  const technologyPumped = technologyFlow + SAMPLE_LPM
  const duty = pumpDuty({
    flow_lpm: technologyPumped,
    losses_kpa: Object.values(TECHNOLOGY_LOSSES_KPA),
    mains_m: TECHNOLOGY_MAINS_M,
    mains_pa_per_m: mains.pressure_drop_pa_per_m,
  })
  const facilityMains = pipeFlow(facilityFlow, facilityPipe.inner_diameter_mm, facility)
  const facilityPump = facilityDuty(
    pumpedFlow,
    facilityMains.pressure_drop_pa_per_m,
    hasTrimChiller({ climate }),
  )
  const technologyVessel = expansionVessel({
    volume_l: limits.technology_volume_l,
    expansion_pct: INDOOR_EXPANSION_PCT,
    initial_bar: PRESSURES.technology.initial,
    final_bar: PRESSURES.technology.final,
  })
  const facilityVessel = outdoorVessel(limits.facility_volume_l, climate.low_c, freeze.glycol.vol_pct)
  const setpoint = climate.technology_supply_c

  const plan: CoolingPlan = {
    zone: resolution.climate_zone,
    climate,
    technology,
    facility,
    heat_trace: !freeze.protects,
    liquid_kw,
    technology_flow_lpm: technologyFlow,
    technology_pumped_lpm: technologyPumped,
    facility_flow_lpm: facilityFlow,
    least_flow_lpm: leastFlow,
    pumped_flow_lpm: pumpedFlow,
    pad_water: padWater(climate, liquid_kw, DELTA_T_K),
    technology_pipe: technologyPipe,
    facility_pipe: facilityPipe,
    container_pipe: factory.facility,
    node_hose: factory.node_hose,
    main_hose: factory.main_hose,
    duty,
    facility_duty: facilityPump.duty,
    facility_difference_kpa: facilityPump.container_kpa,
    delta_t_k: DELTA_T_K,
    facility_volume_l: limits.facility_volume_l,
    technology_vessel: technologyVessel,
    facility_vessel: facilityVessel,
    technology_relief_bar: PRESSURES.technology.relief,
    facility_relief_bar: PRESSURES.facility.relief,
    cdu_heat_kw: limits.cdu_heat_kw,
    air_unit_kw: limits.air_unit_kw,
    air_units_count: limits.air_units_count,
    nodes: liquidNodes(spec),
    components: planComponents(spec),
    readings: limits.readings,
  }
  const lines = coolingLines(plan)
  const hosted_heat_kw = hostedHeat(hosted)
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
    heat_trace_required: !freeze.protects,
    liquid_heat_kw: roundTo(liquid_kw, 1),
    air_heat_kw: roundTo(air_kw, 1),
    total_heat_kw: roundTo(total_kw, 1),
    hosted_heat_kw,
    ...coolingSizes(plan),
    technology_volume_l: limits.technology_volume_l,
    facility_volume_l: limits.facility_volume_l,
    air_unit_kw: limits.air_unit_kw,
    air_units_count: limits.air_units_count,
    lines,
    ...coolingLists(plan, lines, spec, input.cables),
    ...siteTotals(plan, limits, { containers, total_kw, hosted_kw: hosted_heat_kw }),
  }
  return {
    cooling,
    basis: coolingBasis(cooling, plan, { node_kw, network_kw }),
    findings: coolingFindings(cooling, limits),
  }
}
