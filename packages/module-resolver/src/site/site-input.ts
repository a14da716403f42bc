import type { AssemblySpec, ConfiguratorPayload, ModuleResolution } from '@edp/schemas'

/** What a site is engineered from. */
export interface SiteInput {
  readonly payload: ConfiguratorPayload
  readonly resolution: ModuleResolution
  /** Interface plates of the selected hardware. */
  readonly plate_ids: readonly string[]
  /** Specification of the compute container. */
  readonly compute: AssemblySpec
  /** Specification of the grid container; `null` for the profiles without a battery. */
  readonly grid: AssemblySpec | null
}
