import type { Connection, NetworkConduit, NetworkNode } from '@edp/schemas'

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

/**
 * Numbers of the cables inside its module that a conduit passes equipment on; a patch lead where there are none. The management
 * ports of the firewall pair are no way through it, its leads to a patch panel are those of the cables outside.
 */
export function cablesInside({ site }: CommsSite, { tag, kind, module_kind }: NetworkNode): string {
  const typical = site.typicals.find((t) => t.kind === module_kind)?.connections ?? []
  const aside = site.network.nodes
    .filter((n) => ['oob_switch', 'patch_panel'].includes(n.kind) && n.module_kind === module_kind)
    .map((n) => n.tag)
  const leadsAside = ({ from, to }: Connection): boolean =>
    kind === 'router' && [from.device, to.device].some((device) => aside.includes(device))
  const ids = typical
    .filter((c) => isNetworkCable(c) && (c.from.device === tag || c.to.device === tag) && !leadsAside(c))
    .map((c) => c.connection_id)
  return ids.length === 0 ? PATCH : ids.join(', ')
}

/** Numbers of the cables inside a module that join equipment to others; a patch lead where there are none. */
export function cablesBetween(
  { site }: CommsSite,
  node: NetworkNode | undefined,
  others: readonly NetworkNode[],
): string {
  const tags = others.map((other) => other.tag)
  const typical = site.typicals.find((t) => t.kind === node?.module_kind)?.connections ?? []
  const ids = typical
    .filter(
      ({ from, to }) =>
        (from.device === node?.tag && tags.includes(to.device)) ||
        (to.device === node?.tag && tags.includes(from.device)),
    )
    .map((c) => c.connection_id)
  return ids.length === 0 ? `${PATCH}s` : ids.join(', ')
}
