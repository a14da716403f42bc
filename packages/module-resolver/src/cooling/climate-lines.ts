import { roundTo } from '@edp/schemas'

import { hasBypass, hasTrimChiller, TRIM_SHARE, type CoolingPlan } from './cooling-plan.ts'
import { facilityLineBases } from './facility-line-bases.ts'
import { WATER } from './glycol-table.ts'
import { DESIGN_PRESSURE_BAR, FILL_LPM, type LineDraft } from './line-draft.ts'

/** Lines that the facility loop has in some climates only: water of the pads, bypass and drain-back, trim chiller. */
export function climateLines(plan: CoolingPlan): LineDraft[] {
  const { supply_c, supply, back, small, pumped, mixed_c } = facilityLineBases(plan)
  return [
    ...(plan.climate.adiabatic
      ? [
          {
            ...small,
            sequence: '111',
            service: 'MW',
            description: 'Make-up water to adiabatic pads',
            from: 'site water BY OTHERS',
            to: 'AC-101',
            fluid: WATER.name,
            coolant: WATER,
            flow_lpm: plan.pad_water.make_up_lpm,
            pipe_class: 'PE1A',
            pressure_bar: DESIGN_PRESSURE_BAR.water,
            outdoor: true,
            tie_in: { point: 'site water', at: 'heat_rejection_unit' },
          } as const,
        ]
      : []),
    ...(hasBypass(plan)
      ? [
          {
            ...back,
            sequence: '112',
            ...pumped,
            temperature_c: mixed_c,
            description: 'Cooler bypass',
            from: 'TCV-102',
            to: 'line 107',
          },
          {
            ...small,
            sequence: '113',
            service: 'DR',
            description: 'Drain-back to indoor tank',
            from: 'line 103',
            to: 'V-101',
          },
          {
            ...small,
            sequence: '114',
            service: 'GF',
            description: 'Refill from indoor tank',
            from: 'V-101',
            to: 'line 104',
            flow_lpm: FILL_LPM,
          },
        ]
      : []),
    ...(hasTrimChiller(plan)
      ? [
          {
            ...supply,
            sequence: '115',
            ...pumped,
            // With the chiller on: its share of the heat is still in the coolant.
            temperature_c: roundTo(supply_c + (mixed_c - supply_c) * TRIM_SHARE, 1),
            description: 'Dry cooler to trim chiller',
            from: 'AC-101',
            to: 'CH-101',
          },
        ]
      : []),
  ]
}

/** What is bled off the pads, so that the water in them does not thicken: all that is made up and does not evaporate. */
export function bleedLines(plan: CoolingPlan): LineDraft[] {
  const { small } = facilityLineBases(plan)
  const { make_up_lpm, evaporation_lpm } = plan.pad_water
  return plan.climate.adiabatic
    ? [
        {
          ...small,
          sequence: '122',
          service: 'DR',
          description: 'Bleed of the adiabatic pads',
          from: 'AC-101',
          to: 'site drain BY OTHERS',
          fluid: WATER.name,
          coolant: WATER,
          flow_lpm: make_up_lpm - evaporation_lpm,
          pipe_class: 'PE1A',
          pressure_bar: DESIGN_PRESSURE_BAR.open,
          outdoor: true,
          tie_in: { point: 'site drain', at: 'heat_rejection_unit' },
        },
      ]
    : []
}
