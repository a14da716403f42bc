import * as z from 'zod'

import { Scope } from './site-module.ts'

/** A circuit breaker or switch with its settings range. */
export const Breaker = z.strictObject({
  tag: z.string().describe('C37.2 number and suffix, e.g. 52-C01A'),
  kind: z.enum(['MV vacuum', 'ACB', 'MCCB', 'DC breaker', 'switch-fuse']),
  voltage_v: z.number(),
  frame_a: z.number(),
  trip_a: z.number(),
  interrupting_ka: z.number(),
  poles: z.int(),
  functions: z.array(z.string()).readonly().describe('C37.2 device numbers, e.g. 50/51, 27, 81O/U'),
  ct_ratio: z.string().nullable(),
  vt_ratio: z.string().nullable(),
  trips: z
    .array(z.string())
    .readonly()
    .describe('Other breakers that its relays open with it, e.g. 52-M1 for 52-T1'),
  relay_tag: z.string().nullable().describe('Device of the manifest that is its protection relay'),
  meter_tag: z.string().nullable().describe('Device of the manifest that meters its circuit'),
  scope: Scope,
})
export type Breaker = z.infer<typeof Breaker>

/** A condition that keeps switching devices from being closed, or moved, together. */
export const Interlock = z.strictObject({
  tag: z.string().describe('K1, E1 ...: the letter is that of its kind, numbered in the block'),
  kind: z.enum(['key', 'electrical']).describe('Trapped key, or contacts in the closing circuits'),
  devices: z.array(z.string()).readonly().describe('Tags of the breakers and isolators'),
  rule: z.string().describe('What it allows, in one sentence'),
  scope: Scope,
})
export type Interlock = z.infer<typeof Interlock>

/** A busbar. */
export const Bus = z.strictObject({
  tag: z.string(),
  voltage_v: z.number(),
  rating_a: z.number(),
  short_circuit_ka: z.number(),
  withstand_ka: z.number(),
  module_id: z.string().describe('Module that holds it'),
  scope: Scope,
})
export type Bus = z.infer<typeof Bus>

/** A source of energy, as a rule by others. */
export const EnergySupply = z.strictObject({
  tag: z.string().describe('e.g. U01'),
  module_id: z.string(),
  kind: z.enum(['utility', 'generator', 'solar', 'nuclear']),
  description: z.string(),
  voltage_v: z.number(),
  rated_kva: z.number(),
  short_circuit_mva: z.number(),
  normally: z.enum(['closed', 'open']).describe('Normal state of its breaker'),
  breaker: Breaker,
  isolator_tag: z.string(),
  metering: z.string(),
  connection_id: z.string().nullable(),
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
  short_circuit_ka: z.number().describe('At its secondary terminals'),
  primary_breaker: Breaker,
  secondary_breaker: Breaker,
  bus_tag: z.string().describe('Low-voltage bus that it feeds'),
  primary_connection_id: z.string().nullable(),
  secondary_connection_id: z.string().nullable(),
})
export type Transformer = z.infer<typeof Transformer>

/** An outgoing low-voltage feeder. */
export const Feeder = z.strictObject({
  bus_tag: z.string(),
  kind: z.enum(['compute', 'auxiliary', 'bess_auxiliary', 'spare']),
  system: z.enum(['A', 'B']).nullable(),
  breaker: Breaker,
  load_module_id: z.string().nullable(),
  load_designation: z.string(),
  load_kw: z.number(),
  design_current_a: z.number(),
  connection_id: z.string().nullable(),
})
export type Feeder = z.infer<typeof Feeder>
