import {
  AwsPartition,
  ClimateZone,
  DeploymentProfile,
  EnergySource,
  GpuVariant,
  GridConnection,
  PrimaryWorkload,
  type ConfiguratorPayload,
} from '@edp/schemas'
import fc from 'fast-check'

import { examplePayload } from './example-payload.ts'

/** Random valid payloads of all profiles, up to a number of compute containers; shrinks towards small commercial sites. */
export function anyPayload(containers_max: number): fc.Arbitrary<ConfiguratorPayload> {
  return fc
    .record({
      profile: fc.constantFrom(...DeploymentProfile.options),
      target_gpu_count: fc.integer({ min: 1, max: containers_max * 56 }),
      gpu_variant: fc.constantFrom(...GpuVariant.options),
      climate_zone: fc.constantFrom(...ClimateZone.options),
      energy_source: fc.constantFrom(...EnergySource.options),
      grid_connection: fc.constantFrom(...GridConnection.options),
      primary_workload: fc.constantFrom(...PrimaryWorkload.options),
      aws_partition: fc.constantFrom(...AwsPartition.options),
      source_capacity_mw: fc.double({ min: 0.01, max: 1000, noNaN: true }),
      mwh: fc.double({ min: 0.001, max: 400, noNaN: true }),
    })
    .map(({ profile, mwh, aws_partition, ...changes }): ConfiguratorPayload => {
      const example = examplePayload(profile)
      return {
        ...example,
        ...changes,
        // The rules over several fields hold: no energy without a battery, no standard partition for governments.
        bess_capacity_mwh: example.bess_coupling === 'none' ? 0 : mwh,
        aws_partition:
          example.deployment_context === 'commercial' || aws_partition !== 'standard'
            ? aws_partition
            : 'govcloud',
      }
    })
}
