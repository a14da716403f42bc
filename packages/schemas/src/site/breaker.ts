import * as z from 'zod'

import { Scope } from './site-module.ts'

/** A set of current transformers, one in each phase. */
export const CurrentTransformer = z.strictObject({
  ratio: z.string().describe('Primary to secondary current, e.g. 600:5'),
  accuracy: z.string().describe('Accuracy of IEEE C57.13: C200 for relays, 0.15S B0.5 for meters'),
})
export type CurrentTransformer = z.infer<typeof CurrentTransformer>

/** What functions of a breaker's relays open beside its own breaker. */
export const Trip = z.strictObject({
  functions: z.array(z.string()).readonly().describe('C37.2 numbers, e.g. 86BF'),
  opens: z.array(z.string()).readonly().describe('Tags of the breakers that they open'),
})
export type Trip = z.infer<typeof Trip>

/** How the overcurrent protection of a breaker is graded over what is behind it. */
export const Grading = z.strictObject({
  delay_s: z.number().describe('Operating time of 51 at the greatest fault current, s'),
  over: z.string().nullable().describe('Breaker behind it whose setting is nearest below its own'),
  ratio: z.number().nullable().describe('Its setting over that of this breaker, at its own voltage'),
  by_time: z
    .array(z.string())
    .readonly()
    .describe('Breakers behind it that are set as high or higher: graded by the operating time alone'),
})
export type Grading = z.infer<typeof Grading>

/** What measures an earth fault at a medium-voltage breaker, and its setting. */
export const EarthFault = z.strictObject({
  function: z
    .enum(['51G', '51N'])
    .describe('51G measures with a core of its own or in a neutral, 51N the sum of the phase cores'),
  pickup_a: z.number().describe('Primary current, A'),
  delay_s: z.number().describe('Operating time above the pick-up, s'),
  core_balance_ct: CurrentTransformer.nullable().describe(
    'Window-type core around all phases of its cable; null where phase cores or a neutral are measured',
  ),
})
export type EarthFault = z.infer<typeof EarthFault>

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
  ct_ratio: z
    .string()
    .nullable()
    .describe('Current transformers beside it; null where the sensors of its trip unit measure alone'),
  ct_accuracy: z
    .string()
    .nullable()
    .describe(
      'Class of IEEE C57.13: relay core of a medium-voltage breaker (C200), core of a meter at 480 V (0.3 B0.2)',
    ),
  neutral_sensor: z
    .boolean()
    .describe('Whether the ground element of its trip unit measures the neutral too: a four-wire circuit'),
  earth_fault: EarthFault.nullable().describe(
    'Of a medium-voltage breaker; trip units have their own ground element',
  ),
  relay_from_a: z
    .number()
    .nullable()
    .describe(
      'Secondary current that its relay can be set to at least, A of an input of 5 A; null without current transformers',
    ),
  vt_ratio: z.string().nullable().describe('Voltage transformers on its own side, away from the bus'),
  trips: z
    .array(Trip)
    .readonly()
    .describe('What its relays open beside it, by function, e.g. 86 of 52-T1 opens 52-M1'),
  emergency_lock_out: z
    .string()
    .nullable()
    .describe('Lock-out relay of emergency power off that keeps it from closing, 86E; null without one'),
  relay: z
    .enum(['station relay', 'cubicle relay', 'trip unit', 'BY OTHERS'])
    .describe(
      'What trips it: a station relay is a device of the manifest, a cubicle relay comes with the breaker and is none',
    ),
  grading: Grading.nullable().describe('Of a medium-voltage breaker; trip units are set by the study'),
  relay_tag: z.string().nullable().describe('Device of the manifest that is its protection relay'),
  meter_tag: z.string().nullable().describe('Device of the manifest that meters its circuit'),
  scope: Scope,
})
export type Breaker = z.infer<typeof Breaker>

/** A condition that keeps switching devices from being closed, or moved, together. */
export const Interlock = z.strictObject({
  tag: z.string().describe('K1, E1 ...: the letter is that of its kind, numbered in the block'),
  kind: z
    .enum(['key', 'electrical', 'emergency'])
    .describe('Trapped key, contacts in the closing circuits, or shunt trips of emergency power off'),
  devices: z.array(z.string()).readonly().describe('Tags of the breakers and isolators'),
  sheds_load: z
    .boolean()
    .describe('Whether it needs the load shed of the compute containers, over the control cable of each'),
  rule: z.string().describe('What it allows, in one sentence'),
  scope: Scope,
})
export type Interlock = z.infer<typeof Interlock>
