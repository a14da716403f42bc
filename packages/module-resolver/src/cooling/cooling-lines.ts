import { roundTo, type Coolant, type PipeLine } from '@edp/schemas'

import { hasBypass, hasTrimChiller, type CoolingPlan } from './cooling-plan.ts'
import { pipeFlow } from './pressure-drop.ts'
import { pipeOf, type PipeSize } from './pipe-table.ts'

/** Design pressures, bar gauge (design choice, at least 1.5 times the relief setting; open lines run without pressure). */
const DESIGN_PRESSURE_BAR = { technology: 6, facility: 10, water: 6, open: 1 } as const

/** Pipe class by what the line is: stainless 316L, EPDM hose, HDPE SDR11. */
type PipeClass = 'SS1A' | 'HS1A' | 'PE1A'

/** Side stream through the analysers, L/min (makers' range 3 to 8). */
const SAMPLE_LPM = 5
/** Delivery of the fill pumps, L/min. */
export const FILL_LPM = 10

interface LineDraft {
  readonly sequence: string
  readonly service: string
  readonly description: string
  readonly from: string
  readonly to: string
  readonly pipe: PipeSize
  readonly fluid: string
  readonly coolant: Coolant
  readonly flow_lpm: number
  readonly temperature_c: number
  readonly pressure_bar: number
  readonly pipe_class: PipeClass
  readonly outdoor: boolean
}

/**
 * Line list of one container. Number: size - service - area digit (1 facility, 2 technology, 3 air), container ordinal,
 * sequence - class - insulation - tracing; `{c}` stands for the ordinal. Outdoor lines of a site that needs heat tracing
 * are insulated and traced.
 */
export function coolingLines(plan: CoolingPlan): PipeLine[] {
  return [...facilityLines(plan), ...technologyLines(plan), ...airLines(plan)].map((draft) =>
    lineOf(draft, plan),
  )
}

function lineOf(draft: LineDraft, plan: CoolingPlan): PipeLine {
  const { pipe, sequence, service, outdoor, pipe_class } = draft
  const flow = pipeFlow(draft.flow_lpm, pipe.inner_diameter_mm, draft.coolant)
  const insulation = outdoor && plan.heat_trace ? 'IH' : 'N'
  const tracing = outdoor && plan.heat_trace ? 'ET' : 'N'
  return {
    line_no: `DN${pipe.dn}-${service}-${sequence.slice(0, 1)}{c}${sequence.slice(1)}-${pipe_class}-${insulation}-${tracing}`,
    service,
    description: draft.description,
    from: draft.from,
    to: draft.to,
    dn: pipe.dn,
    inner_diameter_mm: pipe.inner_diameter_mm,
    fluid: draft.fluid,
    flow_lpm: roundTo(draft.flow_lpm, 0),
    velocity_m_s: roundTo(flow.velocity_m_s, 2),
    pressure_drop_pa_per_m: roundTo(flow.pressure_drop_pa_per_m, 0),
    temperature_c: draft.temperature_c,
    design_pressure_bar: draft.pressure_bar,
    pipe_class,
    insulation,
    tracing,
  }
}

function facilityLines(plan: CoolingPlan): LineDraft[] {
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
    { ...supply, sequence: '103', description: 'Supply to CDU', from: 'CD.S1', to: 'HX-201' },
    { ...back, sequence: '104', description: 'Return from CDU', from: 'HX-201', to: 'CD.R1' },
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
            fluid: 'water',
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
  ]
}

function technologyLines(plan: CoolingPlan): LineDraft[] {
  const supply_c = plan.climate.technology_supply_c
  const base = {
    coolant: plan.technology,
    fluid: plan.technology.name,
    pressure_bar: DESIGN_PRESSURE_BAR.technology,
    pipe_class: 'SS1A',
    outdoor: false,
  } as const
  const supply = {
    ...base,
    service: 'TCSS',
    pipe: plan.technology_pipe,
    flow_lpm: plan.technology_flow_lpm,
    temperature_c: supply_c,
  }
  const back = { ...supply, service: 'TCSR', temperature_c: supply_c + plan.delta_t_k }
  const small = { ...base, pipe: pipeOf(25), flow_lpm: 0, temperature_c: 20 }
  const open = { ...small, service: 'DR', pressure_bar: DESIGN_PRESSURE_BAR.open }
  return [
    { ...supply, sequence: '201', description: 'Supply to manifold', from: 'HX-201', to: 'MF-201S' },
    { ...back, sequence: '202', description: 'Return from manifold', from: 'MF-201R', to: 'F-201A/B' },
    { ...back, sequence: '203', description: 'Pump suction', from: 'F-201A/B', to: 'P-201A/B' },
    { ...back, sequence: '204', description: 'Pump discharge', from: 'P-201A/B', to: 'HX-201' },
    {
      ...small,
      sequence: '205',
      service: 'TCSR',
      description: 'Expansion line',
      from: 'line 203',
      to: 'T-201',
    },
    {
      ...small,
      sequence: '206',
      service: 'GF',
      description: 'Fill and make-up',
      from: 'V-201',
      to: 'line 203',
      flow_lpm: FILL_LPM,
    },
    {
      ...small,
      sequence: '207',
      service: 'TCSR',
      description: 'Side stream to analysers',
      from: 'line 204',
      to: 'line 203',
      flow_lpm: SAMPLE_LPM,
      temperature_c: supply_c + plan.delta_t_k,
    },
    { ...open, sequence: '208', description: 'Relief discharge', from: 'PSV-201', to: 'V-202' },
    { ...open, sequence: '209', description: 'Drip tray drain', from: 'DT-201', to: 'V-202' },
  ]
}

function airLines(plan: CoolingPlan): LineDraft[] {
  const base = {
    coolant: plan.technology,
    fluid: 'condensate',
    service: 'CON',
    pipe: pipeOf(25),
    flow_lpm: 0,
    temperature_c: 15,
    pressure_bar: DESIGN_PRESSURE_BAR.open,
  } as const
  return [
    {
      ...base,
      sequence: '301',
      description: 'Hose, container to site drain',
      from: 'EX-C.DR1',
      to: 'site drain BY OTHERS',
      pipe_class: 'HS1A',
      outdoor: true,
    },
    {
      ...base,
      sequence: '302',
      description: 'Condensate header',
      from: 'CRAH-301',
      to: 'EX-C.DR1',
      pipe_class: 'PE1A',
      outdoor: false,
    },
  ]
}
