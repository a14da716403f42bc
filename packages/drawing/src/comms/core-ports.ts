import type { NetworkLead, NetworkNode, SiteModule } from '@edp/schemas'

import { NODE_SYMBOL } from '../symbols/comms/comms-symbols.ts'
import { PATCH } from './boundary-devices.ts'
import { insideOf, nodesOf, type CommsSite } from './comms-site.ts'
import { isNetworkCable } from './comms-style.ts'
import type { PanelRow } from './port-rows.ts'

/** Equipment whose leads are listed by its ports; those of a server are on its switch, or on the diode. */
const LISTED: readonly NetworkNode['kind'][] = ['core_switch', 'data_diode', 'router']

/** Leads between equipment that stands in a module. */
function leadsIn(comms: CommsSite, { module_id }: SiteModule): NetworkLead[] {
  const tags = nodesOf(comms, module_id).map((node) => node.tag)
  const core = nodesOf(comms, module_id).some((node) => node.kind === 'core_switch')
  return core
    ? comms.site.network.leads.filter(({ from, to }) => tags.includes(from) && tags.includes(to))
    : []
}

/** Leads of a piece of equipment as ports of it, with the port at the other end. */
export function leadRows(comms: CommsSite, node: NetworkNode, module: SiteModule): PanelRow[] {
  if (!LISTED.includes(node.kind)) return []
  const nodes = nodesOf(comms, module.module_id)
  return leadsIn(comms, module).flatMap((lead): PanelRow[] => {
    const { from, from_port, to, to_port, medium } = lead
    const near = to === node.tag ? to_port : from === node.tag ? from_port : null
    if (near === null) return []
    const [tag, port] = to === node.tag ? [from, from_port] : [to, to_port]
    const other = nodes.find((n) => n.tag === tag)
    if (other === undefined) return []
    return [
      {
        port: near,
        cable_id: PATCH,
        layer: 'T-NETW-COPR',
        symbol: NODE_SYMBOL[other.kind],
        name: `${tag}  ${other.zone_id}`,
        lines: [other.description, `port ${port}; ${medium}`],
        device: null,
      },
    ]
  })
}

/** Ports of a core switch that are taken: cables between modules and inside, leads of its rack. */
export function portsUsed(comms: CommsSite, node: NetworkNode, module: SiteModule): number {
  const { module_id } = module
  const trunks = comms.site.connections.filter((c) =>
    [c.from, c.to].some((end) => end.module_id === module_id && end.device === node.tag),
  ).length
  const inside = insideOf(comms, module_id)
    .filter((c) => isNetworkCable(c) && [c.from.device, c.to.device].includes(node.tag))
    .reduce((sum, { quantity }) => sum + quantity, 0)
  const leads = leadsIn(comms, module).filter((l) => l.from === node.tag || l.to === node.tag)
  return trunks + inside + leads.length
}
