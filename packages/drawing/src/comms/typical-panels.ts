import type { Device, ModuleKind, NetworkNode, SiteModule } from '@edp/schemas'

import { NODE_SYMBOL } from '../symbols/comms/comms-symbols.ts'
import { PATCH } from './boundary-devices.ts'
import { designationsOf, nodesOf, type CommsSite } from './comms-site.ts'
import { addressText, deviceRow, type Found, type PanelRow } from './port-rows.ts'
import { trunkRows } from './trunk-rows.ts'
import { cablesOf, ownRows, variantRows } from './typical-variants.ts'

/** A switch, gateway or group of devices with everything on it. */
export interface Panel {
  readonly title: string
  readonly node: NetworkNode | null
  /** Where the switch itself is polled; null where it is not. */
  readonly managed: string | null
  /** Which of the alike modules have it, where not all do. */
  readonly only: string | null
  readonly rows: readonly PanelRow[]
}

const NO_NODE = { title: '', node: null, managed: null, only: null } as const

/** Modules that have a piece of equipment, where others of their kind have none. */
function onlyIn(comms: CommsSite, { module_kind, module_ids }: NetworkNode): string | null {
  const alike = comms.site.modules.filter((module) => module.kind === module_kind)
  return module_ids.length === alike.length ? null : `in ${designationsOf(comms, module_ids)} alone`
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
      managed: own === undefined ? null : addressText(comms, own),
      only,
      rows: [
        ...(only === null ? variantRows : ownRows)(node, inside, found),
        ...trunkRows(node, found, inside.own),
      ],
    }
  })
  const rest = devices.filter(
    (device) => !found.drawn.has(device.device_uuid) && !nodes.some((node) => node.tag === device.tag),
  )
  const all = [...withRest(comms, panels, rest, module.kind), ...coreOf(comms, nodes)]
  return all.filter((panel) => panel.rows.length > 0)
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

/** Servers of the core that the catalogue patches inside their rack, and what only the diode joins to the jump host. */
function coreOf(comms: CommsSite, nodes: readonly NetworkNode[]): Panel[] {
  const patched = (...kinds: NetworkNode['kind'][]): PanelRow[] =>
    nodes
      .filter((node) => kinds.includes(node.kind))
      .map((node) => ({
        port: '',
        cable_id: PATCH,
        layer: 'T-NETW-COPR',
        symbol: NODE_SYMBOL[node.kind],
        name: `${node.tag}  ${node.zone_id}`,
        lines: [node.description, node.ports],
        device: null,
      }))
  const servers = patched('ems_server', 'jump_host', 'clock')
  const ems = nodes.find((node) => node.kind === 'ems_server')
  const diode = nodes.find((node) => node.kind === 'data_diode')
  return [
    {
      ...NO_NODE,
      title: 'EMS RACK, on the core switches',
      only: ems === undefined ? null : onlyIn(comms, ems),
      rows: servers,
    },
    ...(diode === undefined
      ? []
      : [
          {
            ...NO_NODE,
            node: diode,
            only: onlyIn(comms, diode),
            rows: patched('media_station', 'jump_host'),
          },
        ]),
  ]
}
