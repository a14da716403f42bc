import * as z from 'zod'

import {
  BessCoupling,
  ClimateZone,
  DeploymentProfile,
  EnergySource,
  GpuVariant,
  GridConnection,
  SourcingTier,
} from '../enums.ts'

const oneOrMore = <T extends z.ZodType>(schema: T): z.ZodUnion<readonly [T, z.ZodArray<T>]> =>
  z.union([schema, z.array(schema)])

/** Condition on the payload and its resolution; all keys must hold, a list means any of its values. */
export const When = z
  .strictObject({
    gpu_variant: oneOrMore(GpuVariant),
    climate_zone: oneOrMore(ClimateZone),
    sourcing_tier: oneOrMore(SourcingTier),
    bess_coupling: oneOrMore(BessCoupling),
    deployment_profile: oneOrMore(DeploymentProfile),
    grid_connection: oneOrMore(GridConnection),
    energy_source: oneOrMore(EnergySource),
  })
  .partial()
export type When = z.infer<typeof When>

/** Low-voltage section of a block that an entry belongs to, from 1: it is there only where the block has so many. */
export const SectionOrdinal = z
  .int()
  .min(1)
  .describe('Low-voltage section of the block that it belongs to, from 1: only where the block has it')

/** Repeats an entry: `{var}`, `{var:02}` and `{var+10}` in its strings are replaced by the running number. */
export const Repeat = z.strictObject({
  var: z.string().regex(/^[a-z]+$/),
  from: z.int().min(0).default(1),
  count: z.int().min(1).max(4096),
  pitch_mm: z.array(z.number()).min(2).max(3).optional(),
})
export type Repeat = z.infer<typeof Repeat>
