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

import { holds, type ConditionFacts } from '../site/conditions.ts'
import { expand } from '../site/expand-repeats.ts'
import { withCabinetCables } from './cabinet-cables.ts'
import { connection, coolantHose } from './connection-parts.ts'
import { withDirectCurrent } from './direct-current-ways.ts'
import { withCoreFibres } from './core-fibres.ts'
import { withCoreRack, withCoreUps } from './core-circuits.ts'
import { withElectrodeConductors } from './electrode-conductors.ts'
import { insideEquipment } from './inside-equipment.ts'
import { insideLevels } from './inside-levels.ts'
import { BLOCK_BOARDS, type InsideSupply } from './inside-supply.ts'
import { leafLinkDrafts } from './leaf-links.ts'
import { coreHeld } from '../network/management-leads.ts'
import { managementDrafts } from './management-drafts.ts'
import { panelLeads } from './panel-leads.ts'
import { withRackBonds } from './rack-bonds.ts'
import { SPINE_CABLE, SPINE_KINDS, spineDrafts } from './spine-circuits.ts'
import { withSpineFibres } from './spine-fibres.ts'
import { cableOf, largestTrip, powerOf, sizedFor } from './typical-cable.ts'
import { insideCircuit, type CircuitPlace } from './typical-circuit.ts'
import { flowOf, loopOf, ordinalOf } from './typical-hose.ts'
import { lengthOf } from './typical-length.ts'

/** What the modules of a kind are made of inside, before it is designed. */
interface TypicalInput {
  readonly spec: AssemblySpec
  /** Those that are made so, in the order of their ordinals. */
  readonly modules: readonly SiteModule[]
  readonly facts: ConditionFacts
  readonly cooling: Cooling
  readonly supply: InsideSupply
}

/** Factory-made connections inside each module of a kind, and the electrical equipment that they join. */
export function typicalOf({ spec: catalogue, modules, facts, cooling, supply }: TypicalInput): Typical {
  const { spine_supply: spines, hosted_spines: hosted, core_supply: core } = supply
  const spec = withCoreUps(catalogue, core)
  const drafts = withElectrodeConductors(
    withRackBonds([
      ...withCoreFibres(
        withSpineFibres(withCoreRack(draftsOf(spec, facts, supply), core), hosted),
        supply.core_channels,
      ),
      ...(spines === null ? [] : spineDrafts(spines, spec)),
      ...managementDrafts(
        {
          spines_count: hosted?.spines_count ?? 0,
          spine_racks_count: spines?.pdu_pairs ?? 0,
          core: coreHeld(spec.role, core !== null),
        },
        spec,
      ),
      ...[...leafLinkDrafts(supply.leaf_links_count, spec), ...panelLeads(supply.panel_cables, spec)],
    ]),
  )
  const kinds = new Map([
    ...spec.components.map(({ id, kind }): [string, string] => [id, kind]),
    ...SPINE_KINDS,
  ])
  const levels = insideLevels(spec, drafts, supply)
  return {
    kind: spec.role,
    assembly_id: spec.assembly_id,
    title: spec.title,
    modules_count: Math.max(modules.length, 1),
    module_ids: modules.map((module) => module.module_id),
    designations: rangesOf(modules),
    equipment: insideEquipment(spec, facts, levels, supply, drafts),
    connections: drafts.map((draft) =>
      internal(draft, cooling, { kinds, levels, supply }, ordinalOf(modules)),
    ),
  }
}

/** Ranges that are written out; more of them are only counted. */
const RANGES_MAX = 4

/** `C01`, `C02..C32`, `C01, C33`; modules in many places are counted: `C0001..C1985, 63 of them`. */
function rangesOf(modules: readonly SiteModule[]): string {
  const runs: SiteModule[][] = []
  for (const module of modules) {
    const last = runs.at(-1)
    if (last?.at(-1)?.ordinal === module.ordinal - 1) last.push(module)
    else runs.push([module])
  }
  if (runs.length > RANGES_MAX) return `${rangeOf(modules)}, ${modules.length} of them`
  return runs.map(rangeOf).join(', ')
}

function rangeOf(modules: readonly SiteModule[]): string {
  const [first = '', last = ''] = [modules[0], modules.at(-1)].map((module) => module?.designation)
  return first === last ? first : `${first}..${last}`
}

export type Source = Omit<AssemblyConnection, 'for_each'>
/** A connection of the catalogue, its ports and length. */
export interface Draft {
  readonly source: Source
  readonly from: AssemblyPort
  readonly to: AssemblyPort
  readonly length: Connection['length']
  /** Trip of its breaker where the design sets it, A. */
  readonly trip_a?: number
}

/**
 * A connection to a port that the site's conditions or its low-voltage sections remove goes with it, and so does one from a way of
 * the block's own board that the design has no feeder for.
 */
function draftsOf(spec: AssemblySpec, facts: ConditionFacts, supply: InsideSupply): Draft[] {
  const here = spec.ports.filter((p) => holds(p.when, facts) && (p.section ?? 0) <= supply.sections_count)
  const ports = new Map(expand(here, 'array').map((p) => [p.id, p]))
  const sources = expand(
    spec.connections.filter((c) => holds(c.when, facts)),
    'for_each',
  )
  const drafts = sources.flatMap((source): Draft[] => {
    const [from, to] = [ports.get(source.from), ports.get(source.to)]
    if (from === undefined || to === undefined) return []
    const unused = from.service === 'power_lv' && BLOCK_BOARDS.includes(from.on) && !supply.ways.has(from.id)
    return unused
      ? []
      : [{ source: asDesigned(source, from, supply), from, to, length: lengthOf(spec, source, from, to) }]
  })
  return withDirectCurrent(withCabinetCables(drafts, supply.cabinet_wiring), supply.direct_current)
}

/**
 * The cable to the spine racks follows its breaker, because the number of spines is the site's; so does any other cable whose breaker is
 * above what the catalogue's size may have (incoming cables of a container with spines), as far as the terminals of its port carry it.
 */
function asDesigned(source: Source, from: AssemblyPort, { ways }: InsideSupply): Source {
  const trip = ways.get(from.id)?.trip_a ?? null
  const { cable } = source
  if (cable === undefined || trip === null || trip > (from.rating.current_a ?? Infinity)) return source
  return source.id === SPINE_CABLE || trip > largestTrip(cable, from)
    ? { ...source, cable: sizedFor(cable, trip, from) }
    : source
}

function internal(draft: Draft, cooling: Cooling, place: CircuitPlace, ordinal: string): Connection {
  const { source, from, to, length } = draft
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
      power: powerOf(source, cable.detail, from, to, length, insideCircuit(draft, place)),
    })
  const loop = loopOf(from, to, source.hose?.dn ?? 0, cooling)
  return connection({
    ...base,
    hose: coolantHose({
      dn: source.hose?.dn ?? 0,
      inner_diameter_mm: source.hose?.dn ?? 0,
      line_no: loop.line_no.replace('{c}', ordinal),
      fluid: loop.fluid,
      design_pressure_bar: loop.pressure_bar,
      coupling:
        from.termination === to.termination ? to.termination : `${from.termination} / ${to.termination}`,
      dry_break_ends: (['from', 'to'] as const).filter((end) => draft[end].dry_break === true),
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
    termination: port.termination_inside ?? port.termination,
  }
}
