import type { ConfiguratorPayload, ModuleResolution, When } from '@edp/schemas'

/** What conditions of the catalogue may ask for. */
export type ConditionFacts = Required<{ [K in keyof When]: string }>

/** The facts of a site. */
export function conditionFacts(payload: ConfiguratorPayload, resolution: ModuleResolution): ConditionFacts {
  return {
    gpu_variant: resolution.gpu_variant,
    climate_zone: resolution.climate_zone,
    sourcing_tier: resolution.sourcing_tier,
    bess_coupling: resolution.bess_coupling,
    deployment_profile: resolution.deployment_profile,
    grid_connection: payload.grid_connection,
    energy_source: payload.energy_source,
  }
}

/** Whether every key of a condition holds; no condition always holds. */
export function holds(when: When | undefined, facts: ConditionFacts): boolean {
  if (when === undefined) return true
  return Object.entries(when).every(([key, value]) => {
    const fact = facts[key as keyof ConditionFacts]
    return Array.isArray(value) ? (value as string[]).includes(fact) : value === fact
  })
}
