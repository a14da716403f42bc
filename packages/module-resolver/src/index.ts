export { engineerSite } from './site/engineer-site.ts'
export { resolveModules, type SizeLimits } from './resolution/resolve-modules.ts'
export type { SiteInput } from './site/site-input.ts'
