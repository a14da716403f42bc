import {
  EdpError,
  roundTo,
  type AssemblySpec,
  type Bess,
  type BessUnitType,
  type ClimateZone,
  type Loads,
  type ModuleResolution,
} from '@edp/schemas'

import { nextRatingOrLargest, PCS_KVA } from '../electrical/standard-ratings.ts'
import { holds, type ConditionFacts } from '../site/conditions.ts'

/** Depth of discharge that a battery is planned with. Source: design choice, to be confirmed by the maker's warranty. */
export const USABLE_SHARE = 0.95

/** Apparent power of a converter over the battery's power: reactive margin. Source: makers' application notes. */
const PCS_MARGIN = 1.05

/** Rating of a converter at the air temperature of the zone over its nameplate; 3.74/4.02 MW at 50 degC published. */
const PCS_DERATING = {
  subarctic: 1,
  temperate: 1,
  arid_hot: 0.93,
  tropical: 1,
} as const satisfies Record<ClimateZone, number>

/** Battery product and number of units of a site. */
export interface BessSelection {
  readonly type: BessUnitType
  readonly units: number
}

/**
 * Chooses the battery product of the grid container's catalogue and the number of units, rounded up.
 *
 * @throws {EdpError} `invalid_catalogue` when the catalogue has no product for the coupling and the tier.
 */
export function selectBess(
  resolution: ModuleResolution,
  grid: AssemblySpec | null,
  facts: ConditionFacts,
): BessSelection | null {
  if (resolution.bess_coupling === 'none') return null
  const wanted = resolution.bess_coupling === 'dc_external_pcs' ? 'dc' : 'ac'
  const type = grid?.bess_units?.find((unit) => unit.output === wanted && holds(unit.when, facts))
  if (type === undefined) {
    const where = grid === null ? 'no grid container' : grid.assembly_id
    const message = `${where} has no battery unit with ${wanted} output for ${resolution.deployment_profile}`
    throw new EdpError('invalid_catalogue', message)
  }
  // 10.224 / 5.112 must give 2, not 3: rounded before it is rounded up.
  return { type, units: Math.ceil(roundTo(resolution.bess_capacity_mwh / type.energy_mwh, 9)) }
}

/** Converter rating of a unit, kVA: battery power with reactive margin, derated by climate, next catalogue step. */
export function converterKva(type: BessUnitType, climate: ClimateZone): number {
  return nextRatingOrLargest(PCS_KVA, (type.power_kw * PCS_MARGIN) / PCS_DERATING[climate])
}

/** Energy, power, duration and charging of the battery. */
export function sizeBess({ type, units }: BessSelection, resolution: ModuleResolution, loads: Loads): Bess {
  const installed = units * type.energy_mwh
  const usableKwh = installed * 1000 * USABLE_SHARE
  const charge = roundTo(Math.max(0, Math.min(loads.source_margin_kw, units * type.power_kw)), 1)
  return {
    unit_id: type.unit_id,
    manufacturer: type.manufacturer,
    model: type.model,
    output: type.output,
    unit_energy_mwh: type.energy_mwh,
    unit_power_kw: type.power_kw,
    units_count: units,
    required_mwh: resolution.bess_capacity_mwh,
    installed_mwh: roundTo(installed, 3),
    power_kw: roundTo(units * type.power_kw, 1),
    duration_h: roundTo(usableKwh / loads.site_kw, 2),
    charge_power_kw: charge,
    charge_h: charge === 0 ? null : roundTo(usableKwh / charge, 1),
    source: type.source,
  }
}
