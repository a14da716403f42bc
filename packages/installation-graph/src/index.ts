export { buildInstallationGraph } from './build-installation-graph.ts'
export { type InstallationSite } from './installation-site.ts'
