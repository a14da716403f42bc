import { roundTo, type Basis, type Cooling } from '@edp/schemas'

import { DELTA_T_K, type CoolingPlan } from './cooling-plan.ts'
import { DESIGN_PRESSURE_BAR } from './line-draft.ts'
import { INDOOR_EXPANSION_PCT } from './glycol-table.ts'
import { outdoorExpansion } from './outdoor-vessel.ts'
import { reliefBasis } from './relief-basis.ts'

/** The working of each cooling figure, as a reviewer checks it. */
export function coolingBasis(
  cooling: Cooling,
  sizes: Pick<
    CoolingPlan,
    'technology_pipe' | 'technology_pumped_lpm' | 'facility_pipe' | 'container_pipe' | 'pad_water'
  >,
  { node_kw, network_kw }: { readonly node_kw: number; readonly network_kw: number },
): Basis[] {
  const coolant = cooling.technology_coolant
  const line = (
    rule_id: string,
    quantity: string,
    value: Basis['value'],
    unit: string,
    formula: string,
    inputs: Basis['inputs'],
    source: string,
  ): Basis => ({
    rule_id,
    quantity,
    applies_to: 'each compute container',
    value,
    unit,
    formula,
    inputs,
    source,
  })
  return [
    line(
      'CO-HEAT-01',
      'Heat to liquid, sizing',
      cooling.liquid_heat_kw,
      'kW',
      '0.90 x node power',
      { node_kw: roundTo(node_kw, 3) },
      'published capture ratios 85 to 95 %; design choice',
    ),
    line(
      'CO-HEAT-02',
      'Heat to air, sizing',
      cooling.air_heat_kw,
      'kW',
      '0.25 x node power + network + 3 kW envelope',
      { node_kw: roundTo(node_kw, 3), network_kw: roundTo(network_kw, 3) },
      'design choice, overlaps the liquid side on purpose',
    ),
    line(
      'CO-SET-01',
      'Technology supply temperature',
      cooling.technology_supply_c,
      'degC',
      'air on coil + 7 K + 3 K, between dew point + 3 K and 43 degC',
      { dry_bulb_c: cooling.design_dry_bulb_c, wet_bulb_c: cooling.design_wet_bulb_c },
      'OCP cold plate guideline (approach 3 K); climate data: assumption by zone',
    ),
    line(
      'CO-FLOW-01',
      'Technology flow',
      cooling.technology_flow_lpm,
      'L/min',
      '60 P / (rho cp dT)',
      {
        liquid_kw: cooling.liquid_heat_kw,
        density_kg_m3: coolant.density_kg_m3,
        specific_heat_kj_kgk: coolant.specific_heat_kj_kgk,
        delta_t_k: DELTA_T_K,
      },
      'OCP OAI guideline 1.5 L/min/kW; Melinder 2010',
    ),
    line(
      'CO-PIPE-01',
      'Technology main',
      `DN${sizes.technology_pipe.dn}`,
      '',
      'size of the assembly; its greatest flow by velocity and 400 Pa/m is above the design flow',
      { flow_lpm: cooling.technology_flow_lpm, greatest_lpm: sizes.technology_pipe.max_flow_lpm },
      'assembly spec; ASHRAE Handbook practice',
    ),
    line(
      'CO-PIPE-02',
      'Facility main',
      `DN${sizes.facility_pipe.dn}`,
      '',
      'smallest size within velocity and 400 Pa/m, at least DN50, at least DN65 with 50 % glycol or more',
      { flow_lpm: cooling.facility_flow_lpm, glycol_vol_pct: cooling.facility_coolant.glycol_vol_pct },
      'ASHRAE Handbook practice',
    ),
    line(
      'CO-PIPE-03',
      'Facility line inside the container',
      `DN${sizes.container_pipe.dn}`,
      '',
      'size of plate CD and of the hoses to the CDU; its greatest flow is above the design flow',
      { flow_lpm: cooling.facility_flow_lpm, greatest_lpm: sizes.container_pipe.max_flow_lpm },
      'assembly spec; ASHRAE Handbook practice',
    ),
    line(
      'CO-FREEZE-01',
      'Glycol of the facility loop',
      cooling.facility_coolant.name,
      '',
      'leanest mixture that freezes 3 K below the extreme low',
      { low_c: cooling.design_low_c, freeze_c: cooling.facility_coolant.freeze_c },
      'Melinder 2010',
    ),
    line(
      'CO-EXP-01',
      'Technology expansion vessel',
      cooling.technology_expansion_l,
      'L',
      '(V e + max(3 L, 0.5 % V)) (pe + 1)/(pe - p0), next size',
      { volume_l: cooling.technology_volume_l, expansion_pct: INDOOR_EXPANSION_PCT },
      'EN 12828 form',
    ),
    line(
      'CO-EXP-02',
      'Facility expansion vessel',
      cooling.facility_expansion_l,
      'L',
      'as above, from the extreme low to 60 degC; hot not above pe',
      { volume_l: cooling.facility_volume_l, expansion_pct: outdoorExpansion(cooling) },
      'EN 12828 form',
    ),
    line(
      'CO-PUMP-01',
      'Pump head',
      cooling.pump_head_kpa,
      'kPa',
      'sum of component losses and 20 m of mains',
      {},
      'assumption per component',
    ),
    line(
      'CO-PUMP-02',
      'Pump shaft power',
      cooling.pump_shaft_kw,
      'kW',
      'Q dp / eta, eta 0.55, Q with the side stream',
      { flow_lpm: roundTo(sizes.technology_pumped_lpm, 0), head_kpa: cooling.pump_head_kpa },
      'assumption for efficiency',
    ),
    line(
      'CO-PUMP-03',
      'Facility pump head',
      cooling.facility_pump_head_kpa,
      'kPa',
      'sum of component losses and 30 m of mains and hoses',
      { flow_lpm: cooling.facility_flow_lpm },
      'assumption per component',
    ),
    line(
      'CO-RELIEF-01',
      'Relief of the technology loop',
      cooling.technology_relief_bar,
      'bar(g)',
      'relief x 1.1 + 1.2 x pump head within the design pressure',
      { head_kpa: cooling.pump_head_kpa, design_pressure_bar: DESIGN_PRESSURE_BAR.technology },
      'ASME B31.9 practice; shut-off head: assumption',
    ),
    ...reliefBasis(cooling),
    ...(cooling.site_water_m3_per_h === 0
      ? []
      : [
          line(
            'CO-WATER-01',
            'Make-up water of the pads',
            roundTo(sizes.pad_water.make_up_lpm, 1),
            'L/min',
            'heat / rise of the air x (dry bulb - air on coil) / 2,430 kJ/kg, x 3/2 for bleed at 3 cycles',
            {
              evaporation_lpm: roundTo(sizes.pad_water.evaporation_lpm, 2),
              dry_bulb_c: cooling.design_dry_bulb_c,
              wet_bulb_c: cooling.design_wet_bulb_c,
            },
            'heat balance of the air; pad effectiveness, approach and cycles: assumption',
          ),
        ]),
    line(
      'CO-AIR-01',
      'Air units',
      cooling.air_units_count,
      '',
      'installed, one of them standby',
      { air_heat_kw: cooling.air_heat_kw, unit_kw: cooling.air_unit_kw },
      'assembly spec',
    ),
  ]
}
