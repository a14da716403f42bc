import type { SiteModel } from '@edp/schemas'

/** What the installation needs to know of a site; a whole SiteModel is one. */
export type InstallationSite = Pick<
  SiteModel,
  'payload' | 'design_revision' | 'blocks' | 'modules' | 'connections'
>
