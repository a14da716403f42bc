import type { NetworkNode, SiteModule } from '@edp/schemas'

import { NODE_SYMBOL } from '../symbols/comms/comms-symbols.ts'
import { insideOf, nodesOf, type CommsSite } from './comms-site.ts'
import type { PanelRow } from './port-rows.ts'

/** Port of the row of the cords, at either end. */
const CORD_PORT: Partial<Record<NetworkNode['kind'], string>> = {
  spine: 'data ports',
  distribution_frame: 'front',
}

/** Cords between the distribution frame of a module and its spines: one for each link that arrives over the frame. */
export function cordsCount(comms: CommsSite, frame: NetworkNode, module_id: string): number {
  const { site } = comms
  const inside = insideOf(comms, module_id).filter(({ to }) => to.device === frame.tag)
  if (inside.length > 0) return inside.reduce((sum, { quantity }) => sum + quantity, 0)
  const trunks = site.connections.filter(
    ({ from, data }) =>
      from.module_id === module_id && from.device === frame.tag && data?.network === 'compute fabric',
  )
  return trunks.length * site.network.fabric.uplinks_per_leaf
}

/** The cords as a row of the spines, and of the frame; they have no number in the cable schedule. */
export function cordRows(comms: CommsSite, node: NetworkNode, { module_id }: SiteModule): PanelRow[] {
  const port = CORD_PORT[node.kind]
  const nodes = nodesOf(comms, module_id)
  const frame = nodes.find(({ kind }) => kind === 'distribution_frame')
  const spine = nodes.find(({ kind }) => kind === 'spine')
  if (port === undefined || frame === undefined || spine === undefined) return []
  const other = node.kind === 'spine' ? frame : spine
  return [
    {
      port,
      cable_id: `${cordsCount(comms, frame, module_id)} cords`,
      layer: 'T-NETW-FABR',
      symbol: NODE_SYMBOL[other.kind],
      name: other.tag,
      lines: [other.description, 'a patch cord MPO-12 for each link of 400 Gbit/s'],
      device: null,
    },
  ]
}
