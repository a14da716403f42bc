export { resolveModules, type SizeLimits } from './resolution/resolve-modules.ts'
