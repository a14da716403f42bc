import { roundTo, type Connection, type Feeder, type SiteModule } from '@edp/schemas'

import { LV_V } from '../electrical/system-voltages.ts'
import { connectionId, hoseId } from './connection-id.ts'
import { controlCable, fibreCable, trunkCable } from './cable-details.ts'
import { connection, coolantHose, EPDM_MIN_C, outdoorInsulation } from './connection-parts.ts'
import { cableLength, fibreLength, fixedLength, routeBetween, trunkLength } from './lengths.ts'
import { lvConnection } from './power-connection.ts'
import { protectionOf } from './supply-connections.ts'
import { OT_TRUNK_ZONES } from '../network/network-tables.ts'
import { mated, modulesOf, onlyOf, type Wiring } from './wiring.ts'

/** Drain hose of a container to the site drain, m. Source: design choice. */
const DRAIN_HOSE = { dn: 25, length_m: 6 }

/** Links of 400 Gbit/s, each on an MPO-12, that one made-up trunk cable carries. Source: design choice, stocked 144-fibre trunks. */
const TRUNK_LINKS = 12

/** Everything between each compute container and its switchgear, and its drain. */
export function computeConnections(wiring: Wiring): Connection[] {
  const feeders = feedersByModule(wiring)
  return modulesOf(wiring, 'compute_container').flatMap((container, index) => [
    ...(feeders.get(container.module_id) ?? []).map((feeder) =>
      feederConnection(wiring, container, feeder, index + 1),
    ),
    controlConnection(wiring, container, index + 1),
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
  const { head, electrical, block } = wiring
  const bus = electrical.lv_buses.find((b) => b.tag === feeder.bus_tag)
  const system = feeder.system ?? 'A'
  return lvConnection(
    {
      connection_id: feeder.connection_id ?? '',
      description: `Feeder ${system} of ${container.designation} from ${feeder.bus_tag}`,
      block_id: block.block_id,
      system: feeder.system,
      ...mated(wiring, head, container, `P${system}`, channel),
      length: cableLength(routeBetween(head, container)),
    },
    {
      load_kw: feeder.load_kw,
      design_current_a: feeder.design_current_a,
      protection: protectionOf(feeder.breaker),
      short_circuit_ka: bus?.short_circuit_ka ?? null,
      voltage_v: LV_V,
      phases: '3ph',
      // The plate carries the neutral; the IT load is behind a delta winding, so it is not a loaded conductor.
      neutral: true,
      ambient_c: wiring.air_c,
      method: 'duct bank, one set per conduit',
    },
  )
}

function controlConnection(wiring: Wiring, container: SiteModule, channel: number): Connection {
  const { head, block } = wiring
  return connection({
    connection_id: connectionId('C', head.designation, container.designation, '01'),
    service: 'control',
    description: `Emergency power off, fire status, block of the transfer and load shed of ${container.designation}`,
    block_id: block.block_id,
    ...mated(wiring, head, container, 'C1', channel),
    length: cableLength(routeBetween(head, container)),
    cable: controlCable(12, 1.5),
  })
}

function otFibres(wiring: Wiring, container: SiteModule, channel: number): Connection[] {
  const { head, block } = wiring
  return (['A', 'B'] as const).map((system) =>
    connection({
      connection_id: connectionId('F', head.designation, container.designation, `${system}01`),
      service: 'fibre',
      description: `OT network of ${container.designation}, path ${system}`,
      block_id: block.block_id,
      system,
      ...mated(wiring, head, container, system === 'A' ? 'F1' : 'F2', channel),
      length: fibreLength(routeBetween(head, container)),
      cable: fibreCable('OS2 12F, LC duplex, armoured'),
      data: { rate_gbps: 10, network: 'OT', zone: OT_TRUNK_ZONES.compute_container, links_count: 1 },
    }),
  )
}

/** Trunks of the two leaves to the spines; a site without spines has none and leaves the X positions spare. */
function fabricTrunks(wiring: Wiring, container: SiteModule, channel: number): Connection[] {
  const { head, block, network } = wiring
  const { fabric } = network
  if (fabric.spines_count === 0) return []
  const hosted = network.nodes.some((n) => n.kind === 'spine' && n.module_ids.includes(container.module_id))
  const others = wiring.block.compute_module_ids.length - 1
  // The container that holds the spines takes the links of all the others; its own leaves are beside them.
  const links = Math.max(hosted ? fabric.uplinks_per_leaf * others : fabric.uplinks_per_leaf, 1)
  return (['A', 'B'] as const).map((system) =>
    connection({
      connection_id: connectionId(
        'F',
        head.designation,
        container.designation,
        system === 'A' ? 'X01' : 'Y01',
      ),
      service: 'fibre',
      description: `Compute fabric trunks of ${container.designation}, leaf ${system === 'A' ? 1 : 2}, ${links} links`,
      block_id: block.block_id,
      system,
      quantity: Math.ceil(links / TRUNK_LINKS),
      ...mated(wiring, head, container, system === 'A' ? 'X1' : 'X2', channel),
      length: trunkLength(routeBetween(head, container)),
      cable: trunkCable(TRUNK_LINKS),
      data: {
        rate_gbps: 400,
        network: 'compute fabric',
        zone: 'Z5',
        links_count: Math.min(links, TRUNK_LINKS),
      },
    }),
  )
}

function drainHose(wiring: Wiring, container: SiteModule): Connection {
  const drain = onlyOf(wiring, 'site_drain')
  const line = wiring.cooling.lines.find((l) => l.service === 'CON')
  return connection({
    connection_id: hoseId(container.designation, '90'),
    service: 'drain',
    description: `Drain and condensate of ${container.designation}`,
    block_id: wiring.block.block_id,
    ...mated(wiring, container, drain, 'DR1'),
    length: fixedLength(DRAIN_HOSE.length_m, 'LE-HOSE-01: fixed, container to site drain'),
    hose: coolantHose({
      dn: DRAIN_HOSE.dn,
      inner_diameter_mm: DRAIN_HOSE.dn,
      line_no: lineNumber(line?.line_no ?? 'CON', container),
      fluid: 'condensate',
      working_pressure_bar: 1,
      coupling: 'camlock DN25',
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
