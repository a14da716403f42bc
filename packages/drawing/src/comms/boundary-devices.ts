import type { NetworkConduit, NetworkNode } from '@edp/schemas'

import type { CommsSite } from './comms-site.ts'
import { isNetworkCable } from './comms-style.ts'

/** Kinds of equipment that stand between zones and not in one. */
const BOUNDARY_KINDS: readonly NetworkNode['kind'][] = ['router', 'firewall', 'data_diode']

/** Text in place of a cable number for what the schedule does not count. */
export const PATCH = 'patch lead'

/** Whether equipment stands on conduits. */
export function isBoundary(node: NetworkNode): boolean {
  return BOUNDARY_KINDS.includes(node.kind)
}

/** The equipment that denies what a conduit does not permit, in its order on the way. */
export function enforcementOf({ site }: CommsSite, conduit: NetworkConduit): NetworkNode[] {
  return conduit.enforced_by.flatMap((tag) => {
    const node = site.network.nodes.find((n) => n.tag === tag && isBoundary(n))
    return node === undefined ? [] : [node]
  })
}

/** Numbers of the cables inside its module that end on a piece of equipment; a patch lead where there are none. */
export function cablesInside({ site }: CommsSite, { tag, module_kind }: NetworkNode): string {
  const typical = site.typicals.find((t) => t.kind === module_kind)?.connections ?? []
  const ids = typical
    .filter((c) => isNetworkCable(c) && (c.from.device === tag || c.to.device === tag))
    .map((c) => c.connection_id)
  return ids.length === 0 ? PATCH : ids.join(', ')
}
