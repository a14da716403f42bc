import { roundTo, type Cooling } from '@edp/schemas'

import { hasTrimChiller, TRIM_SHARE, type CoolingPlan } from './cooling-plan.ts'
import { dryCapacity, WARMEST_SUPPLY_C } from './dry-capacity.ts'
import { LOST_SIGNAL } from './lost-signals.ts'
import { RELIEF_SIZING } from './relief-design.ts'
import { PRESSURES } from './relief-settings.ts'

/** Fans, share of the rejected heat (assumption 2 to 2.5 %). */
const FAN_SHARE = 0.025

type Sizes = Pick<
  Cooling,
  | 'technology_flow_lpm'
  | 'facility_flow_lpm'
  | 'pump_head_kpa'
  | 'pump_shaft_kw'
  | 'pump_motor_kw'
  | 'facility_pump_motor_kw'
  | 'facility_pump_head_kpa'
  | 'technology_expansion_l'
  | 'facility_expansion_l'
  | 'technology_relief_bar'
  | 'facility_relief_bar'
  | 'fan_kw'
  | 'dry_capacity_kw'
  | 'dry_full_up_to_c'
  | 'dry_supply_c'
  | 'relief_sizing'
  | 'lost_signal'
>

/** Sizes of pumps, vessels, relief valves and fans of a plan, rounded as they are printed. */
export function coolingSizes(plan: CoolingPlan): Sizes {
  const { duty, facility_duty } = plan
  const dry = dryCapacity(plan.climate, hasTrimChiller(plan) ? TRIM_SHARE : 0, plan.delta_t_k)
  return {
    technology_flow_lpm: roundTo(plan.technology_flow_lpm, 0),
    facility_flow_lpm: roundTo(plan.facility_flow_lpm, 0),
    pump_head_kpa: roundTo(duty.head_kpa, 0),
    pump_shaft_kw: roundTo(duty.shaft_kw, 2),
    pump_motor_kw: duty.motor_kw,
    facility_pump_motor_kw: facility_duty.motor_kw,
    facility_pump_head_kpa: roundTo(facility_duty.head_kpa, 0),
    technology_expansion_l: plan.technology_vessel.nominal_l,
    facility_expansion_l: plan.facility_vessel.nominal_l,
    technology_relief_bar: PRESSURES.technology.relief,
    facility_relief_bar: PRESSURES.facility.relief,
    fan_kw: roundTo(plan.liquid_kw * FAN_SHARE, 1),
    dry_capacity_kw: roundTo(plan.liquid_kw * dry.share, 1),
    dry_full_up_to_c: dry.full_up_to_c,
    dry_supply_c: WARMEST_SUPPLY_C,
    relief_sizing: RELIEF_SIZING,
    lost_signal: LOST_SIGNAL,
  }
}
