import { roundTo, type AssemblySpec, type Coolant, type Cooling } from '@edp/schemas'

import type { CoolingPlan } from './cooling-plan.ts'

type Totals = Pick<
  Cooling,
  'site_heat_kw' | 'site_glycol_l' | 'site_coolant_l' | 'site_water_m3_per_h' | 'site_evaporation_m3_per_h'
>

/** Heat, coolant, glycol and water of all containers of a site. */
export function siteTotals(
  plan: CoolingPlan,
  volumes: Pick<NonNullable<AssemblySpec['cooling']>, 'technology_volume_l' | 'facility_volume_l'>,
  site: { readonly containers: number; readonly total_kw: number; readonly hosted_kw: readonly number[] },
): Totals {
  const { technology_volume_l, facility_volume_l } = volumes
  const glycolOf = (coolant: Coolant, volume_l: number): number => (volume_l * coolant.glycol_vol_pct) / 100
  const hourly = (lpm: number): number => roundTo((site.containers * lpm * 60) / 1000, 2)
  const glycol_l = glycolOf(plan.technology, technology_volume_l) + glycolOf(plan.facility, facility_volume_l)
  return {
    site_heat_kw: roundTo(
      site.hosted_kw.reduce((sum, kw) => sum + kw, site.total_kw * site.containers),
      1,
    ),
    site_glycol_l: roundTo(site.containers * glycol_l, 0),
    site_coolant_l: roundTo(site.containers * (technology_volume_l + facility_volume_l), 0),
    site_water_m3_per_h: hourly(plan.pad_water.make_up_lpm),
    site_evaporation_m3_per_h: hourly(plan.pad_water.evaporation_lpm),
  }
}
