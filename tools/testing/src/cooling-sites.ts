import type { ClimateZone, Connection, SiteModel, SiteModule } from '@edp/schemas'

import { engineerExample } from './engineer-example.ts'
import { examplePayload } from './example-payload.ts'

const ZONES = ['subarctic', 'temperate', 'arid_hot', 'tropical'] as const satisfies readonly ClimateZone[]

/** Two containers beside a battery, in a climate zone. */
function siteIn(climate_zone: ClimateZone): SiteModel {
  return engineerExample({
    ...examplePayload('commercial_ac'),
    target_gpu_count: 112,
    source_capacity_mw: 1.6,
    climate_zone,
  })
}

/**
 * What the tests of the cooling diagram draw: the parts of an engineered site that belong to its first container, and the cooling
 * of every climate zone. `@edp/drawing` may not engineer a site itself, so that it reads them from a file.
 */
function coolingSites(): unknown {
  const site = siteIn('temperate')
  const moduleOf = (kind: SiteModule['kind']): SiteModule | undefined =>
    site.modules.find((module) => module.kind === kind)
  const compute = moduleOf('compute_container')
  const isOfFirst = ({ medium, from, to }: Connection): boolean =>
    (medium === 'hose' || medium === 'pipe') &&
    (from.module_id === compute?.module_id ||
      to.module_id === compute?.module_id ||
      to.module_id === moduleOf('heat_rejection_unit')?.module_id)
  const typical = site.typicals.find(({ kind }) => kind === 'compute_container')
  return {
    parts: {
      payload: site.payload,
      resolution: site.resolution,
      compute,
      cooler: moduleOf('heat_rejection_unit'),
      drain: moduleOf('site_drain'),
      hoses: site.connections.filter(isOfFirst),
      typical: { ...typical, connections: typical?.connections.filter(({ medium }) => medium === 'hose') },
      findings: site.findings.filter(({ artifacts }) => artifacts.includes('pid_cooling')),
    },
    cooling: Object.fromEntries(ZONES.map((zone) => [zone, siteIn(zone).cooling])),
  }
}

/** Where they stand in the repository. */
export const COOLING_SITES_PATH = 'packages/drawing/test/fixtures/cooling-sites.json'

/** The bytes of that file. */
export function coolingSitesText(): string {
  return `${JSON.stringify(coolingSites(), null, 2)}\n`
}
