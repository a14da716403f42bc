import type { Connection, Endpoint, SiteModule } from '@edp/schemas'

import type { OutwardPort, PortTable } from './ports.ts'

type Entry = NonNullable<OutwardPort['entry']>

/** Cables that pass a plate, the earthing conductors beside singles among them. */
export function cablesThrough({ cable, quantity, earth_length_m }: Connection): number {
  if (cable === null) return 0
  return quantity * cable.sets_count * (cable.cables_per_set_count + (earth_length_m > 0 ? 1 : 0))
}

/**
 * Connections with the slots of the plates that they pass on the side of a module that has many alike: they fill one slot after
 * the other, in their order. All conductors of a circuit pass one opening (NEC 2023, 300.20(B)); what a slot cannot take begins at the
 * next one, and goes on in those behind it. A catalogue may have fewer slots than are filled: a finding tells.
 */
export function withPlateEntries(
  connections: readonly Connection[],
  modules: readonly SiteModule[],
  ports: PortTable,
): Connection[] {
  const entries = entriesOf(modules, ports)
  const filled = new Map<string, Filling>()
  const placed = (end: Endpoint, cables: number): Endpoint => {
    const entry = entries.get(end.module_id)?.get(end.port)
    if (entry === undefined || cables === 0) return end
    const key = `${end.module_id}|${entry.plate_id}|${entry.slot}`
    const before = filled.get(key) ?? { slot: 1, cables: 0 }
    const first =
      before.cables + cables > entry.cables_count && before.cables > 0 ? before.slot + 1 : before.slot
    const within = (first === before.slot ? before.cables : 0) + cables
    const further = Math.ceil(within / entry.cables_count) - 1
    const last = first + further
    filled.set(key, { slot: last, cables: within - further * entry.cables_count })
    const label = [...new Set([first, last])].map((number) => `${entry.slot}${number}`).join(' to ')
    return { ...end, plate_id: entry.plate_id, slot: label }
  }
  return connections.map((connection) => {
    const cables = cablesThrough(connection)
    return { ...connection, from: placed(connection.from, cables), to: placed(connection.to, cables) }
  })
}

/** Slot that is being filled, and the cables in it. */
interface Filling {
  readonly slot: number
  readonly cables: number
}

/** Entries of the modules by their ports; modules without any are left out. */
function entriesOf(
  modules: readonly SiteModule[],
  ports: PortTable,
): ReadonlyMap<string, ReadonlyMap<string, Entry>> {
  const ofKind = new Map(
    [...ports].map(([kind, { all }]) => [
      kind,
      new Map(all.flatMap(({ id, entry }) => (entry === undefined ? [] : [[id, entry] as const]))),
    ]),
  )
  return new Map(
    modules.flatMap(({ module_id, kind }) => {
      const entries = ofKind.get(kind)
      return entries === undefined || entries.size === 0 ? [] : [[module_id, entries] as const]
    }),
  )
}
