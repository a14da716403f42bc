import * as z from 'zod'

import { BessBranch } from './bess.ts'
import { Breaker, Interlock } from './breaker.ts'
import { EmergencyOff } from './emergency-off.ts'
import { IslandProtection } from './island.ts'
import { Bus, EarthingTransformer, EnergySupply, Feeder, Transformer } from './switchgear.ts'

/** Electrical design of one block. */
export const BlockElectrical = z.strictObject({
  block_id: z.string(),
  demand_kw: z.number(),
  demand_kva: z.number(),
  supplies: z.array(EnergySupply).readonly(),
  mv_bus: Bus.nullable(),
  earthing_transformer: EarthingTransformer.nullable(),
  transformers: z.array(Transformer).readonly(),
  lv_buses: z.array(Bus).readonly(),
  bus_ties: z.array(Breaker).readonly(),
  feeders: z.array(Feeder).readonly(),
  bess_branches: z.array(BessBranch).readonly(),
  island: IslandProtection.nullable().describe('null without a battery'),
  interlocks: z.array(Interlock).readonly(),
  emergency_off: EmergencyOff.nullable().describe('null where the switchgear is BY OTHERS'),
  earthing: z.string(),
})
export type BlockElectrical = z.infer<typeof BlockElectrical>

/** Electrical design of the site. */
export const Electrical = z.strictObject({
  frequency_hz: z.number(),
  mv_voltage_v: z.number(),
  lv_voltage_v: z.number(),
  it_voltage_v: z.number(),
  earthing_system: z.string(),
  utility_short_circuit_mva: z.number(),
  voltage_drop_limit_pct: z.number(),
  ambient_c: z.number(),
  operation: z.array(z.string()).readonly().describe('How the design is meant to be operated'),
  blocks: z.array(BlockElectrical).readonly(),
})
export type Electrical = z.infer<typeof Electrical>
