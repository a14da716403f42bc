import type {
  AssemblySpec,
  Block,
  BlockElectrical,
  Connection,
  Cooling,
  Endpoint,
  ModuleKind,
  Network,
  SiteModule,
} from '@edp/schemas'

import { EARTH_RING } from '../electrical/earth-ring.ts'
import { greatestKa } from '../electrical/fault-figure.ts'
import { byOthers } from './connection-parts.ts'
import { checkAgreement, mate, portKey, type MatedEnd, type Mating, type PortTable } from './ports.ts'

/** What the connections of one block are made from. */
export interface Wiring {
  readonly ports: PortTable
  readonly block: Block
  readonly electrical: BlockElectrical
  readonly head: SiteModule
  readonly byKind: ReadonlyMap<ModuleKind, readonly SiteModule[]>
  readonly byId: ReadonlyMap<string, SiteModule>
  readonly wan: SiteModule | null
  /** Compute container that holds the core, and the links that either of its two cables carries; null where a grid container does. */
  readonly core: { readonly module_id: string; readonly links_count: number } | null
  readonly cooling: Cooling
  readonly network: Network
  readonly compute: AssemblySpec
  /** Assembly of the grid containers; null where the site has none. */
  readonly grid: AssemblySpec | null
  readonly air_c: number
  readonly ground_c: number
  /** Ports that found their partner, filled while the connections are made. */
  readonly used: Set<string>
}

/** A module of the block by its id. */
export function moduleOf(wiring: Wiring, id: string): SiteModule {
  const module = wiring.byId.get(id)
  if (module === undefined) throw new RangeError(`no module ${id}`)
  return module
}

/** Modules of a kind in the block. */
export function modulesOf(wiring: Wiring, kind: ModuleKind): readonly SiteModule[] {
  return wiring.byKind.get(kind) ?? []
}

/** The one module of a kind that every block has. */
export function onlyOf(wiring: Wiring, kind: ModuleKind): SiteModule {
  const [module] = modulesOf(wiring, kind)
  if (module === undefined) throw new RangeError(`${wiring.block.block_id} has no ${kind}`)
  return module
}

/** Greatest prospective current at the origin of a circuit on a low-voltage section, kA; null where the section is unknown. */
export function greatestOn({ electrical }: Wiring, bus_tag: string): number | null {
  const bus = electrical.lv_buses.find(({ tag }) => tag === bus_tag)
  return bus === undefined ? null : greatestKa(bus)
}

/**
 * Mates two modules on a slot and returns both ends of the connection, `from` first. `label` is the slot as engraved on the
 * plate, where it carries a channel number.
 *
 * @throws {EdpError} `dangling_port` when a port has no partner or both disagree.
 */
export function endsOf(
  wiring: Wiring,
  from: SiteModule,
  to: SiteModule,
  mating: { readonly from: Mating; readonly to: Mating; readonly label?: string },
): Pick<Connection, 'from' | 'to'> {
  const a = mate(wiring.ports, from, to, mating.from)
  const b = mate(wiring.ports, to, from, mating.to)
  checkAgreement(a, b)
  for (const end of [a, b]) if (end.port !== null) wiring.used.add(portKey(end.module.module_id, end.port.id))
  const plate = a.port?.interface.plate_id ?? b.port?.interface.plate_id ?? null
  const slot = mating.label ?? mating.from.slot
  return { from: endpoint(a, b, slot, plate), to: endpoint(b, a, slot, plate) }
}

/** Both ends on the same slot; `channel` is that of the grid container's port. */
export function mated(
  wiring: Wiring,
  from: SiteModule,
  to: SiteModule,
  slot: string,
  channel?: number,
  label?: string,
): Pick<Connection, 'from' | 'to'> {
  const mating = channel === undefined ? { slot } : { slot, channel }
  return endsOf(wiring, from, to, { from: mating, to: mating, ...(label === undefined ? {} : { label }) })
}

/** How a cable ends at what is laid with the works: a lug is not made for burial. Source: NEC 2023, 250.70. */
const LAID: Partial<Record<ModuleKind, string>> = { earth_ring: EARTH_RING.joint }

function endpoint(end: MatedEnd, other: MatedEnd, slot: string, plate: string | null): Endpoint {
  return {
    module_id: end.module.module_id,
    designation: end.module.designation,
    device: end.port?.on ?? end.module.designation,
    port: end.port?.id ?? slot,
    plate_id: LAID[end.module.kind] === undefined ? plate : null,
    slot,
    // A kind without a specification takes the same termination as its counterpart.
    termination:
      end.port?.termination ?? LAID[end.module.kind] ?? byOthers(other.port?.termination ?? 'termination'),
  }
}
