import { roundTo, type Coolant, type PipeLine } from '@edp/schemas'

import type { CoolingPlan } from './cooling-plan.ts'
import { pipeFlow } from './pressure-drop.ts'
import { hoseOf, plasticPipeOf, type PipeSize } from './pipe-table.ts'

/** Design pressures, bar gauge (design choice, at least 1.5 times the relief setting; open lines run without pressure). */
export const DESIGN_PRESSURE_BAR = { technology: 6, facility: 10, water: 6, open: 1 } as const

/** Test pressure over design pressure: EN 13480-5 and ASME B31.9 take 1.43 to 1.5 for liquids. */
const TEST_FACTOR = 1.5

/** Pressure that an installed line or hose is tested with, bar gauge. */
export function testPressure(design_pressure_bar: number): number {
  return roundTo(design_pressure_bar * TEST_FACTOR, 1)
}

/** Highest design temperature of both loops, degC: the return's trip of 62 degC and a margin (assumption). */
export const DESIGN_MAX_C = 70
/** Lowest design temperature of the water pipes, degC: they are drained before frost. */
const PLASTIC_MIN_C = 0
/** Highest design temperature of the water pipes, degC: HDPE keeps three quarters of its rating there (EN 12201). */
export const PLASTIC_MAX_C = 40
/** Lowest design temperature inside the container, degC (assumption: drained or heated in storage). */
const INDOOR_MIN_C = 0

/** Pipe class by what the line is: stainless 316L, EPDM hose, HDPE SDR11. */
type PipeClass = 'SS1A' | 'HS1A' | 'PE1A'

/** Delivery of the fill pumps, L/min (design choice: a loop in half an hour). */
export const FILL_LPM = 10

/** Flows below this are told to a tenth, L/min. */
const SMALL_FLOW_LPM = 25

/** A line before its number and its flow are worked out. */
export interface LineDraft {
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
  /** Given where others connect to it. */
  readonly tie_in?: PipeLine['tie_in']
}

/** Area of the facility loop in a line number; its coolant comes from outdoors, wherever the line runs. */
const FACILITY_AREA = '1'

/** Lowest design temperature of what holds coolant from outdoors, or of what only stands indoors, degC. */
export function designMin(plan: Pick<CoolingPlan, 'climate'>, from_outdoors: boolean): number {
  return from_outdoors ? Math.min(INDOOR_MIN_C, plan.climate.low_c) : INDOOR_MIN_C
}

/** A row of the line list; outdoor lines of a site that needs heat tracing are insulated and traced. */
export function pipeLine(draft: LineDraft, plan: CoolingPlan): PipeLine {
  const { sequence, service, outdoor, pipe_class } = draft
  const pipe = madeOf(draft)
  // From the flow as it is printed, so that a reader who recomputes gets the same velocity.
  const flow_lpm = roundTo(draft.flow_lpm, draft.flow_lpm < SMALL_FLOW_LPM ? 1 : 0)
  const flow = pipeFlow(flow_lpm, pipe.inner_diameter_mm, draft.coolant)
  const plastic = pipe_class === 'PE1A'
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
    flow_lpm,
    velocity_m_s: roundTo(flow.velocity_m_s, 2),
    pressure_drop_pa_per_m: roundTo(flow.pressure_drop_pa_per_m, 0),
    temperature_c: draft.temperature_c,
    design_pressure_bar: draft.pressure_bar,
    test_pressure_bar: testPressure(draft.pressure_bar),
    design_min_c: plastic ? PLASTIC_MIN_C : designMin(plan, outdoor || sequence.startsWith(FACILITY_AREA)),
    design_max_c: plastic ? PLASTIC_MAX_C : DESIGN_MAX_C,
    pipe_class,
    insulation,
    tracing,
    tie_in: draft.tie_in ?? null,
  }
}

/** Bore of a line by its class: hoses and water pipes have others than the steel of the same nominal size. */
function madeOf({ pipe, pipe_class }: LineDraft): PipeSize {
  if (pipe_class === 'HS1A') return hoseOf(pipe.dn)
  return pipe_class === 'PE1A' ? plasticPipeOf(pipe.dn) : pipe
}
