import type { Device, ModuleKind, NetworkNode, SiteModule } from '@edp/schemas'

import { designationsOf, nodesOf, type CommsSite } from './comms-site.ts'
import { cordRows } from './frame-cords.ts'
import { leadRows, portsUsed } from './core-ports.ts'
import { addressText, deviceRow, type Found, type PanelRow } from './port-rows.ts'
import { trunkRows } from './trunk-rows.ts'
import { cablesOf, ownRows, variantRows } from './typical-variants.ts'

/** A switch, gateway or group of devices with everything on it. */
export interface Panel {
  readonly title: string
  readonly node: NetworkNode | null
  /** Its ports; of a core switch also how many are taken. */
  readonly ports: string
  /** Where the switch itself is polled, or the address that is set aside for it; null where there is neither. */
  readonly managed: string | null
  /** Which of the alike modules have it, where not all do. */
  readonly only: string | null
  readonly rows: readonly PanelRow[]
}

/** Zone in which switches and servers are managed. */
const MANAGEMENT = 'Z4'
const NO_NODE = { title: '', node: null, ports: '', managed: null, only: null } as const

/** Ports of a core switch with how many are taken; more than it has are to be designed (NET-004). */
function portsText(comms: CommsSite, node: NetworkNode, module: SiteModule): string {
  if (node.kind !== 'core_switch') return node.ports
  const used = portsUsed(comms, node, module)
  return used > Number.parseInt(node.ports, 10)
    ? `${node.ports}, ${used} are needed: NET-004`
    : `${node.ports}, ${used} of them taken`
}

/** Modules that have a piece of equipment, where others of their kind have none. */
function onlyIn(comms: CommsSite, { module_kind, module_ids }: NetworkNode): string | null {
  const alike = comms.site.modules.filter((module) => module.kind === module_kind)
  return module_ids.length === alike.length ? null : `in ${designationsOf(comms, module_ids)} alone`
}

/** Address in the management zone of what the manifest does not hold; of several the first one. The firewalls follow the gateway that they share. */
function reservedText({ site }: CommsSite, { tag }: NetworkNode): string | null {
  const row = site.network.reserved_addresses.findLast((r) => r.tag === tag && r.zone_id === MANAGEMENT)
  return row === undefined
    ? null
    : `${row.zone_id} ${row.address}${row.count === 1 ? '' : ' and up'}, reserved`
}

/** Panels of the typical module of a kind: each switch with its ports, and the devices that no listed cable reaches. */
export function typicalPanels(comms: CommsSite, module: SiteModule): Panel[] {
  const nodes = nodesOf(comms, module.module_id)
  const devices = comms.devices.get(module.module_id) ?? []
  const inside = cablesOf(comms, module)
  const found: Found = { comms, module, devices, nodes, drawn: new Set(), through: new Set() }
  const panels = nodes.map((node): Panel => {
    const own = devices.find((device) => device.tag === node.tag)
    const only = onlyIn(comms, node)
    return {
      title: '',
      node,
      managed: own === undefined ? reservedText(comms, node) : `polled at ${addressText(comms, own)}`,
      only,
      ports: portsText(comms, node, module),
      rows: [
        ...(only === null ? variantRows : ownRows)(node, inside, found),
        ...trunkRows(node, found, inside.own),
        ...leadRows(comms, node, module),
        ...cordRows(comms, node, module),
      ],
    }
  })
  const rest = devices.filter(
    (device) => !found.drawn.has(device.device_uuid) && !nodes.some((node) => node.tag === device.tag),
  )
  return withRest(comms, panels, rest, module.kind).filter((panel) => panel.rows.length > 0)
}

/** Devices without a cable of their own in the catalogue: on the enclosure's switch, or behind another device. */
function withRest(
  comms: CommsSite,
  panels: readonly Panel[],
  rest: readonly Device[],
  kind: ModuleKind,
): Panel[] {
  if (rest.length === 0) return [...panels]
  const rows = rest.map((device): PanelRow => ({
    port: '',
    cable_id: kind === 'bess_unit' ? 'by the maker' : 'control cable',
    layer:
      device.protocol_config.protocol === 'canopen_gw' || kind !== 'bess_unit'
        ? 'T-NETW-SERL'
        : 'T-NETW-COPR',
    ...deviceRow(comms, device),
  }))
  const enclosure = panels.findIndex((panel) => kind === 'bess_unit' && panel.node?.kind === 'ot_switch')
  if (enclosure < 0) return [...panels, { ...NO_NODE, title: 'BEHIND OTHER DEVICES', rows }]
  return panels.map((panel, index) =>
    index === enclosure ? { ...panel, rows: [...panel.rows, ...rows] } : panel,
  )
}
