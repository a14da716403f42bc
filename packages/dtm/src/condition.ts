import type { SiteModel, When } from '@edp/schemas'

/** Whether a condition of the catalogue holds for a site: all keys must hold, a list means any of its values. */
export function conditionHolds(
  when: When | undefined,
  site: Pick<SiteModel, 'payload' | 'resolution'>,
): boolean {
  const { payload, resolution } = site
  const facts = {
    gpu_variant: resolution.gpu_variant,
    climate_zone: resolution.climate_zone,
    sourcing_tier: resolution.sourcing_tier,
    bess_coupling: resolution.bess_coupling,
    deployment_profile: resolution.deployment_profile,
    grid_connection: payload.grid_connection,
    energy_source: payload.energy_source,
  } satisfies Record<keyof When, string>
  return Object.entries(when ?? {}).every(([key, wanted]) => {
    const fact: string = facts[key as keyof When]
    return Array.isArray(wanted) ? (wanted as string[]).includes(fact) : wanted === fact
  })
}
