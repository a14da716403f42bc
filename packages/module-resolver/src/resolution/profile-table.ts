import type { BessCoupling, DeploymentContext, DeploymentProfile } from '@edp/schemas'

/**
 * The seed's profile table: twelve combinations, eleven profiles. `null` is the combination that cannot be procured:
 * an integrated DC PCS is made by CATL only, and CATL is excluded from DoD procurement.
 */
export const PROFILES = {
  commercial: {
    none: 'commercial_no_bess',
    ac_coupled: 'commercial_ac',
    dc_external_pcs: 'commercial_dc_ext',
    dc_integrated_pcs: 'commercial_dc_int',
  },
  sovereign_government: {
    none: 'federal_no_bess',
    ac_coupled: 'federal_ac',
    dc_external_pcs: 'federal_dc_ext',
    dc_integrated_pcs: 'federal_dc_int',
  },
  defense_forward: {
    none: 'dod_no_bess',
    ac_coupled: 'dod_ac',
    dc_external_pcs: 'dod_dc_ext',
    dc_integrated_pcs: null,
  },
} as const satisfies Record<DeploymentContext, Record<BessCoupling, DeploymentProfile | null>>
