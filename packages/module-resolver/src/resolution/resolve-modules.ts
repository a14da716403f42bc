import {
  EdpError,
  GPUS_PER_COMPUTE_CONTAINER,
  type ConfiguratorPayload,
  type ModuleResolution,
} from '@edp/schemas'

import { EMS_TARGETS, SOURCING_TIERS } from './policy-tables.ts'
import { PROFILES } from './profile-table.ts'

/** Largest site that is engineered; larger ones are projects of several sites. */
export interface SizeLimits {
  /** Compute containers, 2,000 when not given. */
  readonly compute_containers_max?: number
  /** Battery energy in MWh, 8,000 when not given: about 2,000 units of the size of the catalogue's smallest. */
  readonly bess_capacity_mwh_max?: number
}

/**
 * Resolves a payload into profile, number of compute containers, sourcing tier and EMS target.
 *
 * @throws {EdpError} `invalid_payload` for the combination that cannot be procured, `size_limit` naming the limit for a
 * site above it.
 * @example resolveModules(payload).compute_container_count // 57 GPUs: 2
 */
export function resolveModules(payload: ConfiguratorPayload, limits: SizeLimits = {}): ModuleResolution {
  const profile = PROFILES[payload.deployment_context][payload.bess_coupling]
  if (profile === null) {
    const message = 'defense_forward + dc_integrated_pcs is not procurable (CATL exclusion)'
    throw new EdpError('invalid_payload', message, [
      { path: ['bess_coupling'], type: 'not_procurable', message, input: payload.bess_coupling },
    ])
  }
  const containers = Math.ceil(payload.target_gpu_count / GPUS_PER_COMPUTE_CONTAINER)
  checkSize(payload, containers, limits)
  return {
    deployment_id: payload.deployment_id,
    deployment_profile: profile,
    compute_container_count: containers,
    grid_container_present: payload.bess_coupling !== 'none',
    bess_coupling: payload.bess_coupling,
    bess_capacity_mwh: payload.bess_capacity_mwh,
    sourcing_tier: SOURCING_TIERS[payload.deployment_context],
    ems_target: EMS_TARGETS[payload.aws_partition],
    gpu_variant: payload.gpu_variant,
    gpu_count: containers * GPUS_PER_COMPUTE_CONTAINER,
    climate_zone: payload.climate_zone,
  }
}

function checkSize(payload: ConfiguratorPayload, containers: number, limits: SizeLimits): void {
  const containersMax = limits.compute_containers_max ?? 2000
  const energyMax = limits.bess_capacity_mwh_max ?? 8000
  const problems = []
  if (containers > containersMax)
    problems.push({
      path: ['target_gpu_count'],
      type: 'size_limit',
      message: `needs ${containers} compute containers, the limit compute_containers_max is ${containersMax}`,
      input: payload.target_gpu_count,
    })
  if (payload.bess_capacity_mwh > energyMax)
    problems.push({
      path: ['bess_capacity_mwh'],
      type: 'size_limit',
      message: `${payload.bess_capacity_mwh} MWh of battery, the limit bess_capacity_mwh_max is ${energyMax}`,
      input: payload.bess_capacity_mwh,
    })
  if (problems.length > 0) throw new EdpError('size_limit', 'site above the size limit', problems)
}
