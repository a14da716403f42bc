import {
  roundTo,
  type Block,
  type BlockElectrical,
  type Connection,
  type Cooling,
  type RunLength,
  type SiteModule,
} from '@edp/schemas'

import { LV_V, MV_V } from '../electrical/breakers.ts'
import { nextOcpd } from '../electrical/ratings.ts'
import { connection, endpoint, epdmHose, plainCable } from './connection-parts.ts'
import { cableLength, fibreLength, fixedLength, routeBetween } from './lengths.ts'
import { checkAgreement, checkAllUsed, mate, type MatedEnd, type PortTable } from './ports.ts'
import { lvConnection, mvConnection } from './power-connection.ts'

/** What the connections of a site are made from. */
export interface InterModuleInput {
  readonly table: PortTable
  readonly blocks: readonly Block[]
  readonly electrical: readonly BlockElectrical[]
  readonly modules: readonly SiteModule[]
  readonly cooling: Cooling
  readonly ambient_c: number
}

/** Length of the hoses between heat rejection unit and container, m (design choice). */
const COOLER_HOSE_M = 3
const DRAIN_HOSE_M = 6
/** Bonding conductor of equipment to the ring, 2/0 AWG, and its length, m (design choice). */
const BOND = { awg: '2/0', mm2: 67.4, length_m: 5 }
/** Fabric links of one leaf. */
const LINKS_PER_LEAF = 28

/**
 * Every cable and hose between modules, from the mated ports of both ends.
 *
 * @throws {EdpError} `dangling_port` when a port mates with nothing or two disagree.
 */
export function interModuleConnections(input: InterModuleInput): Connection[] {
  const used = new Set<string>()
  const connections = input.blocks.flatMap((block, index) => {
    const electrical = input.electrical[index]
    return electrical === undefined ? [] : blockConnections(input, block, electrical, used)
  })
  checkAllUsed(input.table, input.modules, used)
  return connections
}

type Pair = readonly [from: MatedEnd, to: MatedEnd]

function blockConnections(
  input: InterModuleInput,
  block: Block,
  electrical: BlockElectrical,
  used: Set<string>,
): Connection[] {
  const { table, ambient_c, cooling } = input
  const local = input.modules.filter((m) => m.block_id === block.block_id)
  const byId = new Map(local.map((m) => [m.module_id, m]))
  const ofKind = (kind: SiteModule['kind']): SiteModule[] => local.filter((m) => m.kind === kind)
  const head = byId.get(block.grid_module_id)
  const ring = ofKind('earth_ring')[0]
  const drain = ofKind('site_drain')[0]
  const wan = input.modules.find((m) => m.kind === 'wan_service')
  if (head === undefined || ring === undefined || drain === undefined || wan === undefined)
    throw new Error(`${block.block_id} lacks a module`)
  const out: Connection[] = []
  const block_id = block.block_id

  const pair = (a: SiteModule, b: SiteModule, slot: string, channel?: number): Pair => {
    const [from, to] = [mate(table, a, b, slot, channel), mate(table, b, a, slot)]
    checkAgreement(from, to)
    for (const end of [from, to]) if (end.port !== null) used.add(`${end.module.module_id}/${end.port.id}`)
    return [from, to]
  }
  const ends = ([from, to]: Pair, slot: string): Pick<Connection, 'from' | 'to'> => {
    const plate = from.port?.interface.plate_id ?? to.port?.interface.plate_id ?? null
    return { from: endpoint(from, slot, plate), to: endpoint(to, slot, plate) }
  }
  const run = (a: SiteModule, b: SiteModule): RunLength => cableLength(routeBetween(a, b))

  for (const supply of electrical.supplies) {
    const module = byId.get(supply.module_id)
    if (module === undefined || supply.connection_id === null) continue
    const slot = supply.kind === 'utility' ? 'M1' : 'M2'
    out.push(
      mvConnection({
        id: supply.connection_id,
        description: `${supply.description} to ${head.designation}`,
        block_id,
        ...ends(pair(module, head, slot), slot),
        length: run(module, head),
        voltage_v: MV_V,
        phases: '3ph',
        load_kw: electrical.demand_kw,
        design_a: electrical.demand_kva / (Math.sqrt(3) * 13.8),
        ocpd_a: supply.breaker.trip_a,
        protection_tag: supply.breaker.tag,
        protection_ka: supply.breaker.interrupting_ka,
        short_circuit_ka: roundTo(supply.short_circuit_mva / (Math.sqrt(3) * 13.8), 1),
        ambient_c,
        scope: 'by_others',
      }),
    )
  }

  electrical.transformers.forEach((t, index) => {
    const module = byId.get(t.module_id)
    if (module === undefined || t.primary_connection_id === null || t.secondary_connection_id === null) return
    const load_kw = roundTo(electrical.demand_kw / electrical.transformers.length, 1)
    out.push(
      mvConnection({
        id: t.primary_connection_id,
        description: `${t.tag} primary`,
        block_id,
        ...ends(pair(head, module, 'T', index + 1), `T${index + 1}`),
        length: run(head, module),
        voltage_v: MV_V,
        phases: '3ph',
        load_kw,
        design_a: t.primary_a,
        ocpd_a: t.primary_breaker.trip_a,
        protection_tag: t.primary_breaker.tag,
        protection_ka: t.primary_breaker.interrupting_ka,
        short_circuit_ka: 25,
        ambient_c,
      }),
      lvConnection({
        id: t.secondary_connection_id,
        description: `${t.tag} secondary`,
        block_id,
        ...ends(
          [pair(head, module, 'L', index + 1)[1], mate(table, head, module, 'L', index + 1)],
          `L${index + 1}`,
        ),
        length: run(head, module),
        voltage_v: LV_V,
        phases: '3ph',
        load_kw,
        design_a: t.secondary_a,
        ocpd_a: t.secondary_breaker.trip_a,
        protection_tag: t.secondary_breaker.tag,
        protection_ka: t.secondary_breaker.interrupting_ka,
        short_circuit_ka: t.short_circuit_ka,
        ambient_c,
      }),
      connection({
        connection_id: `C-${t.tag}-${head.designation}-01`,
        service: 'control',
        medium: 'cable',
        description: `${t.tag} temperature, level and trip contacts`,
        block_id,
        ...ends(
          [pair(head, module, 'X', index + 1)[1], mate(table, head, module, 'X', index + 1)],
          `X${index + 1}`,
        ),
        length: run(head, module),
        cable: controlCable(12, 2.5),
      }),
    )
  })

  block.compute_module_ids.forEach((id, index) => {
    const module = byId.get(id)
    if (module !== undefined) out.push(...computeConnections(module, index + 1))
  })

  function computeConnections(module: SiteModule, channel: number): Connection[] {
    const route = routeBetween(head as SiteModule, module)
    const d = module.designation
    const h = (head as SiteModule).designation
    const feeders = electrical.feeders.filter(
      (f) => f.kind === 'compute' && f.load_module_id === module.module_id,
    )
    const power = feeders.map((f) => {
      const slot = `P${f.system ?? 'A'}`
      return lvConnection({
        id: f.connection_id ?? '',
        description: `Feeder ${f.system ?? ''} to ${d}`,
        block_id,
        ...ends(pair(head as SiteModule, module, slot, channel), slot),
        length: cableLength(route),
        voltage_v: LV_V,
        phases: '3ph',
        load_kw: f.load_kw,
        design_a: f.design_current_a,
        ocpd_a: f.breaker.trip_a,
        protection_tag: f.breaker.tag,
        protection_ka: f.breaker.interrupting_ka,
        short_circuit_ka: electrical.lv_buses[0]?.short_circuit_ka ?? null,
        ambient_c,
        system: f.system,
      })
    })
    const fibre = (
      slot: string,
      system: 'A' | 'B',
      type: string,
      quantity: number,
      rate_gbps: number,
      network: string,
      links_count: number,
      letter: string,
    ): Connection =>
      connection({
        connection_id: `F-${h}-${d}-${letter}01`,
        service: 'fibre',
        medium: 'cable',
        description: `${network}, system ${system}, to ${d}`,
        block_id,
        system,
        quantity,
        ...ends(pair(head as SiteModule, module, slot, channel), slot),
        length: fibreLength(route),
        cable: fibreCable(type),
        data: { rate_gbps, network, zone: network === 'OT' ? 'Z1/Z2' : 'Z5', links_count },
      })
    const cooler = local.find(
      (m) => m.kind === 'heat_rejection_unit' && m.parent_module_id === module.module_id,
    )
    return [
      ...power,
      connection({
        connection_id: `C-${h}-${d}-01`,
        service: 'control',
        medium: 'cable',
        description: `Emergency power off and fire status of ${d}`,
        block_id,
        ...ends(pair(head as SiteModule, module, 'C1', channel), 'C1'),
        length: cableLength(route),
        cable: controlCable(12, 1.5),
      }),
      fibre('F1', 'A', 'OS2 12F, LC duplex, armoured', 1, 10, 'OT', 1, 'A'),
      fibre('F2', 'B', 'OS2 12F, LC duplex, armoured', 1, 10, 'OT', 1, 'B'),
      fibre('X1', 'A', 'OS2 MPO-12 trunk', LINKS_PER_LEAF, 400, 'compute fabric', 1, 'X'),
      fibre('X2', 'B', 'OS2 MPO-12 trunk', LINKS_PER_LEAF, 400, 'compute fabric', 1, 'Y'),
      ...bonds(module, ['G1', 'G2']),
      connection({
        connection_id: `HS-${d}-90`,
        service: 'drain',
        medium: 'hose',
        description: `Drain and condensate of ${d}`,
        block_id,
        ...ends(pair(module, drain as SiteModule, 'DR1'), 'DR1'),
        length: fixedLength(DRAIN_HOSE_M, 'LE-HOSE-01 fixed'),
        hose: epdmHose(25, 25, lineOf('CON', module), 'condensate', 1, 'camlock', false),
      }),
      ...(cooler === undefined ? [] : coolerConnections(module, cooler)),
    ]
  }

  function coolerConnections(module: SiteModule, cooler: SiteModule): Connection[] {
    const d = module.designation
    const braided = cooling.heat_trace_required
    const hose = (
      slot: 'S1' | 'R1',
      service: Connection['service'],
      number: string,
      line: string,
      from: SiteModule,
      to: SiteModule,
      temperature_c: number,
    ): Connection => {
      const pipe = cooling.lines.find((l) => l.service === line)
      const dn = pipe?.dn ?? 50
      return connection({
        connection_id: `HS-${d}-${number}`,
        service,
        medium: 'hose',
        description: `Facility coolant ${slot === 'S1' ? 'supply' : 'return'} of ${d}`,
        block_id,
        ...ends(pair(from, to, slot), slot),
        length: fixedLength(COOLER_HOSE_M, 'LE-HOSE-01 fixed'),
        hose: epdmHose(
          dn,
          pipe?.inner_diameter_mm ?? 56.3,
          lineOf(line, module),
          cooling.facility_coolant.name,
          10,
          'EN 1092-1 flange PN16',
          braided,
        ),
        flow: {
          flow_lpm: cooling.facility_flow_lpm,
          velocity_m_s: pipe?.velocity_m_s ?? 0,
          pressure_drop_pa_per_m: pipe?.pressure_drop_pa_per_m ?? 0,
          pressure_drop_kpa: roundTo(((pipe?.pressure_drop_pa_per_m ?? 0) * COOLER_HOSE_M) / 1000, 2),
          temperature_c,
          design_pressure_bar: 10,
          utilisation_pct: roundTo((100 * (pipe?.velocity_m_s ?? 0)) / (dn <= 50 ? 1.2 : 1.8), 1),
        },
      })
    }
    const kw = cooling.fan_kw + 2.2
    const amps = roundTo((kw * 1000) / (Math.sqrt(3) * LV_V * 0.95), 1)
    const short = fixedLength(8, 'LE-CABLE-02 fixed, container to its heat rejection unit')
    return [
      hose('S1', 'coolant_supply', '01', 'FWSS', cooler, module, cooling.facility_supply_c),
      hose('R1', 'coolant_return', '02', 'FWSR', module, cooler, cooling.facility_return_c),
      lvConnection({
        id: `PL-${d}-${cooler.designation}-01`,
        description: `Supply of ${cooler.designation}`,
        block_id,
        ...ends(pair(module, cooler, 'P1'), 'P1'),
        length: short,
        voltage_v: LV_V,
        phases: '3ph',
        load_kw: kw,
        design_a: amps,
        ocpd_a: nextOcpd(amps * 1.25),
        protection_tag: `MDP of ${d}`,
        protection_ka: null,
        short_circuit_ka: null,
        ambient_c,
      }),
      connection({
        connection_id: `C-${d}-${cooler.designation}-01`,
        service: 'control',
        medium: 'cable',
        description: `Fan speed and outdoor temperature of ${cooler.designation}`,
        block_id,
        ...ends(pair(module, cooler, 'C1'), 'C1'),
        length: short,
        cable: controlCable(8, 0.75),
      }),
      ...bonds(cooler, ['G1']),
    ]
  }

  function lineOf(service: string, module: SiteModule): string {
    const line = cooling.lines.find((l) => l.service === service)
    return (line?.line_no ?? service).replace('{c}', module.designation.slice(1))
  }

  function bonds(module: SiteModule, slots: readonly string[]): Connection[] {
    return slots.map((slot, i) =>
      connection({
        connection_id: `G-${(ring as SiteModule).designation}-${module.designation}-0${i + 1}`,
        service: 'earth',
        medium: 'cable',
        description: `Bond ${i + 1} of ${module.designation} to the earth ring`,
        block_id,
        ...ends(pair(module, ring as SiteModule, slot), slot),
        length: fixedLength(BOND.length_m, 'LE-EARTH-01 fixed'),
        cable: plainCable('Bare Cu stranded', {
          size_awg: BOND.awg,
          size_mm2: BOND.mm2,
          mass_kg_per_m: 0.6,
          colour_code: 'bare',
          install_method: 'direct buried',
        }),
      }),
    )
  }

  out.push(...(head.kind === 'grid_container' ? bonds(head, ['G1', 'G2']) : []))
  for (const t of ofKind('unit_transformer')) out.push(...bonds(t, ['G1', 'G2']))

  electrical.bess_branches.forEach((branch, chainIndex) => {
    branch.units.forEach((unit, k) => {
      const [battery, skid] = [byId.get(unit.module_id), byId.get(unit.skid_module_id)]
      if (battery === undefined || skid === undefined) return
      const previous = k === 0 ? head : byId.get(branch.units[k - 1]?.skid_module_id ?? '')
      const rest = branch.units.slice(k).reduce((sum, u) => sum + u.transformer_kva, 0)
      if (previous !== undefined) {
        const slot = k === 0 ? 'B' : 'MV-LINK'
        const both: Pair =
          k === 0
            ? pair(previous, skid, 'B', chainIndex + 1)
            : [chainEnd(previous, 'MV.OUT'), chainEnd(skid, 'MV.UP')]
        out.push(
          mvConnection({
            id: branch.collector_connection_ids[k] ?? '',
            description: `Battery collector ${branch.tag}, ${previous.designation} to ${skid.designation}`,
            block_id,
            ...ends(both, k === 0 ? `B${chainIndex + 1}` : slot),
            length: run(previous, skid),
            voltage_v: MV_V,
            phases: '3ph',
            load_kw: branch.units.slice(k).reduce((s, u) => s + u.power_kw, 0),
            design_a: rest / (Math.sqrt(3) * 13.8),
            ocpd_a: branch.breaker.trip_a,
            protection_tag: branch.breaker.tag,
            protection_ka: branch.breaker.interrupting_ka,
            short_circuit_ka: 25,
            ambient_c,
          }),
        )
      }
      const dc = unit.pcs_location === 'skid'
      const slot = dc ? 'D1' : 'P1'
      const current = dc ? (unit.dc_current_a ?? 0) : unit.ac_current_a
      out.push(
        lvConnection({
          id: unit.power_connection_ids[0] ?? '',
          description: `${battery.designation} to ${skid.designation}`,
          block_id,
          ...ends(pair(battery, skid, slot), slot),
          length: cableLength(Math.abs(battery.y_m - skid.y_m - skid.width_m)),
          voltage_v: dc ? (unit.dc_min_v ?? 1000) : LV_V,
          phases: dc ? 'dc' : '3ph',
          load_kw: unit.power_kw,
          design_a: current,
          ocpd_a: nextOcpd(current * (dc ? 1.25 : 1)),
          protection_tag: dc ? '72-DC' : unit.ac_breaker.tag,
          protection_ka: dc ? null : unit.ac_breaker.interrupting_ka,
          short_circuit_ka: null,
          ambient_c,
        }),
        connection({
          connection_id: `C-${battery.designation}-${skid.designation}-01`,
          service: 'control',
          medium: 'cable',
          description: `Trip and interlock, ${battery.designation} to ${skid.designation}`,
          block_id,
          ...ends(pair(battery, skid, 'C1'), 'C1'),
          length: cableLength(Math.abs(battery.y_m - skid.y_m - skid.width_m)),
          cable: controlCable(12, 1.5),
        }),
      )
      const auxiliary = electrical.feeders.find(
        (f) => f.kind === 'bess_auxiliary' && f.load_module_id === battery.module_id,
      )
      const channel = block.bess_module_ids.indexOf(battery.module_id) + 1
      if (auxiliary !== undefined) {
        out.push(
          lvConnection({
            id: auxiliary.connection_id ?? '',
            description: `Auxiliaries of ${battery.designation}`,
            block_id,
            ...ends(pair(head, battery, 'A1', channel), 'A1'),
            length: run(head, battery),
            voltage_v: LV_V,
            phases: '3ph',
            load_kw: auxiliary.load_kw,
            design_a: auxiliary.design_current_a,
            ocpd_a: auxiliary.breaker.trip_a,
            protection_tag: auxiliary.breaker.tag,
            protection_ka: auxiliary.breaker.interrupting_ka,
            short_circuit_ka: electrical.lv_buses[0]?.short_circuit_ka ?? null,
            ambient_c,
          }),
        )
      }
      out.push(
        connection({
          connection_id: `F-${head.designation}-${battery.designation}-01`,
          service: 'fibre',
          medium: 'cable',
          description: `OT fibre to ${battery.designation}`,
          block_id,
          ...ends(pair(head, battery, 'F1', channel), 'F1'),
          length: fibreLength(routeBetween(head, battery)),
          cable: fibreCable('OS2 12F, LC duplex, armoured'),
          data: { rate_gbps: 1, network: 'OT', zone: 'Z1', links_count: 1 },
        }),
        ...bonds(battery, ['G1', 'G2']),
        ...bonds(skid, ['G1', 'G2']),
      )
    })
  })

  function chainEnd(module: SiteModule, id: string): MatedEnd {
    const port = (table.get('bess_skid') ?? []).find((p) => p.id === id) ?? null
    used.add(`${module.module_id}/${id}`)
    return { module, port }
  }

  for (const [i, slot] of (['W1', 'W2'] as const).entries()) {
    out.push(
      connection({
        connection_id: `F-${head.designation}-${wan.designation}-0${i + 1}`,
        service: 'fibre',
        medium: 'cable',
        description: `WAN and inter-block fibre, path ${i + 1}`,
        block_id,
        ...ends(pair(head, wan, slot), slot),
        length: fibreLength(routeBetween(head, wan)),
        cable: fibreCable('OS2 12F, LC duplex, armoured'),
        data: { rate_gbps: 10, network: 'WAN', zone: 'Z3.5', links_count: 1 },
      }),
    )
  }
  return out
}

function controlCable(cores_count: number, size_mm2: number): ReturnType<typeof plainCable> {
  return plainCable('TC-ER shielded control cable', {
    cores_count,
    size_mm2,
    voltage_rating_v: 600,
    mass_kg_per_m: roundTo(0.05 + cores_count * size_mm2 * 0.015, 2),
    min_bend_radius_mm: 150,
    colour_code: 'numbered',
    install_method: 'conduit',
  })
}

function fibreCable(type: string): ReturnType<typeof plainCable> {
  return plainCable(type, {
    conductor: 'glass',
    fibres_count: 12,
    cores_count: 12,
    outer_diameter_mm: 10,
    mass_kg_per_m: 0.1,
    min_bend_radius_mm: 100,
    colour_code: 'yellow',
    install_method: 'conduit',
  })
}
