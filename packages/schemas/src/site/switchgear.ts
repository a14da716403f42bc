import * as z from 'zod'

import { Breaker, CurrentTransformer } from './breaker.ts'
import { ElectrodeConductor } from './inside-equipment.ts'
import { Scope } from './site-module.ts'
import { TransformerContact } from './transformer-contact.ts'

/** A busbar. */
export const Bus = z.strictObject({
  tag: z.string(),
  voltage_v: z.number(),
  rating_a: z.number(),
  short_circuit_ka: z.number(),
  greatest_ka: z
    .number()
    .nullable()
    .describe(
      'Greatest prospective current, kA: infinite bus, least impedance of its transformer, all motors; null where short_circuit_ka is the greatest',
    ),
  withstand_ka: z.number(),
  vt_ratio: z
    .string()
    .nullable()
    .describe('Voltage transformers of the bus: the second voltage of a synchronism check (25)'),
  surge_protection: z.string().nullable().describe('Surge protective device on it, null without one'),
  module_id: z.string().describe('Module that holds it'),
  scope: Scope,
})
export type Bus = z.infer<typeof Bus>

/** A set of surge arresters, one in each phase. */
export const Arrester = z.strictObject({
  rated_kv: z.number().describe('Duty-cycle rating, kV (IEEE C62.11)'),
  mcov_kv: z.number().describe('Greatest continuous operating voltage to earth, kV'),
})
export type Arrester = z.infer<typeof Arrester>

/** A meter of a supply. */
export const Meter = z.strictObject({
  kind: z.enum(['revenue', 'power quality']),
  accuracy: z.string().describe('Class of IEC 62053, e.g. 0.2S'),
  reader: z.string().nullable().describe('Whose controller reads it besides'),
})
export type Meter = z.infer<typeof Meter>

/** A source of energy, as a rule by others. */
export const EnergySupply = z.strictObject({
  tag: z.string().describe('e.g. U01'),
  module_id: z.string(),
  kind: z.enum(['utility', 'generator', 'solar', 'nuclear']),
  description: z.string(),
  voltage_v: z.number(),
  rated_kva: z.number().describe('Most that flows from it to the bus, kVA'),
  export_kva: z.number().describe('Most that flows from the bus to it, kVA; 0 where it takes nothing'),
  design_current_a: z.number().describe('Current of the larger of both: breaker, CT and cable follow it'),
  machine: z
    .strictObject({
      rating_kva: z.number().describe('Of the plant, the share of the block, kVA'),
      reactance_pu: z.number().describe('Subtransient reactance on that rating'),
    })
    .nullable()
    .describe('Rotating source behind it, from which its short-circuit power follows'),
  short_circuit_mva: z.number(),
  normally: z.enum(['closed', 'open']).describe('Normal state of its breaker'),
  breaker: Breaker,
  isolator_tag: z.string(),
  isolator_a: z.number().describe('Continuous current of the isolator, as of its breaker'),
  isolator_ka: z.number().describe('Short-time withstand of the isolator'),
  meter: Meter.describe('Of the incomer; a device of the manifest where its breaker names one'),
  metering_ct: CurrentTransformer.describe('Core of the meter, apart from that of the relay'),
  arrester: Arrester,
  by_others: z.array(z.string()).readonly().describe('What its protection needs from others'),
  connection_id: z.string().nullable(),
  required_cable: z
    .string()
    .nullable()
    .describe("What the customer's cable must be at least; null where it is ours to size"),
})
export type EnergySupply = z.infer<typeof EnergySupply>

/** A transformer between the medium-voltage bus and a low-voltage bus. */
export const Transformer = z.strictObject({
  tag: z.string().describe('T01'),
  module_id: z.string(),
  rating_kva: z.number(),
  primary_v: z.number(),
  secondary_v: z.number(),
  impedance_pct: z.number(),
  vector_group: z.string(),
  cooling: z.string(),
  primary_a: z.number(),
  secondary_a: z.number(),
  loading_pct: z.number(),
  short_circuit_ka: z
    .number()
    .describe('At its secondary terminals, kA: sources of the design, nominal impedance, no motors'),
  primary_breaker: Breaker,
  secondary_breaker: Breaker,
  contacts: z.array(TransformerContact).readonly().describe('Those that trip act through 86 of its breaker'),
  winding_sensor: z
    .strictObject({
      signal: z.string(),
      read_by: z.string().describe('Device that reads it, xfm-01 for the first of a block'),
    })
    .nullable()
    .describe('Transmitter of the temperature of its winding; null where nothing reads it'),
  bonding_jumper_awg: z
    .string()
    .nullable()
    .describe('System bonding jumper from its neutral to earth, copper; null where its cable is not known'),
  electrode: ElectrodeConductor.extend({
    connection_id: z
      .string()
      .nullable()
      .describe('Row of the cable schedule; null at a transformer of the customer, whose conductor it is'),
  })
    .nullable()
    .describe('Grounding electrode conductor from its neutral to earth; null where its cable is not known'),
  bus_tag: z.string().describe('Low-voltage bus that it feeds'),
  primary_connection_id: z.string().nullable(),
  secondary_connection_id: z.string().nullable(),
  required_cables: z
    .strictObject({ primary: z.string(), secondary: z.string() })
    .nullable()
    .describe("What the customer's cables must be at least; null where they are ours"),
})
export type Transformer = z.infer<typeof Transformer>

/** Resistor between the neutral of an earthing transformer and earth. */
export const NeutralResistor = z.strictObject({
  tag: z.string().describe('NGR1'),
  resistance_ohm: z.number(),
  voltage_v: z.number().describe('Across it in an earth fault, V'),
  current_a: z.number(),
  duration_s: z.number().describe('For how long it carries the current, s'),
})
export type NeutralResistor = z.infer<typeof NeutralResistor>

/** Earth source of a medium-voltage bus that no other source earths. */
export const EarthingTransformer = z.strictObject({
  tag: z.string().describe('ET1'),
  module_id: z.string().describe('Module that holds it'),
  connection: z.literal('zig-zag'),
  voltage_v: z.number(),
  neutral_a: z.number().describe('Neutral current that it is rated for, A'),
  duration_s: z.number().describe('For how long, s'),
  reactance_ohm: z.number().describe('Greatest zero-sequence reactance of each phase, ohm'),
  resistor: NeutralResistor.describe('What limits the current'),
  short_time_kva: z.number().describe('Rating for that time, kVA'),
  continuous_kva: z.number().describe('Continuous rating of the same size, kVA'),
  neutral_ct: CurrentTransformer.describe('In its neutral, for 51G'),
  breaker: Breaker,
  scope: Scope,
})
export type EarthingTransformer = z.infer<typeof EarthingTransformer>

/** An outgoing low-voltage feeder. */
export const Feeder = z.strictObject({
  bus_tag: z.string(),
  kind: z.enum(['compute', 'auxiliary', 'network', 'bess_auxiliary', 'spare']),
  system: z.enum(['A', 'B']).nullable(),
  breaker: Breaker,
  load_module_id: z.string().nullable(),
  load_designation: z.string(),
  load_kw: z.number(),
  design_current_a: z.number(),
  connection_id: z.string().nullable(),
})
export type Feeder = z.infer<typeof Feeder>
