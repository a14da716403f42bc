import { bleedLines, climateLines } from './climate-lines.ts'
import { hasTrimChiller, type CoolingPlan } from './cooling-plan.ts'
import { facilityLineBases } from './facility-line-bases.ts'
import { DESIGN_PRESSURE_BAR, type LineDraft } from './line-draft.ts'

/** Lines between heat rejection unit and heat exchanger, area 1. */
export function facilityLines(plan: CoolingPlan): LineDraft[] {
  const { supply_c, supply, back, small, pumped, mixed_c, inside, hose } = facilityLineBases(plan)
  const skid_end = hasTrimChiller(plan) ? 'CH-101' : 'AC-101'
  return [
    {
      ...supply,
      sequence: '101',
      description: 'Hose, heat rejection unit to container',
      from: 'line 120',
      to: 'CD.S1',
      pipe_class: 'HS1A',
      outdoor: true,
    },
    {
      ...back,
      sequence: '102',
      description: 'Hose, container to heat rejection unit',
      from: 'CD.R1',
      to: 'line 121',
      pipe_class: 'HS1A',
      outdoor: true,
    },
    {
      ...supply,
      ...inside,
      sequence: '103',
      description: 'Supply to CDU',
      from: 'CD.S1',
      to: 'HX-201',
    },
    {
      ...back,
      ...inside,
      sequence: '104',
      description: 'Return from CDU',
      from: 'HX-201',
      to: 'CD.R1',
    },
    {
      ...back,
      sequence: '105',
      ...pumped,
      temperature_c: mixed_c,
      description: 'Pump suction, from the tee of line 116',
      from: 'line 121',
      to: 'P-101A/B',
    },
    {
      ...back,
      sequence: '106',
      ...pumped,
      temperature_c: mixed_c,
      description: 'Pump discharge to dry cooler',
      from: 'P-101A/B',
      to: 'AC-101',
    },
    {
      ...supply,
      sequence: '107',
      ...pumped,
      description: 'Supply to the tee of line 116',
      from: skid_end,
      to: 'line 120',
    },
    {
      ...small,
      sequence: '108',
      service: 'FWSR',
      description: 'Expansion line',
      from: 'line 105',
      to: 'T-101',
      outdoor: true,
    },
    {
      ...small,
      sequence: '109',
      service: 'DR',
      description: 'Relief discharge',
      from: 'PSV-101',
      to: 'V-102',
      pressure_bar: DESIGN_PRESSURE_BAR.open,
      outdoor: true,
    },
    {
      ...small,
      sequence: '110',
      service: 'GF',
      description: 'Fill connection',
      from: 'fill cart',
      to: 'line 105',
      outdoor: true,
      tie_in: { point: 'fill cart', at: 'heat_rejection_unit' },
    },
    ...climateLines(plan),
    {
      ...small,
      sequence: '116',
      service: 'FWSS',
      description: 'Least flow of the pumps, over BV-102',
      from: 'line 107',
      to: 'line 105',
      flow_lpm: plan.least_flow_lpm,
      temperature_c: supply_c,
      outdoor: true,
    },
    {
      ...small,
      sequence: '117',
      service: 'DR',
      description: 'Thermal relief discharge',
      from: 'PSV-102',
      to: 'V-202',
      pressure_bar: DESIGN_PRESSURE_BAR.open,
    },
    ...(hose === null
      ? []
      : [
          {
            ...supply,
            ...hose,
            sequence: '118',
            description: 'Hose in line 103, to the CDU',
            from: 'XV-101',
            to: 'CDU',
          },
          {
            ...back,
            ...hose,
            sequence: '119',
            description: 'Hose in line 104, from the CDU',
            from: 'CDU',
            to: 'XV-102',
          },
        ]),
    {
      ...supply,
      sequence: '120',
      description: 'Supply from the tee of line 116 to the hose',
      from: 'line 107',
      to: 'hose 101',
      outdoor: true,
    },
    {
      ...back,
      sequence: '121',
      description: 'Return from the hose to the tee of line 116',
      from: 'hose 102',
      to: 'line 105',
      outdoor: true,
    },
    ...bleedLines(plan),
  ]
}
