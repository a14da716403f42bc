import { hasBypass, hasTrimChiller, type CoolingPlan } from './cooling-plan.ts'
import { DESIGN_PRESSURE_BAR, FILL_LPM, type LineDraft } from './line-draft.ts'
import { WATER } from './glycol-table.ts'
import { pipeOf } from './pipe-table.ts'
import { padWaterFlow } from './site-totals.ts'

/** Lines between heat rejection unit and heat exchanger, area 1. */
export function facilityLines(plan: CoolingPlan): LineDraft[] {
  const supply_c = plan.climate.facility_supply_c
  const base = {
    coolant: plan.facility,
    fluid: plan.facility.name,
    pressure_bar: DESIGN_PRESSURE_BAR.facility,
    pipe_class: 'SS1A',
    outdoor: false,
  } as const
  const supply = {
    ...base,
    service: 'FWSS',
    pipe: plan.facility_pipe,
    flow_lpm: plan.facility_flow_lpm,
    temperature_c: supply_c,
  }
  const back = { ...supply, service: 'FWSR', temperature_c: supply_c + plan.delta_t_k }
  const inside = { pipe: plan.container_pipe }
  const small = { ...base, pipe: pipeOf(25), flow_lpm: 0, temperature_c: 20 }
  const skid_end = hasTrimChiller(plan) ? 'CH-101' : 'AC-101'
  return [
    {
      ...supply,
      sequence: '101',
      description: 'Hose, heat rejection unit to container',
      from: 'heat rejection unit',
      to: 'CD.S1',
      pipe_class: 'HS1A',
      outdoor: true,
    },
    {
      ...back,
      sequence: '102',
      description: 'Hose, container to heat rejection unit',
      from: 'CD.R1',
      to: 'heat rejection unit',
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
      description: 'Pump suction',
      from: 'hose 102',
      to: 'P-101A/B',
      outdoor: true,
    },
    {
      ...back,
      sequence: '106',
      description: 'Pump discharge to dry cooler',
      from: 'P-101A/B',
      to: 'AC-101',
      outdoor: true,
    },
    {
      ...supply,
      sequence: '107',
      description: 'Supply to hose',
      from: skid_end,
      to: 'hose 101',
      outdoor: true,
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
    },
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
            flow_lpm: padWaterFlow(plan.liquid_kw),
            pipe_class: 'PE1A',
            pressure_bar: DESIGN_PRESSURE_BAR.water,
            outdoor: true,
          } as const,
        ]
      : []),
    ...(hasBypass(plan)
      ? [
          {
            ...back,
            sequence: '112',
            description: 'Cooler bypass',
            from: 'TCV-102',
            to: 'line 107',
            outdoor: true,
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
            description: 'Dry cooler to trim chiller',
            from: 'AC-101',
            to: 'CH-101',
            outdoor: true,
          },
        ]
      : []),
    {
      ...small,
      sequence: '116',
      service: 'FWSS',
      description: 'Overflow while TCV-101 throttles: least flow of the pumps',
      from: 'line 107',
      to: 'line 105',
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
  ]
}
