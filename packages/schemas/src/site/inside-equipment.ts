import * as z from 'zod'

import { CurrentTransformer } from './breaker.ts'

/** A device that an incoming cable of a board ends on. */
const InsideIncomer = z.strictObject({
  port: z.string().describe('Port id, e.g. MDP.IN-A'),
  rated_a: z.number().describe('Rating, A'),
  poles: z.int(),
  interrupting_ka: z.number().describe('Interrupting rating, kA'),
  meter_tag: z.string().nullable().describe('Device of the manifest that meters it'),
  meter_ct: CurrentTransformer.nullable().describe('Current transformers of that meter, null without one'),
})

/** An undervoltage release (27) of a way and the cooling relay whose contact holds it. */
const UndervoltageRelease = z.strictObject({
  port: z.string().describe('Port id of its terminals, e.g. MDP.UVR'),
  opens: z.string().describe('Port id of the way whose breaker it opens'),
  held_by: z.string().describe('Relay of the cooling, as on the P&ID'),
})

/** Transfer between the incomers of a board, with its remote input: a dry contact outside that blocks it. */
const Transfer = z.strictObject({
  port: z.string().describe('Port id of the remote input, e.g. MDP.C'),
  connection_id: z.string().describe('Cable that brings the contact'),
  blocked_by: z
    .array(z.string())
    .readonly()
    .describe('Interlocks of the blocks that block it and shed load; empty where the input is spare'),
})
export type Transfer = z.infer<typeof Transfer>

/** What emergency power off opens, and the cable that it does it over. */
const EmergencyRelease = z.strictObject({
  port: z.string().describe('Port id of its terminals, e.g. MDP.EPO'),
  opens: z.array(z.string()).readonly().describe('Port ids or designations of breakers'),
  connection_id: z.string().describe('Cable from the emergency power off to it'),
  lock_out: z
    .string()
    .nullable()
    .describe(
      'Relay that blocks their closing and transfer until it is reset by hand; null where they close by hand alone',
    ),
})

/** Grounding electrode conductor of a neutral. */
export const ElectrodeConductor = z.strictObject({
  connection_id: z.string().describe('Row of the cable schedule'),
  size_awg: z.string().describe('AWG or kcmil size, copper'),
})

/** Output of a UPS or of a panel with a transformer inside: main breaker of the board behind, and the breaker of a UPS's own battery. */
const EquipmentOutput = z.strictObject({
  breaker: z.string().describe('Designation, e.g. ups-01.Q1, LP.Q1'),
  rated_a: z.number().describe('Rating of the breaker, A'),
  poles: z.int(),
  interrupting_ka: z.number().describe('Interrupting rating of the breaker, kA'),
  bus_a: z.number().describe('Rating of the bus behind it, A'),
  battery_breaker: z
    .string()
    .nullable()
    .describe('Designation, e.g. ups-01.QB; null where it has no battery'),
})

/** A way of direct current of switchgear: what hangs on it, and what coils take from it. */
const DirectCurrentWay = z.strictObject({
  port: z.string().describe('Port id that it starts at, e.g. CHG.MVSG-S'),
  serves: z.string().describe('What it feeds, e.g. trip and close'),
  devices: z.array(z.string()).readonly().describe('Breakers or relays that it is for'),
  continuous_a: z.number().describe('Current that flows all the time, A'),
  momentary_a: z.number().describe('Current of coils that act together, A; 0 without one'),
  together: z.string().describe('What makes them act together; empty without one'),
  coil_v: z
    .number()
    .nullable()
    .describe('Voltage that is left for these coils at the end of discharge, V; null without one'),
  lost: z.string().describe('How its loss is told'),
})
export type DirectCurrentWay = z.infer<typeof DirectCurrentWay>

/** Battery that trips and closes breakers, with its charger and the fused isolator between battery and bus. */
const StationBattery = z.strictObject({
  voltage_v: z.number().describe('Nominal voltage, V'),
  continuous_a: z.number().describe('Current that flows all the time, the sum of the ways behind it, A'),
  momentary_a: z.number().describe('Greatest current of coils that act together, A; 0 where none is known'),
  autonomy_h: z.number().describe('How long the battery carries it, h'),
  recharge_h: z.number().describe('How long the charger takes to recharge it, h'),
  capacity_ah: z.number().describe('Capacity that is ordered, Ah'),
  charger_a: z.number().describe('Rating of the charger, A'),
  isolator_a: z.number().describe('Rating of the fused isolator, A'),
  ways: z.array(DirectCurrentWay).readonly().describe('Ways behind it as the design loads them'),
})
export type StationBattery = z.infer<typeof StationBattery>

/** A board, transformer, UPS, transfer switch or charger inside the modules of a kind, rated for the most severe of them. */
export const InsideEquipment = z.strictObject({
  device: z.string().describe('Designation inside the module, e.g. MDP, TX1'),
  kind: z.enum(['board', 'transformer', 'ups', 'transfer_switch', 'charger']),
  rating: z.string().describe('What is ordered, as in the bill of materials'),
  vector_group: z.string().nullable().describe('Of a transformer, e.g. Dyn1; null for others'),
  short_circuit_ka: z
    .number()
    .nullable()
    .describe('Greatest prospective current at its outgoing terminals, kA; null where none is known'),
  withstand_ka: z.number().nullable().describe('Short-circuit rating that is ordered, kA; null without one'),
  neutral_earthing: z
    .string()
    .describe('Where the neutral of what it feeds is earthed; empty where it derives none'),
  output: EquipmentOutput.nullable().describe('null where no main of its own stands behind it'),
  transformer: z
    .string()
    .nullable()
    .describe('Designation of the transformer of a panel with one inside; null for any other'),
  station_battery: StationBattery.nullable().describe('Behind a charger; null for others'),
  electrode: ElectrodeConductor.nullable().describe('null where it derives no earthed neutral'),
  surge_protection: z.string().describe('Surge protective device on its bus; empty without one'),
  incomers: z.array(InsideIncomer).readonly(),
  transfer: Transfer.nullable().describe('null where it has no remote input'),
  emergency_off: z
    .array(EmergencyRelease)
    .readonly()
    .describe('Releases that emergency power off acts on; empty where it acts on none'),
  undervoltage_release: UndervoltageRelease.nullable().describe('null without one'),
})
export type InsideEquipment = z.infer<typeof InsideEquipment>
