import * as z from 'zod'

/** What a relief valve is sized for. */
export const ReliefDesign = z.strictObject({
  relieves: z.string().describe('What it has to pass'),
  set_bar: z.number().describe('Set pressure, bar gauge'),
  capacity_lpm: z.number().describe('Flow that it has to pass, L/min'),
  overpressure_pct: z.number().describe('Pressure over the setting at that flow, %'),
  back_pressure_bar: z.number().describe('Greatest back pressure at that flow, bar gauge'),
  area_mm2: z.number().describe('Least flow area of the open valve, mm2'),
  inlet_dn: z.int(),
  outlet_dn: z.int(),
  discharge: z.string().describe('Where it discharges to'),
})
export type ReliefDesign = z.infer<typeof ReliefDesign>

/** A valve of the cooling loop of one container. */
export const CoolingValve = z.strictObject({
  tag: z.string(),
  kind: z
    .string()
    .describe(
      'ball, butterfly, check, balancing, regulating, control, motorised, relief, vent, drain, three_way, backflow',
    ),
  description: z.string(),
  line_no: z.string(),
  dn: z.int(),
  fail_position: z.enum(['FO', 'FC', 'FB', 'FL', '-']).describe('Fails open, closed, to the bypass, last'),
  position: z
    .enum(['locked_open', 'normally_closed'])
    .nullable()
    .describe('Normal position of a hand valve where it is not open as usual'),
  setting: z.string(),
  relief: ReliefDesign.nullable().describe('Null for what is no relief valve'),
})
export type CoolingValve = z.infer<typeof CoolingValve>

/** What all relief valves are sized by. */
export const ReliefSizing = z.strictObject({
  discharge_coefficient: z.number(),
  back_pressure_pct: z.number().describe('Greatest back pressure, % of the setting'),
  source: z.string(),
})
