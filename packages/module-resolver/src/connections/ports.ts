import { EdpError, type AssemblyPort, type AssemblySpec, type SiteModule } from '@edp/schemas'

import { holds, type ConditionFacts } from '../site/conditions.ts'
import { expand } from '../site/expand-repeats.ts'

/** A port that leads out of its module kind. */
export type OutwardPort = AssemblyPort & { readonly interface: NonNullable<AssemblyPort['interface']> }

/** Outward ports of every kind of module that has a spec. */
export type PortTable = ReadonlyMap<SiteModule['kind'], readonly OutwardPort[]>

/** Reads the outward ports of containers and yard units under the site's conditions. */
export function portTable(specs: readonly (AssemblySpec | null)[], facts: ConditionFacts): PortTable {
  const table = new Map<SiteModule['kind'], readonly OutwardPort[]>()
  const read = (kind: SiteModule['kind'], ports: readonly AssemblyPort[]): void => {
    table.set(
      kind,
      expand(ports.filter((p) => p.interface !== undefined && holds(p.when, facts))) as OutwardPort[],
    )
  }
  for (const spec of specs) {
    if (spec === null) continue
    read(spec.role, spec.ports)
    for (const unit of spec.yard) if (holds(unit.when, facts)) read(unit.kind, unit.ports)
  }
  return table
}

/** Kinds without a spec: they take whatever leads to them. */
const OPEN_KINDS: ReadonlySet<SiteModule['kind']> = new Set([
  'customer_switchgear',
  'utility_supply',
  'generator_supply',
  'solar_supply',
  'nuclear_supply',
  'wan_service',
  'earth_ring',
  'site_drain',
])

/** One end of a mated pair. */
export interface MatedEnd {
  readonly module: SiteModule
  readonly port: OutwardPort | null
}

/**
 * Finds the port of a module for an interface: its plate and slot, and its channel where it has several.
 *
 * @throws {EdpError} `dangling_port` naming the module, the slot and the module that it should mate with.
 */
export function mate(
  table: PortTable,
  module: SiteModule,
  partner: SiteModule,
  slot: string,
  channel?: number,
): MatedEnd {
  if (OPEN_KINDS.has(module.kind)) return { module, port: null }
  const wanted =
    OPEN_KINDS.has(partner.kind) && partner.kind === 'customer_switchgear' ? 'grid_container' : partner.kind
  const found = (table.get(module.kind) ?? []).find(
    (p) =>
      p.interface.slot === slot &&
      p.interface.with === wanted &&
      (p.interface.channel === undefined || channel === undefined || Number(p.interface.channel) === channel),
  )
  if (found === undefined) {
    const message = `${module.designation} has no port for slot ${slot}${channel === undefined ? '' : ` channel ${channel}`} to mate with ${partner.designation}`
    throw new EdpError('dangling_port', message, [
      { path: [module.module_id, slot], type: 'dangling_port', message, input: partner.module_id },
    ])
  }
  return { module, port: found }
}

/**
 * Checks that both halves of an interface agree on plate, service, voltage and size.
 *
 * @throws {EdpError} `dangling_port` naming both.
 */
export function checkAgreement(from: MatedEnd, to: MatedEnd): void {
  if (from.port === null || to.port === null) return
  const [a, b] = [from.port, to.port]
  const differences = [
    ...(a.service === b.service ? [] : [`service ${a.service} and ${b.service}`]),
    ...(a.interface.plate_id === b.interface.plate_id
      ? []
      : [`plate ${String(a.interface.plate_id)} and ${String(b.interface.plate_id)}`]),
    ...(a.rating.voltage_v === b.rating.voltage_v
      ? []
      : [`voltage ${String(a.rating.voltage_v)} V and ${String(b.rating.voltage_v)} V`]),
    ...(a.rating.dn === b.rating.dn ? [] : [`DN${String(a.rating.dn)} and DN${String(b.rating.dn)}`]),
  ]
  if (differences.length === 0) return
  const message = `${from.module.designation} ${a.id} and ${to.module.designation} ${b.id} disagree: ${differences.join(', ')}`
  throw new EdpError('dangling_port', message, [
    { path: [from.module.module_id, a.id], type: 'dangling_port', message, input: to.module.module_id },
  ])
}

/**
 * Checks that every port that must be used is used.
 *
 * @throws {EdpError} `dangling_port` naming each open port.
 */
export function checkAllUsed(
  table: PortTable,
  modules: readonly SiteModule[],
  used: ReadonlySet<string>,
): void {
  const problems = modules.flatMap((module) =>
    (table.get(module.kind) ?? [])
      .filter((port) => port.optional !== true && !used.has(`${module.module_id}/${port.id}`))
      .map((port) => ({
        path: [module.module_id, port.id],
        type: 'dangling_port',
        message: `${module.designation} ${port.id} mates with no ${port.interface.with}`,
        input: port.interface.slot,
      })),
  )
  if (problems.length > 0)
    throw new EdpError('dangling_port', `${problems.length} ports mate with nothing`, problems)
}
