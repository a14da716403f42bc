import { roundTo, type Connection, type Feeder, type SiteModule } from '@edp/schemas'

import { DRAIN_FALL } from '../cooling/drain-fall.ts'
import { LV_V } from '../electrical/system-voltages.ts'
import { hoseId } from './connection-id.ts'
import { connection, coolantHose, EPDM_MIN_C, outdoorInsulation } from './connection-parts.ts'
import { containerControl } from './container-control.ts'
import { headRoute } from './head-route.ts'
import { cableLength, gullyLength } from './lengths.ts'
import { fabricTrunks, otFibres } from './network-fibres.ts'
import { DUCT_BANK, lvConnection } from './power-connection.ts'
import { protectionOf } from './supply-connections.ts'
import { greatestOn, mated, modulesOf, onlyOf, type Wiring } from './wiring.ts'

/** Drain hose of a container to the site drain. Source: design choice. */
const DRAIN_DN = 25

/** Everything between each compute container and its switchgear, and its drain. */
export function computeConnections(wiring: Wiring): Connection[] {
  const feeders = feedersByModule(wiring)
  return modulesOf(wiring, 'compute_container').flatMap((container, index) => [
    ...(feeders.get(container.module_id) ?? []).map((feeder) =>
      feederConnection(wiring, container, feeder, index + 1),
    ),
    containerControl(wiring, container, index + 1),
    ...otFibres(wiring, container, index + 1),
    ...fabricTrunks(wiring, container, index + 1),
    drainHose(wiring, container),
  ])
}

function feedersByModule(wiring: Wiring): Map<string, Feeder[]> {
  const map = new Map<string, Feeder[]>()
  for (const feeder of wiring.electrical.feeders) {
    if (feeder.kind !== 'compute' || feeder.load_module_id === null) continue
    const list = map.get(feeder.load_module_id)
    if (list === undefined) map.set(feeder.load_module_id, [feeder])
    else list.push(feeder)
  }
  return map
}

function feederConnection(
  wiring: Wiring,
  container: SiteModule,
  feeder: Feeder,
  channel: number,
): Connection {
  const { head, block } = wiring
  const system = feeder.system ?? 'A'
  return lvConnection(
    {
      connection_id: feeder.connection_id ?? '',
      description: `Feeder ${system} of ${container.designation} from ${feeder.bus_tag}`,
      block_id: block.block_id,
      system: feeder.system,
      ...mated(wiring, head, container, `P${system}`, channel),
      length: cableLength(headRoute(wiring, container, { slot: `P${system}`, channel })),
    },
    {
      load_kw: feeder.load_kw,
      design_current_a: feeder.design_current_a,
      protection: protectionOf(feeder.breaker),
      short_circuit_ka: greatestOn(wiring, feeder.bus_tag),
      voltage_v: LV_V,
      phases: '3ph',
      // The plate carries the neutral; the IT load is behind a delta winding, so it is not a loaded conductor.
      neutral: true,
      ambient_c: wiring.air_c,
      method: DUCT_BANK,
    },
  )
}

function drainHose(wiring: Wiring, container: SiteModule): Connection {
  const drain = onlyOf(wiring, 'site_drain')
  const line = wiring.cooling.lines.find((l) => l.service === 'CON')
  return connection({
    connection_id: hoseId(container.designation, '90'),
    service: 'drain',
    description: `Drain and condensate of ${container.designation}, falls 1 in ${DRAIN_FALL}`,
    block_id: wiring.block.block_id,
    ...mated(wiring, container, drain, 'DR1'),
    length: gullyLength('compute container'),
    hose: coolantHose({
      dn: DRAIN_DN,
      inner_diameter_mm: DRAIN_DN,
      line_no: lineNumber(line?.line_no ?? 'CON', container),
      fluid: 'condensate',
      design_pressure_bar: 1,
      coupling: 'EN 1092-1 flange PN16',
      braided: wiring.cooling.design_low_c <= EPDM_MIN_C,
      insulation: outdoorInsulation(line?.insulation),
    }),
    flow: {
      flow_lpm: 0,
      velocity_m_s: 0,
      pressure_drop_pa_per_m: 0,
      pressure_drop_kpa: 0,
      temperature_c: line?.temperature_c ?? 15,
      design_pressure_bar: roundTo(line?.design_pressure_bar ?? 1, 1),
      utilisation_pct: 0,
    },
  })
}

/** Line number of the P&ID for one container: `{c}` is its ordinal as in its designation. */
export function lineNumber(template: string, container: SiteModule): string {
  return template.replace('{c}', container.designation.slice(1))
}
