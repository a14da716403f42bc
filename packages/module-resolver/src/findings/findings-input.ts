import type { AssemblySpec, BessUnitType, SiteModel } from '@edp/schemas'

/** The designed site as far as the checks look at it. */
export interface FindingsInput extends Pick<
  SiteModel,
  | 'payload'
  | 'plate_ids'
  | 'resolution'
  | 'loads'
  | 'electrical'
  | 'bess'
  | 'blocks'
  | 'modules'
  | 'connections'
  | 'typicals'
  | 'items'
  | 'layout'
  | 'network'
  | 'cooling'
> {
  readonly compute: AssemblySpec
  readonly grid: AssemblySpec | null
  readonly bess_type: BessUnitType | null
}
