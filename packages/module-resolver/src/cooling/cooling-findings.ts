import type { Cooling, Finding } from '@edp/schemas'

import { finding, type CheckCode } from '../findings/checks.ts'

/** What a reviewer of the cooling would object to. */
export function coolingFindings(
  cooling: Cooling,
  limits: { cdu_heat_kw: number; air_unit_kw: number; air_units_count: number },
): Finding[] {
  const duty_kw = limits.air_unit_kw * (limits.air_units_count - 1)
  const found = (code: CheckCode, message: string, figures: Finding['figures']): Finding =>
    finding(code, message, ['C*'], figures)
  return [
    ...(cooling.liquid_heat_kw > limits.cdu_heat_kw
      ? [
          found(
            'COOL-001',
            `Heat to liquid ${cooling.liquid_heat_kw} kW is above the CDU's ${limits.cdu_heat_kw} kW.`,
            { liquid_heat_kw: cooling.liquid_heat_kw, cdu_heat_kw: limits.cdu_heat_kw },
          ),
        ]
      : []),
    ...(cooling.air_heat_kw > duty_kw
      ? [
          found(
            'COOL-002',
            `Residual air heat ${cooling.air_heat_kw} kW is above the ${duty_kw} kW of the air units without the standby unit.`,
            { air_heat_kw: cooling.air_heat_kw, duty_kw },
          ),
        ]
      : []),
    ...(cooling.heat_trace_required
      ? [
          found(
            'COOL-003',
            `Facility coolant ${cooling.facility_coolant.name} freezes at ${cooling.facility_coolant.freeze_c} degC, the extreme low is ${cooling.design_low_c} degC: heat tracing and standby circulation are required.`,
            { freeze_c: cooling.facility_coolant.freeze_c, low_c: cooling.design_low_c },
          ),
        ]
      : []),
    ...(cooling.site_water_m3_per_h > 0
      ? [
          found(
            'COOL-004',
            `Adiabatic operation takes up to ${cooling.site_water_m3_per_h} m3/h of make-up water on the site, of which ${cooling.site_evaporation_m3_per_h} m3/h evaporate and the rest is bled; the supply is BY OTHERS.`,
            {
              water_m3_per_h: cooling.site_water_m3_per_h,
              evaporation_m3_per_h: cooling.site_evaporation_m3_per_h,
            },
          ),
        ]
      : []),
    ...(cooling.dry_capacity_kw < cooling.liquid_heat_kw
      ? [
          found(
            'COOL-005',
            `Without make-up water the heat rejection carries ${cooling.dry_capacity_kw} of ${cooling.liquid_heat_kw} kW at ${cooling.design_dry_bulb_c} degC, all of it up to ${cooling.dry_full_up_to_c} degC: above that interlock I9 sheds the nodes.`,
            {
              dry_capacity_kw: cooling.dry_capacity_kw,
              liquid_heat_kw: cooling.liquid_heat_kw,
              full_up_to_c: cooling.dry_full_up_to_c,
            },
          ),
        ]
      : []),
  ]
}
