import {
  roundTo,
  type AssemblySpec,
  type Connection,
  type Cooling,
  type Endpoint,
  type RunLength,
  type SiteModule,
  type Typical,
} from '@edp/schemas'

import { holds, type ConditionFacts } from '../site/conditions.ts'
import { expand } from '../site/expand-repeats.ts'
import { connection, epdmHose, plainCable } from './connection-parts.ts'

type Port = AssemblySpec['ports'][number]
type Source = AssemblySpec['connections'][number]

/** Power density of copper for the mass of a cable, kg per m and mm2, with insulation (assumption). */
const COPPER_KG_PER_M_MM2 = 0.0115

/** Factory-made connections inside each module of a kind. */
export function typicalOf(
  spec: AssemblySpec,
  modules: readonly SiteModule[],
  facts: ConditionFacts,
  cooling: Cooling,
): Typical {
  const instances = modules.filter((m) => m.kind === spec.role)
  const ports = new Map(expand(spec.ports.filter((p) => holds(p.when, facts))).map((p) => [p.id, p]))
  const sources = expand(
    spec.connections
      .filter((c) => holds(c.when, facts))
      .map(({ for_each, ...c }) => ({ ...c, array: for_each })),
  )
  return {
    kind: spec.role,
    assembly_id: spec.assembly_id,
    title: spec.title,
    modules_count: Math.max(instances.length, 1),
    designations: rangeOf(instances.map((m) => m.designation)),
    connections: sources.flatMap((source) => {
      const [from, to] = [ports.get(source.from), ports.get(source.to)]
      return from === undefined || to === undefined ? [] : [internal(spec, source, from, to, cooling)]
    }),
  }
}

/** C01..C32, or the single designation. */
export function rangeOf(designations: readonly string[]): string {
  const [first = '', last = ''] = [designations[0], designations[designations.length - 1]]
  return first === last ? first : `${first}..${last}`
}

function internal(spec: AssemblySpec, source: Source, from: Port, to: Port, cooling: Cooling): Connection {
  const { cable, hose } = source
  const end = (port: Port): Endpoint => ({
    module_id: '*',
    designation: '*',
    device: port.on,
    port: port.id,
    plate_id: port.interface?.plate_id ?? null,
    slot: port.interface?.slot ?? null,
    termination: port.termination,
  })
  const runs = cable?.runs_count ?? 1
  return connection({
    connection_id: source.id,
    service: from.service,
    medium: hose === undefined ? 'cable' : 'hose',
    description: source.description,
    block_id: 'typical',
    system: from.system ?? null,
    quantity: 1,
    from: end(from),
    to: end(to),
    length: lengthOf(spec, source, from, to),
    cable:
      cable === undefined
        ? null
        : plainCable(cable.type, {
            conductor: from.service === 'fibre' ? 'glass' : 'Cu',
            cores_count: cable.cores_count ?? (from.service === 'copper' ? 8 : 1),
            sets_count: runs,
            size_mm2: cable.size_mm2 ?? null,
            fibres_count: cable.fibres_count ?? null,
            voltage_rating_v: from.service === 'power_lv' ? 600 : null,
            mass_kg_per_m:
              cable.size_mm2 === undefined
                ? null
                : roundTo(cable.size_mm2 * (cable.cores_count ?? 1) * COPPER_KG_PER_M_MM2, 2),
            install_method: source.route === 'tray' ? 'tray' : 'direct',
          }),
    hose:
      hose === undefined
        ? null
        : epdmHose(
            hose.dn,
            hose.dn,
            '',
            fluidOf(from, to, cooling),
            to.rating.pressure_bar ?? 6,
            to.termination,
            false,
          ),
  })
}

function fluidOf(from: Port, to: Port, cooling: Cooling): string {
  if (from.service === 'drain') return 'condensate'
  return [from, to].some((p) => p.interface?.plate_id === 'CD')
    ? cooling.facility_coolant.name
    : cooling.technology_coolant.name
}

function lengthOf(spec: AssemblySpec, source: Source, from: Port, to: Port): RunLength {
  const rules = spec.length_rules
  const [a, b] = [from.position_mm, to.position_mm]
  const across = (Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1])) / 1000
  const rise =
    (source.route === 'tray'
      ? Math.abs(rules.tray_z_mm - a[2]) + Math.abs(rules.tray_z_mm - b[2])
      : Math.abs(a[2] - b[2])) / 1000
  const needed = source.length_m ?? (across + rise) * rules.slack_factor + rules.tail_m
  return {
    route_m: roundTo(across, 1),
    rise_m: roundTo(rise, 1),
    termination_m: rules.tail_m,
    slack_pct: roundTo((rules.slack_factor - 1) * 100, 0),
    cut_m: roundTo(Math.ceil(roundTo(needed / rules.step_m, 6)) * rules.step_m, 1),
    basis:
      source.length_m === undefined
        ? `LE-INT-01 ${source.route} route x ${rules.slack_factor} + ${rules.tail_m} m`
        : 'given by the assembly',
  }
}
