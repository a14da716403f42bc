import {
  roundTo,
  type AssemblyConnection,
  type AssemblyPort,
  type AssemblySpec,
  type CableDetail,
  type Connection,
  type Cooling,
  type Endpoint,
  type FlowDesign,
  type PowerDesign,
  type RunLength,
  type SiteModule,
  type Typical,
} from '@edp/schemas'

import { conductorForMetric } from '../electrical/conductor-table.ts'
import { temperatureFactor90 } from '../electrical/correction-factors.ts'
import { deratedAmpacity } from '../electrical/lv-cable.ts'
import { POWER_FACTOR } from '../electrical/system-voltages.ts'
import { voltageDrop } from '../electrical/voltage-drop.ts'
import { NODES_PER_CONTAINER } from '../loads/gpu-nodes.ts'
import { holds, type ConditionFacts } from '../site/conditions.ts'
import { expand } from '../site/expand-repeats.ts'
import { connection, coolantHose, plainCable } from './connection-parts.ts'
import { hoseFlow } from './hose-flow.ts'

/** Air that cables inside a container are rated for, degC. Source: design choice, hot side of the racks. */
const INSIDE_AIR_C = 40
/** Mass of insulated copper, kg per m and mm2. Source: `assumption`, typical catalogue values. */
const COPPER_KG = 0.0115
/** Hoses smaller than this serve one node each; larger ones are mains. */
const MAIN_HOSE_DN = 32

/** Factory-made connections inside each module of a kind. */
export function typicalOf(
  spec: AssemblySpec,
  modules: readonly SiteModule[],
  facts: ConditionFacts,
  cooling: Cooling,
): Typical {
  const own = modules.filter((m) => m.kind === spec.role)
  const ports = new Map(expand(spec.ports.filter((p) => holds(p.when, facts))).map((p) => [p.id, p]))
  const sources = expand(
    spec.connections
      .filter((c) => holds(c.when, facts))
      .map(({ for_each, ...rest }) => ({ ...rest, array: for_each })),
  )
  return {
    kind: spec.role,
    assembly_id: spec.assembly_id,
    title: spec.title,
    modules_count: Math.max(own.length, 1),
    designations: rangeOf(own.map((m) => m.designation)),
    connections: sources.flatMap((source) => {
      const from = ports.get(source.from)
      const to = ports.get(source.to)
      // A connection to a port that the site's conditions remove goes with it.
      return from === undefined || to === undefined ? [] : [internal(spec, source, from, to, cooling)]
    }),
  }
}

/** C01..C32, or the single designation. */
export function rangeOf(designations: readonly string[]): string {
  const first = designations[0] ?? ''
  const last = designations.at(-1) ?? ''
  return first === last ? first : `${first}..${last}`
}

type Source = Omit<AssemblyConnection, 'for_each'>

function internal(
  spec: AssemblySpec,
  source: Source,
  from: AssemblyPort,
  to: AssemblyPort,
  cooling: Cooling,
): Connection {
  const length = lengthOf(spec, source, from, to)
  const cable = source.cable === undefined ? null : cableOf(source, source.cable, from)
  const base = {
    connection_id: source.id,
    service: from.service,
    description: source.description,
    block_id: 'typical',
    system: from.system ?? to.system ?? null,
    from: endpoint(from),
    to: endpoint(to),
    length,
  }
  if (cable !== null)
    return connection({
      ...base,
      quantity: cable.quantity,
      cable: cable.detail,
      power: powerOf(source, cable.detail, from, to, length),
    })
  const loop = loopOf(from, to, cooling)
  return connection({
    ...base,
    hose: coolantHose({
      dn: source.hose?.dn ?? 0,
      inner_diameter_mm: source.hose?.dn ?? 0,
      line_no: loop.line_no,
      fluid: loop.fluid,
      working_pressure_bar: Math.max(
        from.rating.pressure_bar ?? 0,
        to.rating.pressure_bar ?? 0,
        loop.pressure_bar,
      ),
      coupling:
        from.termination === to.termination ? to.termination : `${from.termination} / ${to.termination}`,
      dry_break: (source.hose?.dn ?? 0) < MAIN_HOSE_DN && loop.fluid !== 'condensate',
    }),
    flow: flowOf(source, loop, length, cooling),
  })
}

function endpoint(port: AssemblyPort): Endpoint {
  return {
    module_id: '*',
    designation: '*',
    device: port.on,
    port: port.id,
    plate_id: port.interface?.plate_id ?? null,
    slot: port.interface?.slot ?? null,
    termination: port.termination,
  }
}

/**
 * `runs_count` of the catalogue: for single-conductor power cables the conductors of one circuit, for everything else
 * identical cables side by side.
 */
function cableOf(
  source: Source,
  cable: NonNullable<Source['cable']>,
  from: AssemblyPort,
): { readonly detail: CableDetail; readonly quantity: number } {
  const power = from.service === 'power_lv' || from.service === 'power_dc' || from.service === 'power_mv'
  const singles = power && (cable.cores_count ?? 1) === 1
  const cores = cable.cores_count ?? cable.fibres_count ?? (from.service === 'copper' ? 8 : 1)
  const perSet = singles ? cable.runs_count : 1
  const size = cable.size_mm2
  return {
    quantity: singles ? 1 : cable.runs_count,
    detail: plainCable(cable.type, {
      conductor: from.service === 'fibre' ? 'glass' : 'Cu',
      cores_count: cores,
      cables_per_set_count: perSet,
      size_awg: power && size !== undefined ? conductorForMetric(size).awg : null,
      size_mm2: size ?? null,
      fibres_count: cable.fibres_count ?? null,
      voltage_rating_v: power ? 600 : null,
      mass_kg_per_m: size === undefined ? null : roundTo(size * cores * perSet * COPPER_KG, 2),
      install_method: source.route === 'tray' ? 'tray' : 'direct',
    }),
  }
}

/** Power design of an internal cable whose current the catalogue states. */
function powerOf(
  source: Source,
  cable: CableDetail,
  from: AssemblyPort,
  to: AssemblyPort,
  length: RunLength,
): PowerDesign | null {
  const currentA = source.cable?.current_a
  const voltage = from.rating.voltage_v ?? to.rating.voltage_v
  if (currentA === undefined || voltage === undefined || cable.size_mm2 === null) return null
  const conductor = conductorForMetric(cable.size_mm2)
  const phases = from.service === 'power_dc' ? 'dc' : (from.rating.phases_count ?? 3) === 3 ? '3ph' : '1ph'
  const powerFactor = phases === 'dc' ? 1 : POWER_FACTOR
  const loaded = phases === '3ph' ? 3 : 2
  const derated = deratedAmpacity(conductor, INSIDE_AIR_C, loaded)
  const drop = voltageDrop({
    phases,
    voltage_v: voltage,
    current_a: currentA,
    length_m: length.cut_m,
    power_factor: powerFactor,
    resistance_ohm_per_km: conductor.r,
    reactance_ohm_per_km: conductor.x,
  })
  return {
    voltage_v: voltage,
    phases,
    load_kw: roundTo(((phases === '3ph' ? Math.sqrt(3) : 1) * voltage * currentA * powerFactor) / 1000, 1),
    power_factor: powerFactor,
    design_current_a: currentA,
    protection_tag: null,
    protection_a: null,
    protection_ka: null,
    ambient_c: INSIDE_AIR_C,
    temperature_factor: temperatureFactor90(INSIDE_AIR_C),
    grouping_factor: 1,
    ampacity_base_a: conductor.amps90,
    ampacity_derated_a: roundTo(derated, 1),
    utilisation_pct: roundTo((100 * currentA) / derated, 1),
    resistance_ohm_per_km: roundTo(conductor.r, 4),
    reactance_ohm_per_km: roundTo(conductor.x, 4),
    voltage_drop_v: roundTo(drop.volt, 2),
    voltage_drop_pct: roundTo(drop.pct, 2),
    short_circuit_ka: null,
  }
}

/** Loop that a hose belongs to: condensate, facility where it reaches plate CD, else technology. */
interface Loop {
  readonly fluid: string
  readonly line_no: string
  readonly temperature_c: number
  readonly pressure_bar: number
  readonly main_flow_lpm: number
  readonly coolant: Cooling['technology_coolant'] | null
}

function loopOf(from: AssemblyPort, to: AssemblyPort, cooling: Cooling): Loop {
  const line = (service: string): Cooling['lines'][number] | undefined =>
    cooling.lines.find((l) => l.service === service)
  if (from.service === 'drain')
    return {
      fluid: 'condensate',
      line_no: line('CON')?.line_no ?? 'CON',
      temperature_c: line('CON')?.temperature_c ?? 15,
      pressure_bar: 1,
      main_flow_lpm: 0,
      coolant: null,
    }
  const facility = [from, to].some((p) => p.interface?.plate_id === 'CD')
  const supply = from.service === 'coolant_supply'
  const service = facility ? (supply ? 'FWSS' : 'FWSR') : supply ? 'TCSS' : 'TCSR'
  const coolant = facility ? cooling.facility_coolant : cooling.technology_coolant
  return {
    fluid: coolant.name,
    line_no: line(service)?.line_no ?? service,
    temperature_c: line(service)?.temperature_c ?? cooling.technology_supply_c,
    pressure_bar: line(service)?.design_pressure_bar ?? 6,
    main_flow_lpm: facility ? cooling.facility_flow_lpm : cooling.technology_flow_lpm,
    coolant,
  }
}

function flowOf(source: Source, loop: Loop, length: RunLength, cooling: Cooling): FlowDesign {
  const dn = source.hose?.dn ?? 0
  const share = dn < MAIN_HOSE_DN ? NODES_PER_CONTAINER : 1
  return hoseFlow({
    flow_lpm: source.hose?.flow_lpm ?? loop.main_flow_lpm / share,
    inner_diameter_mm: dn,
    dn,
    coolant: loop.coolant ?? cooling.technology_coolant,
    length_m: length.cut_m,
    temperature_c: loop.temperature_c,
    design_pressure_bar: loop.pressure_bar,
  })
}

/** Route of the assembly's rules: along the tray, or straight in rectangular steps; given lengths as they are. */
function lengthOf(spec: AssemblySpec, source: Source, from: AssemblyPort, to: AssemblyPort): RunLength {
  const rules = spec.length_rules
  const [ax, ay, az] = from.position_mm
  const [bx, by, bz] = to.position_mm
  const across = (Math.abs(ax - bx) + Math.abs(ay - by)) / 1000
  const tray = Math.abs(rules.tray_z_mm - az) + Math.abs(rules.tray_z_mm - bz)
  const rise = (source.route === 'tray' ? tray : Math.abs(az - bz)) / 1000
  const tails = 2 * rules.tail_m
  const needed = source.length_m ?? (across + rise) * rules.slack_factor + tails
  return {
    route_m: roundTo(across, 1),
    rise_m: roundTo(rise, 1),
    termination_m: tails,
    slack_pct: roundTo((rules.slack_factor - 1) * 100, 0),
    cut_m: roundTo(Math.ceil(roundTo(needed / rules.step_m, 6)) * rules.step_m, 1),
    basis:
      source.length_m === undefined
        ? `LE-INT-01: ${source.route} route x ${rules.slack_factor} + 2 x ${rules.tail_m} m`
        : 'LE-INT-02: given by the assembly',
  }
}
