import type { Connection, Device, ModuleKind, NetworkNode, SiteModule } from '@edp/schemas'

import { deviceName, nodesOf, pollText, type CommsSite } from './comms-site.ts'
import { cableLayer, isNetworkCable } from './comms-style.ts'
import { cableRange } from './ranges.ts'

/** What hangs on a port of a switch. */
export interface PanelRow {
  readonly port: string
  readonly cable_id: string
  readonly layer: string
  readonly symbol: 'DEVICE' | 'GATEWAY' | 'PLATE-PORT'
  /** Tag of the device or name of the far end. */
  readonly name: string
  readonly lines: readonly string[]
  readonly uuid: string | null
}

/** A switch, gateway or group of devices with everything on it. */
export interface Panel {
  readonly title: string
  readonly node: NetworkNode | null
  readonly rows: readonly PanelRow[]
}

/** Text in place of a cable number for what the schedule does not count. */
const PATCH = 'patch lead'

/** Panels of the typical module of a kind: each switch with its ports, and the devices that no listed cable reaches. */
export function typicalPanels(comms: CommsSite, module: SiteModule): Panel[] {
  const nodes = nodesOf(comms, module.module_id)
  const devices = comms.devices.get(module.module_id) ?? []
  const internal = comms.site.typicals.find((typical) => typical.kind === module.kind)?.connections ?? []
  const cables = internal.filter((c) => isNetworkCable(c) && c.from.device !== c.to.device)
  const drawn = new Set<string>()
  const panels = nodes.map((node) => {
    const rows = [
      ...cables.flatMap((cable) => internalRow(cable, node, { devices, nodes, drawn })),
      ...trunkRows(comms, module, node),
    ]
    return { title: '', node, rows }
  })
  const rest = devices.filter(
    (device) => !drawn.has(device.device_uuid) && !nodes.some((node) => node.tag === device.tag),
  )
  return [...withRest(panels, rest, module.kind), ...coreOf(nodes)].filter((panel) => panel.rows.length > 0)
}

interface Drawn {
  readonly devices: readonly Device[]
  readonly nodes: readonly NetworkNode[]
  /** Devices that already have their row. */
  readonly drawn: Set<string>
}

function internalRow(cable: Connection, node: NetworkNode, { devices, nodes, drawn }: Drawn): PanelRow[] {
  const [near, far] = cable.from.device === node.tag ? [cable.from, cable.to] : [cable.to, cable.from]
  if (near.device !== node.tag) return []
  const base = { port: shortPort(near.port), cable_id: cable.connection_id, layer: cableLayer(cable) }
  const device = devices.find((d) => d.tag === far.device)
  const other = nodes.find((n) => n.tag === far.device)
  const symbol = far.plate_id === null && !far.port.startsWith(`${far.device}.`) ? 'PLATE-PORT' : 'DEVICE'
  const managed = node.kind === 'leaf' || node.kind === 'spine' ? null : (device ?? null)
  if (managed === null || drawn.has(managed.device_uuid)) {
    const what =
      other?.description ??
      device?.description ??
      (far.plate_id === null ? cable.description : `Interface plate ${far.device}`)
    return [
      {
        ...base,
        symbol: other === undefined && device === undefined ? 'PLATE-PORT' : symbol,
        name: far.device,
        lines: [what, `port ${far.port}`],
        uuid: null,
      },
    ]
  }
  drawn.add(managed.device_uuid)
  return [{ ...base, ...deviceRow(managed) }]
}

function deviceRow(device: Device): Pick<PanelRow, 'symbol' | 'name' | 'lines' | 'uuid'> {
  const gateway = device.protocol_config.protocol === 'canopen_gw'
  return {
    symbol: gateway ? 'GATEWAY' : 'DEVICE',
    name: `${deviceName(device)}  ${device.device_type}`,
    lines: [device.description, `${device.host}  ${pollText(device)}  ${device.zone ?? ''}`],
    uuid: device.device_uuid,
  }
}

/** Cables that leave the module, by network and system; those to many modules as a range. */
function trunkRows(comms: CommsSite, module: SiteModule, node: NetworkNode): PanelRow[] {
  const groups = new Map<string, { cables: Connection[]; far: string }>()
  for (const cable of comms.site.connections) {
    if (!isNetworkCable(cable)) continue
    const outward = cable.from.module_id === module.module_id
    if (!outward && cable.to.module_id !== module.module_id) continue
    const [near, far] = outward ? [cable.from, cable.to] : [cable.to, cable.from]
    if (!belongs(cable, near.device, node)) continue
    const kind = comms.modules.get(far.module_id)?.kind ?? ''
    const key = [kind, cable.data?.network ?? '', cable.system ?? ''].join('|')
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { cables: [cable], far: far.designation })
    else group.cables.push(cable)
  }
  return [...groups.values()].flatMap(({ cables, far }): PanelRow[] => {
    const [first] = cables
    if (first === undefined) return []
    const near = first.from.module_id === module.module_id ? first.from : first.to
    const opposite = near === first.from ? first.to : first.from
    return [
      {
        port: shortPort(near.port),
        cable_id: cableRange(cables.map((cable) => cable.connection_id)),
        layer: cableLayer(first),
        symbol: 'PLATE-PORT',
        name: cables.length === 1 ? `to ${far}` : `to ${far} and ${cables.length - 1} more`,
        lines: [
          `${first.data?.network ?? ''}${first.system === null ? '' : `, system ${first.system}`}, ${first.cable?.type ?? ''}`,
          `plate ${near.plate_id ?? '-'} slot ${near.slot ?? '-'}, far end ${opposite.device} ${opposite.port}`,
        ],
        uuid: null,
      },
    ]
  })
}

/** Which equipment of a module a trunk ends on: the device that the cable names, or by its network. */
function belongs(cable: Connection, near_device: string, node: NetworkNode): boolean {
  if (near_device === node.tag) return true
  const network = cable.data?.network ?? ''
  if (node.module_kind === 'grid_container') return network === 'compute fabric' && node.kind === 'spine'
  if (node.module_kind === 'bess_unit') return node.kind === 'ot_switch'
  if (network === 'OT') return node.kind === 'ot_switch'
  if (network !== 'compute fabric') return false
  return node.kind === 'leaf' && node.tag.endsWith(cable.system === 'B' ? '2' : '1')
}

/** Devices without a cable of their own in the catalogue: on the enclosure's switch, or behind another device. */
function withRest(panels: readonly Panel[], rest: readonly Device[], kind: ModuleKind): Panel[] {
  if (rest.length === 0) return [...panels]
  const rows = rest.map((device): PanelRow => ({
    port: '',
    cable_id: kind === 'bess_unit' ? 'by the maker' : 'control cable',
    layer:
      device.protocol_config.protocol === 'canopen_gw' || kind !== 'bess_unit'
        ? 'T-NETW-SERL'
        : 'T-NETW-COPR',
    ...deviceRow(device),
  }))
  const enclosure = panels.findIndex((panel) => kind === 'bess_unit' && panel.node?.kind === 'ot_switch')
  if (enclosure < 0) return [...panels, { title: 'BEHIND OTHER DEVICES', node: null, rows }]
  return panels.map((panel, index) =>
    index === enclosure ? { ...panel, rows: [...panel.rows, ...rows] } : panel,
  )
}

/** Servers of the core that the catalogue patches inside their rack. */
function coreOf(nodes: readonly NetworkNode[]): Panel[] {
  const kinds: readonly string[] = ['ems_server', 'jump_host', 'clock', 'data_diode']
  const rows = nodes
    .filter((node) => kinds.includes(node.kind))
    .map((node): PanelRow => ({
      port: '',
      cable_id: PATCH,
      layer: 'T-NETW-COPR',
      symbol: 'DEVICE',
      name: `${node.tag}  ${node.zone_id}`,
      lines: [node.description, node.ports],
      uuid: null,
    }))
  return rows.length === 0 ? [] : [{ title: 'EMS RACK, on the core switches', node: null, rows }]
}

function shortPort(port: string): string {
  return port.slice(port.indexOf('.') + 1)
}
