import * as z from 'zod'

import { ArrayPlugs } from '../assembly/array-plugs.ts'
import { Leg } from '../assembly/assembly-port.ts'

/** What a cable is made of. All sizes per single cable. */
export const CableDetail = z.strictObject({
  type: z.string().describe('Type designation, e.g. XHHW-2 Cu 600 V'),
  conductor: z.enum(['Cu', 'Al', 'glass']).describe('Copper, aluminium or glass'),
  cores_count: z.int().min(1).describe('Cores of one cable, its earthing conductor not counted'),
  cables_per_set_count: z
    .int()
    .min(1)
    .describe('Cables that make one set, e.g. 3 phases + neutral as singles = 4'),
  sets_count: z.int().min(1).describe('Sets in parallel'),
  neutrals_count: z
    .int()
    .min(0)
    .describe('Neutrals among the cores and cables of one set, as large as the phases'),
  size_awg: z.string().nullable().describe('AWG or kcmil size of the phase conductors'),
  size_mm2: z.number().nullable().describe('Cross section of the phase conductors, mm2'),
  earth_size_awg: z
    .string()
    .nullable()
    .describe('Equipment earthing conductor, one per set, beside its singles or inside a multicore'),
  earth_size_mm2: z.number().nullable().describe('Cross section of the earthing conductor, mm2'),
  fibres_count: z.int().nullable().describe('Fibres of one cable, null for copper'),
  plugs: ArrayPlugs.nullable().describe('Array plugs at its ends, null for cables without'),
  voltage_rating_v: z.number().nullable().describe('Rated voltage of the insulation, V'),
  outer_diameter_mm: z.number().nullable().describe('Outer diameter of one cable, mm'),
  mass_kg_per_m: z.number().nullable().describe('Mass of all cables of one set, kg per m of route'),
  min_bend_radius_mm: z.number().nullable().describe('Smallest bending radius, mm'),
  colour_code: z.string().describe('Colours of the cores'),
  install_method: z.string().describe('Tray, duct bank, conduit, direct'),
})
export type CableDetail = z.infer<typeof CableDetail>

/** What a hose or pipe is made of. */
export const HoseDetail = z.strictObject({
  type: z.string().describe('Type designation'),
  line_no: z.string().describe('Line number of the P&ID'),
  fluid: z.string().describe('What flows in it'),
  dn: z.int().describe('Nominal diameter, DN (mm)'),
  inner_diameter_mm: z.number().describe('Inner diameter, mm'),
  material: z.string().describe('Material in contact with the fluid'),
  reinforcement: z.string().describe('Reinforcement of the wall'),
  working_pressure_bar: z.number().describe('Pressure that the hose is rated for, bar gauge'),
  burst_pressure_bar: z.number().describe('Least burst pressure, bar gauge'),
  test_pressure_bar: z.number().describe('Test pressure of the installed line, bar gauge'),
  temperature_min_c: z.number().describe('Lowest temperature, degC'),
  temperature_max_c: z.number().describe('Highest temperature, degC'),
  min_bend_radius_mm: z.number().describe('Smallest bending radius, mm; 0 for a pipe'),
  coupling: z.string().describe('Coupling at its ends'),
  dry_break: z.boolean().describe('Whether the coupling closes when it is parted'),
  dry_break_ends: z
    .array(z.enum(['from', 'to']))
    .readonly()
    .describe('Ends whose coupling does'),
  reducer_dn: z
    .int()
    .nullable()
    .describe('Size of the narrower flange that it ends on by a reducer, null without one'),
  insulation: z.string().describe('Thermal insulation'),
})
export type HoseDetail = z.infer<typeof HoseDetail>

/** Length of one run, from the layout. */
export const RunLength = z.strictObject({
  route_m: z
    .number()
    .describe('Along the route in plan, m, to the device inside a grid container where the cable ends there'),
  rise_m: z.number().describe('Rises and drops, both ends together and over the tray of a grid container, m'),
  termination_m: z.number().describe('Tails for termination, both ends together, m'),
  slack_pct: z.number().describe('Slack on the route, %'),
  cut_m: z.number().describe('Length to cut, m, rounded up to a whole metre (0.5 m inside a container)'),
  basis: z.string().describe('Rule that the length follows'),
})
export type RunLength = z.infer<typeof RunLength>

/** A lockable switch within sight of what a circuit feeds, apart from its breaker. */
export const FieldSwitch = z.strictObject({
  tag: z.string().describe('Designation, e.g. 89-D01'),
  rated_a: z.number().describe('Rating, A'),
  poles: z.int().describe('Poles'),
  short_circuit_ka: z
    .number()
    .nullable()
    .describe('Greatest current at it, kA; null where that at the start of its circuit is not known'),
  rated_ka: z.number().nullable().describe('Short-circuit rating of it and of what it serves, kA'),
  fuse_a: z.number().nullable().describe('Fuses in it, A; null without fuses'),
})
export type FieldSwitch = z.infer<typeof FieldSwitch>

/** Electrical design of a power connection. */
export const PowerDesign = z.strictObject({
  voltage_v: z.number().describe('Nominal voltage, V'),
  phases: z.enum(['3ph', '1ph', 'dc']).describe('Three phases, one phase or direct current'),
  leg: Leg.nullable().describe('Leg of the single-phase three-wire bus that it hangs on, null for any other'),
  load_kw: z.number().describe('Design load, kW'),
  power_factor: z.number().describe('Power factor, 0 to 1'),
  design_current_a: z.number().describe('Design current of the connection, A'),
  protection_tag: z.string().nullable().describe('Breaker that protects it'),
  protection_a: z.number().nullable().describe('Rating of that breaker, A'),
  protection_ka: z.number().nullable().describe('Breaking capacity of that breaker, kA'),
  protection_poles: z.int().nullable().describe('Poles of that breaker'),
  field_switch: FieldSwitch.nullable().describe('Lockable switch at its far end, null without one'),
  ambient_c: z.number().describe('Ambient temperature of the design, degC'),
  temperature_factor: z.number().describe('Derating for the ambient temperature, 0 to 1'),
  grouping_factor: z.number().describe('Derating for cables side by side, 0 to 1'),
  ampacity_base_a: z.number().describe('All sets together, before derating, A'),
  ampacity_derated_a: z
    .number()
    .describe('All sets together, derated, capped by the termination temperature, A'),
  utilisation_pct: z.number().describe('Design current over derated ampacity, %'),
  resistance_ohm_per_km: z.number().describe('One conductor of one set at operating temperature, ohm/km'),
  reactance_ohm_per_km: z.number().describe('Reactance of one conductor of one set, ohm/km'),
  voltage_drop_v: z.number().describe('Voltage drop at the design current, V'),
  voltage_drop_pct: z.number().describe('Voltage drop at the design current, % of nominal'),
  short_circuit_ka: z
    .number()
    .nullable()
    .describe('Greatest prospective short-circuit current at its source end, kA'),
})
export type PowerDesign = z.infer<typeof PowerDesign>

/** Hydraulic design of a coolant connection. */
export const FlowDesign = z.strictObject({
  flow_lpm: z.number().describe('Design flow, l/min'),
  velocity_m_s: z.number().describe('Velocity, m/s'),
  pressure_drop_pa_per_m: z.number().describe('Pressure drop of the straight run, Pa/m'),
  pressure_drop_kpa: z.number().describe('Pressure drop of the whole run, fittings included, kPa'),
  temperature_c: z.number().describe('Temperature of the fluid, degC'),
  design_pressure_bar: z.number().describe('Design pressure, bar gauge'),
  utilisation_pct: z.number().describe('Flow over the greatest flow that its size allows, %'),
})
export type FlowDesign = z.infer<typeof FlowDesign>

/** Data carried by a fibre or copper connection. */
export const DataDesign = z.strictObject({
  rate_gbps: z.number().describe('Rate of one link, Gbit/s'),
  network: z.string().describe('OT, OOB, compute fabric, storage, WAN'),
  zone: z.string().describe('Network zone, or conduit between two'),
  links_count: z
    .int()
    .min(1)
    .describe('Links that one cable carries: lit pairs of fibres, or array fibres of the fabric'),
})
export type DataDesign = z.infer<typeof DataDesign>
