import type {
  AssemblyConnection,
  AssemblyPort,
  AssemblySpec,
  Connection,
  Cooling,
  Endpoint,
  SiteModule,
  Typical,
} from '@edp/schemas'

import { MAIN_HOSE_DN_MIN } from '../cooling/pipe-table.ts'
import { holds, type ConditionFacts } from '../site/conditions.ts'
import { expand } from '../site/expand-repeats.ts'
import { connection, coolantHose } from './connection-parts.ts'
import { cableOf, powerOf } from './typical-cable.ts'
import { loopOf, flowOf } from './typical-hose.ts'
import { lengthOf } from './typical-length.ts'

/** Factory-made connections inside each module of a kind. */
export function typicalOf(
  spec: AssemblySpec,
  modules: readonly SiteModule[],
  facts: ConditionFacts,
  cooling: Cooling,
): Typical {
  const own = modules.filter((m) => m.kind === spec.role)
  const ports = new Map(
    expand(
      spec.ports.filter((p) => holds(p.when, facts)),
      'array',
    ).map((p) => [p.id, p]),
  )
  const sources = expand(
    spec.connections.filter((c) => holds(c.when, facts)),
    'for_each',
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

export type Source = Omit<AssemblyConnection, 'for_each'>

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
      power: powerOf(source, cable.detail, from, to, length, breakerPort(spec, from, to)),
    })
  const loop = loopOf(from, to, source.hose?.dn ?? 0, cooling)
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
      dry_break: (source.hose?.dn ?? 0) < MAIN_HOSE_DN_MIN && loop.fluid !== 'condensate',
    }),
    flow: flowOf(source, loop, length, cooling),
  })
}

/** Boards whose breakers are those of the block's design (52-AUX, 52-NET), not of the typical. */
const BLOCK_BOARDS: readonly string[] = ['LVS']

/**
 * Port whose breaker protects a connection: an outgoing way of a panel or rack PDU, or the main of the panel behind a
 * transformer, whose secondary conductors need one (NEC 2023, 240.21(C) and 408.36).
 */
function breakerPort(spec: AssemblySpec, from: AssemblyPort, to: AssemblyPort): string | null {
  const kindOf = (port: AssemblyPort) => spec.components.find((component) => component.id === port.on)?.kind
  const kind = kindOf(from)
  if ((kind === 'panel' || kind === 'rack_pdu') && !BLOCK_BOARDS.includes(from.on)) return from.id
  return kind === 'transformer' && kindOf(to) === 'panel' ? to.id : null
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
