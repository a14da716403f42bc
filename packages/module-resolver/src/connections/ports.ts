import {
  EdpError,
  type AssemblyPort,
  type AssemblySpec,
  type ModuleKind,
  type SiteModule,
} from '@edp/schemas'

import { holds, type ConditionFacts } from '../site/conditions.ts'
import { expand } from '../site/expand-repeats.ts'

/** A port that leads out of its module. */
export type OutwardPort = AssemblyPort & { readonly interface: NonNullable<AssemblyPort['interface']> }

/** Outward ports of one kind of module, also by slot, kind of the counterpart and channel. */
interface KindPorts {
  readonly all: readonly OutwardPort[]
  readonly byInterface: ReadonlyMap<string, readonly OutwardPort[]>
}

/** Outward ports of every kind of module that the catalogue describes. */
export type PortTable = ReadonlyMap<ModuleKind, KindPorts>

/** Kinds that the catalogue does not describe: they take whatever leads to them (docs/conventions.md). */
const OPEN_KINDS: ReadonlySet<ModuleKind> = new Set([
  'customer_switchgear',
  'utility_supply',
  'generator_supply',
  'solar_supply',
  'nuclear_supply',
  'wan_service',
  'earth_ring',
  'site_drain',
  'site_water',
])

/** One end of a mated pair; a kind that takes everything has no port of the catalogue. */
export interface MatedEnd {
  readonly module: SiteModule
  readonly port: OutwardPort | null
}

/** Reads the outward ports of the containers and yard units under the site's conditions, arrays written out. */
export function portTable(specs: readonly AssemblySpec[], facts: ConditionFacts): PortTable {
  const table = new Map<ModuleKind, KindPorts>()
  for (const spec of specs) {
    table.set(spec.role, kindPorts(spec.ports, facts))
    for (const unit of spec.yard)
      if (holds(unit.when, facts)) table.set(unit.kind, kindPorts(unit.ports, facts))
  }
  return table
}

function kindPorts(ports: readonly AssemblyPort[], facts: ConditionFacts): KindPorts {
  const all = expand(
    ports.filter((p) => holds(p.when, facts)),
    'array',
  ).filter(isOutward)
  const byInterface = new Map<string, OutwardPort[]>()
  for (const port of all) {
    const { slot, with: counterpart, channel } = port.interface
    const key = interfaceKey(slot, counterpart, channel)
    byInterface.set(key, [...(byInterface.get(key) ?? []), port])
  }
  return { all, byInterface }
}

function isOutward(port: AssemblyPort): port is OutwardPort {
  return port.interface !== undefined
}

export function interfaceKey(
  slot: string,
  counterpart: ModuleKind,
  channel: number | string | undefined,
): string {
  return `${slot}|${counterpart}|${channel === undefined ? '' : Number(channel)}`
}

/** What is asked of a module: a slot towards a counterpart, the channel where it has several of that kind. */
export interface Mating {
  readonly slot: string
  readonly channel?: number
  /** Chooses among several ports of one interface, e.g. the two ends of a chain. */
  readonly pick?: (port: OutwardPort) => boolean
}

/**
 * The port of a module for an interface.
 *
 * @throws {EdpError} `dangling_port` naming the module, the slot and the module that it should mate with.
 */
export function mate(table: PortTable, module: SiteModule, partner: SiteModule, mating: Mating): MatedEnd {
  if (OPEN_KINDS.has(module.kind)) return { module, port: null }
  // Customer switchgear stands in for a grid container, which is what the ports of the catalogue name.
  const wanted = partner.kind === 'customer_switchgear' ? 'grid_container' : partner.kind
  const ports = table.get(module.kind)?.byInterface
  const found =
    choose(ports?.get(interfaceKey(mating.slot, wanted, mating.channel)), mating) ??
    choose(ports?.get(interfaceKey(mating.slot, wanted, undefined)), mating)
  if (found !== undefined) return { module, port: found }
  const channel = mating.channel === undefined ? '' : ` channel ${mating.channel}`
  const message = `${module.designation} (${module.kind}) has no port for slot ${mating.slot}${channel} to mate with ${partner.designation} (${partner.kind})`
  throw new EdpError('dangling_port', message, [
    { path: [module.module_id, mating.slot], type: 'dangling_port', message, input: partner.module_id },
  ])
}

function choose(ports: readonly OutwardPort[] | undefined, mating: Mating): OutwardPort | undefined {
  return mating.pick === undefined ? ports?.[0] : ports?.find(mating.pick)
}

/**
 * Checks that both halves of an interface agree on plate, service, voltage and nominal size.
 *
 * @throws {EdpError} `dangling_port` naming both ports and what they differ in.
 */
export function checkAgreement(from: MatedEnd, to: MatedEnd): void {
  if (from.port === null || to.port === null) return
  const differences = differencesOf(from.port, to.port)
  if (differences.length === 0) return
  const message = `${from.module.designation} ${from.port.id} and ${to.module.designation} ${to.port.id} disagree: ${differences.join(', ')}`
  throw new EdpError('dangling_port', message, [
    {
      path: [from.module.module_id, from.port.id],
      type: 'dangling_port',
      message,
      input: to.module.module_id,
    },
  ])
}

function differencesOf(a: OutwardPort, b: OutwardPort): string[] {
  const differences: string[] = []
  const compare = (what: string, left: string | number | null, right: string | number | null): void => {
    if (left !== right) differences.push(`${what} ${String(left)} and ${String(right)}`)
  }
  compare('service', a.service, b.service)
  compare('plate', a.interface.plate_id, b.interface.plate_id)
  // A rating that one side leaves open cannot disagree.
  compare(
    'voltage_v',
    a.rating.voltage_v ?? b.rating.voltage_v ?? null,
    b.rating.voltage_v ?? a.rating.voltage_v ?? null,
  )
  compare('dn', a.rating.dn ?? b.rating.dn ?? null, b.rating.dn ?? a.rating.dn ?? null)
  return differences
}

/**
 * Checks that every port that must not stay open is used. `exempt` are slots that this site leaves open by design.
 *
 * @throws {EdpError} `dangling_port` naming each open port.
 */
export function checkAllUsed(
  table: PortTable,
  modules: readonly SiteModule[],
  used: ReadonlySet<string>,
  exempt: ReadonlySet<string>,
): void {
  const problems = modules.flatMap((module) =>
    (table.get(module.kind)?.all ?? [])
      .filter(
        (port) =>
          port.optional !== true &&
          !exempt.has(port.interface.slot) &&
          !used.has(portKey(module.module_id, port.id)),
      )
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

/** Key of a port of a module in the set of used ports. */
export function portKey(moduleId: string, portId: string): string {
  return `${moduleId}/${portId}`
}
