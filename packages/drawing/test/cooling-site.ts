import { readFileSync } from 'node:fs'

import type { ClimateZone, Connection, Cooling, Finding, SiteModel, SiteModule, Typical } from '@edp/schemas'

/** Parts of an engineered site, written by the module resolver with the example catalogue. */
interface Fixture {
  readonly parts: {
    readonly payload: SiteModel['payload']
    readonly resolution: SiteModel['resolution']
    readonly compute: SiteModule
    readonly cooler: SiteModule
    readonly drain: SiteModule
    readonly hoses: readonly Connection[]
    readonly typical: Typical
    readonly findings: readonly Finding[]
  }
  readonly cooling: Record<ClimateZone, Cooling>
}

const FIXTURE = JSON.parse(
  readFileSync(new URL('./fixtures/cooling-sites.json', import.meta.url), 'utf8'),
) as Fixture

/** What the cooling diagram reads of a site with a number of containers in a climate zone. */
export function coolingSite(containers: number, zone: ClimateZone = 'temperate'): SiteModel {
  const { parts, cooling } = FIXTURE
  const digits = Math.max(2, String(containers).length)
  const modules: SiteModule[] = [parts.drain]
  const connections: Connection[] = []
  for (let ordinal = 1; ordinal <= containers; ordinal += 1) {
    const number = String(ordinal).padStart(digits, '0')
    const renamed = <T>(value: T): T =>
      JSON.parse(
        JSON.stringify(value)
          .replaceAll('C01', `C${number}`)
          .replaceAll('D01', `D${number}`)
          .replaceAll('"compute_container_1"', `"compute_container_${ordinal}"`)
          .replaceAll('"heat_rejection_unit_1"', `"heat_rejection_unit_${ordinal}"`)
          .replaceAll(/-([123])01(\d\d)-/g, `-$1${number}$2-`),
      ) as T
    modules.push(renamed(parts.compute), renamed(parts.cooler))
    connections.push(...parts.hoses.map((hose) => renamed(hose)))
  }
  return {
    design_revision: '00000000',
    payload: parts.payload,
    resolution: { ...parts.resolution, compute_container_count: containers, climate_zone: zone },
    modules,
    typicals: [parts.typical],
    connections,
    cooling: cooling[zone],
    findings: parts.findings,
  } as unknown as SiteModel
}
