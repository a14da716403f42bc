import type { AwsPartition, DeploymentContext, EmsTarget, SourcingTier } from '@edp/schemas'

/** Procurement regime of each deployment context, one to one (seed). */
export const SOURCING_TIERS = {
  commercial: 'commercial',
  sovereign_government: 'federal_civilian',
  defense_forward: 'dod_eligible',
} as const satisfies Record<DeploymentContext, SourcingTier>

/** Target of the EMS of each AWS partition, one to one (seed). */
export const EMS_TARGETS = {
  standard: 'aws_standard',
  govcloud: 'aws_govcloud',
  none: 'air_gapped',
} as const satisfies Record<AwsPartition, EmsTarget>
