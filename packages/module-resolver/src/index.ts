export { resolveModules, type SizeLimits } from './resolution/resolve-modules.ts'
export { engineerSite, type SiteInput } from './site/engineer-site.ts'
