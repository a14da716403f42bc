import * as z from 'zod'

import { Instrument, LostSignal } from './cooling-instrument.ts'
import { CoolingValve, ReliefSizing } from './cooling-valve.ts'

/** A coolant. */
export const Coolant = z.strictObject({
  name: z.string().describe('PG25, PG35, treated water'),
  glycol_vol_pct: z.number(),
  freeze_c: z.number(),
  density_kg_m3: z.number(),
  specific_heat_kj_kgk: z.number(),
  viscosity_mpas: z.number(),
})
export type Coolant = z.infer<typeof Coolant>

/** Where a line of ours meets what others bring or take away. */
const TieIn = z.strictObject({
  point: z.string().describe('What others bring or take, e.g. site water, fill cart'),
  at: z.enum(['compute_container', 'heat_rejection_unit']).describe('Equipment that has the union'),
})

/** A pipe line of one container; `{c}` in line_no is the container's ordinal. */
export const PipeLine = z.strictObject({
  line_no: z.string().describe('e.g. DN50-TCSS-2{c}01-SS1A-N-N'),
  service: z.string().describe('TCSS, TCSR, FWSS, FWSR, GF, DR, VT, MW, CON'),
  description: z.string(),
  from: z.string(),
  to: z.string(),
  dn: z.int(),
  inner_diameter_mm: z.number(),
  fluid: z.string(),
  flow_lpm: z.number(),
  velocity_m_s: z.number(),
  pressure_drop_pa_per_m: z.number(),
  temperature_c: z.number(),
  design_pressure_bar: z.number(),
  test_pressure_bar: z.number(),
  design_min_c: z.number().describe('Lowest temperature that it is designed for, degC'),
  design_max_c: z.number().describe('Highest temperature that it is designed for, degC'),
  pipe_class: z.string(),
  insulation: z.string(),
  tracing: z.string(),
  tie_in: TieIn.nullable().describe('null where both ends are ours, or at a plate with a row of its own'),
})
export type PipeLine = z.infer<typeof PipeLine>

/** Equipment of the cooling loop of one container. */
export const CoolingEquipment = z.strictObject({
  tag: z.string().describe('P-201A'),
  kind: z
    .string()
    .describe(
      'pump, heat_exchanger, vessel, filter, strainer, separator, dry_cooler, tank, manifold, air_unit, chiller',
    ),
  description: z.string(),
  rating: z.string(),
  component: z
    .string()
    .nullable()
    .describe('Its tag in assembly, schedule and manifest where that is another'),
  loop: z.enum(['facility', 'technology', 'air']),
  design_pressure_bar: z.number().nullable().describe('bar gauge, 0 open to air, null without coolant'),
  design_min_c: z.number().nullable(),
  design_max_c: z.number().nullable(),
  rack: z.string().nullable().describe('Rack that a node stands in, null for others'),
})
export type CoolingEquipment = z.infer<typeof CoolingEquipment>

/** What a controller does by itself when one of its initiators trips. */
export const CoolingInterlock = z.strictObject({
  number: z.string().describe('I1, as in the diamond of the P&ID'),
  controller: z.string().describe('Device that does it: cdu-01, hru-01'),
  also_started_by: z.string().describe('What starts it besides instruments, empty where nothing does'),
  action: z.string(),
  acts_on: z.array(z.string()).readonly().describe('Tags of valves, equipment and the load shed relay'),
  latched: z.boolean().describe('Whether it holds until somebody resets it at its controller'),
  reset: z.string().describe('How it ends: by hand where it is latched, else by itself and when'),
})
export type CoolingInterlock = z.infer<typeof CoolingInterlock>

/** What controllers tell each other by a wire of its own, whatever the network does. */
export const CoolingSignal = z.strictObject({
  cable: z.string().describe('Cable inside the container that carries it, e.g. C-HRU'),
  signal: z.string().describe('What the wire means, and what an open one does'),
  from: z.string(),
  to: z.string(),
  cores_count: z.int().min(1),
})
export type CoolingSignal = z.infer<typeof CoolingSignal>

/** A code or standard that a part of the cooling is made to. */
export const DesignCode = z.strictObject({
  part: z.string(),
  applied: z.string().describe('What this design applies'),
  under_ped: z.string().describe('What takes its place where Directive 2014/68/EU applies'),
})
export type DesignCode = z.infer<typeof DesignCode>

/** An opening in the wall of a container that a machine's air goes through. */
export const AirOpening = z.strictObject({
  id: z.string().describe('Id in the assembly and in its model'),
  serves: z.string().describe('Tag of the machine, e.g. CRAC-301A'),
  wall: z.string(),
  width_mm: z.number(),
  height_mm: z.number(),
})
export type AirOpening = z.infer<typeof AirOpening>

/** What keeps the technology loop from freezing before the nodes give heat. */
const IndoorFrost = z.strictObject({
  kept_above_c: z.number().describe('Air of the container from filling on, degC'),
  start_from_c: z.number().describe('Technology supply that pumps and nodes start from, degC'),
})

/** Flushing of the mains of the container before they are filled. */
const Flushing = z.strictObject({
  velocity_m_s: z.number().describe('Least velocity'),
  flow_lpm: z.number(),
  dn: z.int().describe('Size of the mains'),
})

/** Cooling design; figures per compute container unless the name says site. */
export const Cooling = z.strictObject({
  climate_zone: z.string(),
  design_dry_bulb_c: z.number(),
  design_wet_bulb_c: z.number(),
  design_low_c: z.number(),
  rejection: z.enum(['dry_cooler', 'hybrid_dry_cooler', 'adiabatic_dry_cooler', 'dry_cooler_trim_chiller']),
  rejection_description: z.string(),
  liquid_class: z.string(),
  facility_supply_c: z.number(),
  facility_return_c: z.number(),
  technology_supply_c: z.number().describe('T_coolant_setpoint_C of the DTM'),
  technology_return_c: z.number(),
  facility_coolant: Coolant,
  technology_coolant: Coolant,
  heat_trace_required: z.boolean(),
  liquid_heat_kw: z.number(),
  air_heat_kw: z.number(),
  total_heat_kw: z.number(),
  hosted_heat_kw: z
    .array(z.number())
    .readonly()
    .describe(
      'Heat to air of spines and core rack that the first container of each block holds for the site, by block',
    ),
  technology_flow_lpm: z.number(),
  facility_flow_lpm: z.number(),
  pump_head_kpa: z.number(),
  pump_shaft_kw: z.number(),
  pump_motor_kw: z.number(),
  facility_pump_motor_kw: z.number(),
  facility_pump_head_kpa: z.number(),
  technology_volume_l: z.number(),
  facility_volume_l: z.number(),
  technology_expansion_l: z.number(),
  facility_expansion_l: z.number(),
  technology_relief_bar: z.number(),
  facility_relief_bar: z.number(),
  air_unit_kw: z.number(),
  air_units_count: z.int(),
  fan_kw: z.number(),
  dry_capacity_kw: z
    .number()
    .describe('Heat to liquid that is carried at the design dry bulb without water on the pads'),
  dry_full_up_to_c: z.number().describe('Outdoor temperature up to which all heat is carried without water'),
  dry_supply_c: z.number().describe('Technology supply that goes with it, degC'),
  relief_sizing: ReliefSizing,
  lost_signal: LostSignal,
  lines: z.array(PipeLine).readonly(),
  equipment: z.array(CoolingEquipment).readonly(),
  valves: z.array(CoolingValve).readonly(),
  instruments: z.array(Instrument).readonly(),
  interlocks: z.array(CoolingInterlock).readonly(),
  signals: z.array(CoolingSignal).readonly(),
  codes: z.array(DesignCode).readonly(),
  air_openings: z.array(AirOpening).readonly(),
  indoor_frost: IndoorFrost.nullable().describe('null where nothing indoors freezes without heat'),
  flushing: Flushing,
  drain_fall: z.int().describe('Least fall of what drains without pressure: 1 in so many'),
  site_heat_kw: z.number(),
  site_glycol_l: z.number().describe('Glycol concentrate of all containers, both loops'),
  site_coolant_l: z.number().describe('Mixed coolant of all containers, both loops'),
  site_water_m3_per_h: z.number().describe('Make-up water of the pads at design: evaporated and bled'),
  site_evaporation_m3_per_h: z.number().describe('What of it evaporates'),
})
export type Cooling = z.infer<typeof Cooling>
