import type { AssemblySpec, ConfiguratorPayload, SiteModel } from '@edp/schemas'

import { resolveModules } from '../src/resolution/resolve-modules.ts'
import { engineerSite } from '../src/site/engineer-site.ts'
import { computeSpec } from './compute-fixture.ts'
import { gridSpec } from './grid-fixture.ts'
import { examplePayload } from './payload-fixture.ts'

const COMPUTE = computeSpec()
const GRID = gridSpec()

/** The engineered site of an example payload with changes, from the fixture specifications. */
export function exampleSite(
  changes: Partial<ConfiguratorPayload> = {},
  specs: { readonly compute?: AssemblySpec; readonly grid?: AssemblySpec } = {},
): SiteModel {
  const payload = examplePayload(changes)
  return engineerSite({
    payload,
    resolution: resolveModules(payload),
    plate_ids: ['CG', 'CD', 'EX-G', 'EX-C'],
    compute: specs.compute ?? COMPUTE,
    grid: payload.bess_coupling === 'none' ? null : (specs.grid ?? GRID),
  })
}

/** Payload changes for a battery of an energy. */
export function withBattery(
  bess_capacity_mwh: number,
  bess_coupling: ConfiguratorPayload['bess_coupling'] = 'ac_coupled',
): Partial<ConfiguratorPayload> {
  return { bess_coupling, bess_capacity_mwh }
}
