import { roundTo, type AssemblySpec, type Coolant, type Cooling } from '@edp/schemas'

import type { CoolingPlan } from './cooling-plan.ts'

/** Water evaporated by pads, L per kWh rejected (assumption). */
const WATER_L_PER_KWH = 1.6

type Totals = Pick<Cooling, 'site_heat_kw' | 'site_glycol_l' | 'site_coolant_l' | 'site_water_m3_per_h'>

/** Water that the pads of one heat rejection unit evaporate at design, L/min. */
export function padWaterFlow(liquid_kw: number): number {
  return (liquid_kw * WATER_L_PER_KWH) / 60
}

/** Heat, coolant, glycol and water of all containers of a site. */
export function siteTotals(
  plan: CoolingPlan,
  volumes: Pick<NonNullable<AssemblySpec['cooling']>, 'technology_volume_l' | 'facility_volume_l'>,
  site: { readonly containers: number; readonly total_kw: number },
): Totals {
  const { technology_volume_l, facility_volume_l } = volumes
  const glycolOf = (coolant: Coolant, volume_l: number): number => (volume_l * coolant.glycol_vol_pct) / 100
  const glycol_l = glycolOf(plan.technology, technology_volume_l) + glycolOf(plan.facility, facility_volume_l)
  return {
    site_heat_kw: roundTo(site.total_kw * site.containers, 1),
    site_glycol_l: roundTo(site.containers * glycol_l, 0),
    site_coolant_l: roundTo(site.containers * (technology_volume_l + facility_volume_l), 0),
    site_water_m3_per_h: plan.climate.adiabatic
      ? roundTo((site.containers * padWaterFlow(plan.liquid_kw) * 60) / 1000, 2)
      : 0,
  }
}
