import * as z from 'zod'

import { BessCoupling, ClimateZone, DeploymentProfile, EmsTarget, GpuVariant, SourcingTier } from './enums.ts'

/** GPUs in one compute container: 7 nodes of 8 GPUs, for both node types (seed). */
export const GPUS_PER_COMPUTE_CONTAINER = 56

/** What the payload resolves to: the profile, the number of containers and the policies that follow from it. */
export const ModuleResolution = z
  .object({
    deployment_id: z.guid().describe('Identifies the deployment'),
    deployment_profile: DeploymentProfile.describe('Row of the profile table'),
    compute_container_count: z.int().min(1).describe('Compute containers, whole'),
    grid_container_present: z.boolean().describe('Whether the site has grid containers'),
    bess_coupling: BessCoupling.describe('How the battery is coupled'),
    bess_capacity_mwh: z.number().min(0).describe('Energy of the battery, MWh'),
    sourcing_tier: SourcingTier.describe('Procurement regime'),
    ems_target: EmsTarget.describe('Where the EMS sends its data'),
    gpu_variant: GpuVariant.describe('Node type of the compute containers'),
    gpu_count: z.int().min(1).describe('GPUs installed: containers times 56'),
    climate_zone: ClimateZone.describe('Climate class of the site'),
  })
  .readonly()
export type ModuleResolution = z.infer<typeof ModuleResolution>
