import * as z from 'zod'

import { Breaker } from './breaker.ts'
import { TransformerContact } from './transformer-contact.ts'

/** Protection of the direct-current circuits between a battery and its converter. */
export const DirectCurrent = z.strictObject({
  min_v: z.number(),
  max_v: z.number(),
  current_a: z.number().describe('At lowest voltage'),
  circuits_count: z.int().min(1).describe('Parallel circuits, one for each group of racks'),
  rated_v: z.number().describe('Rated voltage of fuses and breaker'),
  fuse_a: z.number().describe('Fuse of each pole of a circuit, the same at both ends'),
  battery_device: z.string().describe('At the battery end of each circuit: 89-DC'),
  converter_device: z.string().describe('At the converter end of each circuit: 89-DCP'),
  breaker: z.string().describe('Between the circuits and the converter: 72-DC'),
  breaker_trip_a: z.number(),
  monitor: z.string().describe('Insulation monitor of the ungrounded circuit, with the converter: 64D'),
  short_circuit_ka: z.number().describe('Expected from the battery; its maker confirms it'),
  interrupting_ka: z.number().describe('Required of fuses and breaker at the highest voltage'),
})
export type DirectCurrent = z.infer<typeof DirectCurrent>

/** Inputs of relays that measure a voltage without voltage transformers. */
export const VoltageInputs = z.strictObject({
  functions: z.array(z.string()).readonly().describe('C37.2 numbers that measure over them'),
  rated_v: z.number().describe('Between phases, and to earth: the system is not earthed'),
  range_v: z.number().describe('They measure up to it'),
})
export type VoltageInputs = z.infer<typeof VoltageInputs>

/** Ring main unit of a battery skid: two switches of the chain and the breaker of its transformer. */
export const RingMainUnit = z.strictObject({
  tag: z.string().describe('RMU-K01'),
  rating_a: z.number(),
  short_circuit_ka: z.number().describe('Short-time withstand and making, kA'),
  incoming_tag: z.string().describe('Switch towards the bus, 89-K01A'),
  outgoing_tag: z.string().describe('Switch to the next skid, 89-K01B; spare on the last one'),
  breaker: Breaker.describe('Of the transformer, 52-K01H'),
})
export type RingMainUnit = z.infer<typeof RingMainUnit>

/** One battery unit with its conversion equipment. */
export const BessBranchUnit = z.strictObject({
  module_id: z.string(),
  designation: z.string(),
  skid_module_id: z.string(),
  skid_designation: z.string(),
  energy_mwh: z.number(),
  power_kw: z.number(),
  pcs_tag: z.string().nullable().describe('PCS on the skid; null where it is inside the battery enclosure'),
  pcs_kva: z.number(),
  pcs_location: z.enum(['skid', 'battery enclosure']),
  dc: DirectCurrent.nullable().describe('null where the converter is inside the battery enclosure'),
  ac_voltage_v: z.number(),
  ac_current_a: z.number().describe('At the power of the battery'),
  ac_rated_a: z.number().describe('At the rating of the converter: what breaker and cable carry'),
  ac_breaker: Breaker,
  voltage_inputs: VoltageInputs.describe("Of the breaker's relays"),
  ring_main: RingMainUnit,
  transformer_kva: z.number(),
  transformer_impedance_pct: z.number(),
  transformer_vector_group: z.string(),
  transformer_contacts: z
    .array(TransformerContact)
    .readonly()
    .describe('Those that trip open the breaker of the ring main unit'),
  power_connection_ids: z.array(z.string()).readonly().describe('Battery to skid'),
})
export type BessBranchUnit = z.infer<typeof BessBranchUnit>

/** A medium-voltage collector with its battery units. */
export const BessBranch = z.strictObject({
  tag: z.string().describe('52-B1'),
  breaker: Breaker,
  current_a: z.number(),
  collector_connection_ids: z.array(z.string()).readonly().describe('Bus to first skid, skid to skid'),
  units: z.array(BessBranchUnit).readonly(),
})
export type BessBranch = z.infer<typeof BessBranch>

/** The battery of the site; null in the site model where there is none. */
export const Bess = z.strictObject({
  unit_id: z.string(),
  manufacturer: z.string(),
  model: z.string(),
  output: z.enum(['ac', 'dc']),
  unit_energy_mwh: z.number(),
  unit_power_kw: z.number(),
  units_count: z.int().min(1),
  required_mwh: z.number(),
  installed_mwh: z.number(),
  power_kw: z.number(),
  duration_h: z.number().describe('Usable energy over the site demand'),
  charge_power_kw: z.number().describe('Power left for charging at site demand'),
  charge_h: z.number().nullable().describe('null when nothing is left for charging'),
  source: z.string(),
})
export type Bess = z.infer<typeof Bess>
