import type { AssemblySpec, ClimateZone, Coolant, Cooling } from '@edp/schemas'

import type { ClimateRow } from './climate-table.ts'
import type { ExpansionVessel } from './expansion-vessel.ts'
import type { PadWater } from './pad-water.ts'
import type { LiquidNode } from './liquid-nodes.ts'
import type { PlanComponents } from './plan-components.ts'
import type { PipeSize } from './pipe-table.ts'
import type { PumpDuty } from './pump-duty.ts'

/** Temperature difference of both loops, K (OCP OAI guideline: at most 10 K at 1.5 L/min/kW). */
export const DELTA_T_K = 10

/** What lines, equipment, valves and instruments of one container follow from; figures unrounded. */
export interface CoolingPlan {
  readonly zone: ClimateZone
  readonly climate: ClimateRow
  readonly technology: Coolant
  readonly facility: Coolant
  readonly heat_trace: boolean
  readonly liquid_kw: number
  readonly technology_flow_lpm: number
  /** What the technology pumps pass: the nodes and the side stream, L/min. */
  readonly technology_pumped_lpm: number
  readonly facility_flow_lpm: number
  readonly pad_water: PadWater
  /** What the facility pumps always pass beside the container, L/min. */
  readonly least_flow_lpm: number
  /** Both: what facility pumps, cooler and BV-101 pass, between the tees of the least flow. */
  readonly pumped_flow_lpm: number
  readonly technology_pipe: PipeSize
  readonly facility_pipe: PipeSize
  /** Facility line inside the container: the size of its interface plate. */
  readonly container_pipe: PipeSize
  /** Hoses between the CDU and the mains, null where the assembly has pipes. */
  readonly main_hose: PipeSize | null
  /** Hose of one node, null where the assembly has none. */
  readonly node_hose: PipeSize | null
  readonly duty: PumpDuty
  readonly facility_duty: PumpDuty
  /** Difference between supply and return at the container at design flow, kPa. */
  readonly facility_difference_kpa: number
  readonly delta_t_k: number
  readonly facility_volume_l: number
  readonly technology_vessel: ExpansionVessel
  readonly facility_vessel: ExpansionVessel
  readonly technology_relief_bar: number
  readonly facility_relief_bar: number
  readonly cdu_heat_kw: number
  readonly air_unit_kw: number
  readonly air_units_count: number
  readonly nodes: readonly LiquidNode[]
  readonly components: PlanComponents
  /** How the instruments reach the EMS. */
  readonly readings: NonNullable<AssemblySpec['cooling']>['readings']
}

/** Where the heat rejection differs by climate: what the loop has only then. */
export function hasBypass(plan: Pick<CoolingPlan, 'climate'>): boolean {
  return plan.climate.low_ambient
}

const WITH_TRIM_CHILLER = 'dry_cooler_trim_chiller'

/** Whether a trim chiller follows the dry cooler. */
export function hasTrimChiller(plan: Pick<CoolingPlan, 'climate'>): boolean {
  return plan.climate.rejection === WITH_TRIM_CHILLER
}

/** Share of the heat that the trim chiller takes (design choice, 20 to 30 %). */
export const TRIM_SHARE = 0.25

/** Coefficient of performance of a trim chiller at the design day (assumption, air cooled at 34 degC). */
const TRIM_COP = 4

/** Power of the trim chiller beside a cooler, kW; 0 in climates without one. */
export function trimChillerPower(rejection: Cooling['rejection'], liquid_kw: number): number {
  return rejection === WITH_TRIM_CHILLER ? (liquid_kw * TRIM_SHARE) / TRIM_COP : 0
}

/** Letter of an air unit: A, B, C ... */
export function unitLetter(index: number): string {
  return String.fromCharCode(65 + index)
}
