import type { Block, Connection, ModuleKind } from '@edp/schemas'

import { isHosted, type CommsSite } from './comms-site.ts'
import { isNetworkCable, WAY_OUT } from './comms-style.ts'
import { designationRange } from '../sheet/designation-range.ts'

/** Cables of one network and one system between a module and all its counterparts of one kind. */
export interface TrunkGroup {
  readonly far_kind: ModuleKind
  readonly far_designations: string
  readonly far_count: number
  readonly near_device: string
  /** Plate and slot on either side, `CG F1`; at what others build its port, `F1`. */
  readonly near_slot: string
  readonly far_slot: string
  readonly system: 'A' | 'B' | null
  /** What of the site a compute container at the far end holds: it is drawn by itself. */
  readonly holds: Held | null
  readonly cables: readonly Connection[]
}

/** What of the site stands in a compute container for want of a grid container: the core, or spines alone. */
export type Held = 'core' | 'spines'

/** Order of the counterparts beside a core, from the top: the cables of the core switch stay together. */
const FAR_ORDER: readonly ModuleKind[] = ['wan_service', 'bess_unit', 'compute_container']

/** Network cables between modules, by the module on the grid side. */
export function trunksByModule({ site }: CommsSite): ReadonlyMap<string, readonly Connection[]> {
  const trunks = new Map<string, Connection[]>()
  for (const connection of site.connections) {
    if (!isNetworkCable(connection)) continue
    const list = trunks.get(connection.from.module_id)
    if (list === undefined) trunks.set(connection.from.module_id, [connection])
    else list.push(connection)
  }
  return trunks
}

/** Cables that leave the grid container (or the cross-connect beside the customer switchgear) of a block, alike ones together. */
export function trunkGroups(
  comms: CommsSite,
  block: Block,
  trunks: ReadonlyMap<string, readonly Connection[]>,
): TrunkGroup[] {
  const groups = new Map<string, Connection[]>()
  for (const connection of trunks.get(block.grid_module_id) ?? []) {
    const kind = comms.modules.get(connection.to.module_id)?.kind ?? ''
    const key = [
      kind,
      connection.data?.network ?? '',
      connection.system ?? '',
      connection.from.device,
      connection.cable?.type ?? '',
      heldBy(comms, connection.to.module_id) ?? '',
    ].join('|')
    const list = groups.get(key)
    if (list === undefined) groups.set(key, [connection])
    else list.push(connection)
  }
  const made = [...groups.values()].flatMap((cables): TrunkGroup[] => {
    const [first] = cables
    const far = first === undefined ? undefined : comms.modules.get(first.to.module_id)
    if (first === undefined || far === undefined) return []
    const designations = [...new Set(cables.map((cable) => cable.to.designation))]
    return [
      {
        far_kind: far.kind,
        far_designations: designationRange(designations),
        far_count: designations.length,
        near_device: deviceBehind(comms, first),
        near_slot: slotsOf(
          comms,
          cables.map(({ from }) => from),
        ),
        far_slot: slotsOf(
          comms,
          cables.map(({ to }) => to),
        ),
        system: first.system,
        holds: heldBy(comms, first.to.module_id),
        cables,
      },
    ]
  })
  const rank = (group: TrunkGroup): number =>
    2 * FAR_ORDER.indexOf(group.far_kind) + (group.holds === null ? 0 : 1)
  return made.sort((a, b) => rank(a) - rank(b))
}

function heldBy(comms: CommsSite, module_id: string): Held | null {
  const { host_module_id, nodes } = comms.site.network
  if (!isHosted(comms)) return null
  if (module_id === host_module_id) return 'core'
  const spines = nodes.find((node) => node.kind === 'spine')?.module_ids ?? []
  return spines.includes(module_id) ? 'spines' : null
}

/** What a cable between modules is lit by: the fibre panel on which it ends leads it to the switch of its path, or to the firewall pair. */
function deviceBehind({ site }: CommsSite, { from, data, system }: Connection): string {
  const nodes = site.network.nodes.filter((node) => node.module_ids.includes(from.module_id))
  if (!nodes.some((node) => node.kind === 'patch_panel' && node.tag === from.device)) return from.device
  const cores = nodes.filter((node) => node.kind === 'core_switch')
  const behind = WAY_OUT.includes(data?.network ?? '')
    ? nodes.find((node) => node.kind === 'router')
    : cores[system === 'B' ? 1 : 0]
  return behind?.tag ?? from.device
}

/** Slots of cables that are drawn as one; several of a row are named without their numbers, which the schedule has: `EX-N FA`. */
function slotsOf(comms: CommsSite, ends: readonly Connection['from'][]): string {
  const [first = '', ...others] = new Set(ends.map((end) => slotOf(comms, end)))
  return others.length === 0 ? first : first.replace(/\d+$/, '')
}

/** Plate and slot of an end. What others build has no plate: there the schedule has the plate that the far end mates with. */
function slotOf({ modules }: CommsSite, { module_id, plate_id, slot, port }: Connection['from']): string {
  return plate_id === null || slot === null || modules.get(module_id)?.scope === 'by_others'
    ? port
    : `${plate_id} ${slot}`
}
