import type { Device, ModuleKind, SiteModule } from '@edp/schemas'

import type { Table } from '../sheet/table.ts'
import { deviceName, pollText, type CommsSite } from './comms-site.ts'
import { mapText, typeText } from './device-words.ts'
import { reservedFor, siteAddress } from './site-address.ts'
import { designationRange } from '../sheet/designation-range.ts'

/** Modules whose devices differ in nothing but the address block of their module. */
export interface AlikeModules {
  readonly modules: readonly SiteModule[]
  readonly devices: readonly Device[]
}

const OCTET = 256
/** More ranges than this have no room in a title. */
const RANGES_MAX = 3

/** Modules with such devices, alike ones together, in the order of the manifest. */
function alikeModules({ site, devices }: CommsSite, shown: (device: Device) => boolean): AlikeModules[] {
  const groups = new Map<string, { modules: SiteModule[]; devices: readonly Device[] }>()
  for (const module of site.modules) {
    const list = (devices.get(module.module_id) ?? []).filter(shown)
    if (list.length === 0) continue
    const key = `${module.kind} ${list.map((device) => signature(device, module)).join(' ')}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { modules: [module], devices: list })
    else group.modules.push(module)
  }
  return [...groups.values()]
}

/** What a device has in common with its counterparts: all but the module's own part of the host. */
function signature(device: Device, module: SiteModule): string {
  const number = addressNumber(device.host)
  const host =
    number === null
      ? device.host.replaceAll(module.module_id, '*')
      : String(number - (module.ordinal - 1) * OCTET)
  return `${deviceName(device)}|${host}|${pollText(device)}`
}

/** An IPv4 address as a number, null for a name. */
function addressNumber(host: string): number | null {
  const octets = host.split('.').map(Number)
  if (octets.length !== 4 || octets.some((octet) => !Number.isInteger(octet) || octet < 0 || octet > 255))
    return null
  return octets.reduce((sum, octet) => sum * OCTET + octet, 0)
}

/** The addresses of modules of a kind. */
export interface AddressTable {
  readonly kind: ModuleKind
  /** With every column, and so narrow that a column of panels holds it. */
  readonly forms: readonly [Table, Table]
}

/** Most width of the texts of a table, mm, wide and narrow. */
const TEXTS = {
  wide: { type: 22, description: 64, protocol: 46 },
  narrow: { type: 20, description: 38, protocol: 28 },
} as const

/**
 * Address tables: every device of one module of each kind of alike modules, with its first and its last host; then what single
 * modules hold for the site.
 */
export function addressTables(comms: CommsSite): AddressTable[] {
  const isOwn = (device: Device): boolean => reservedFor(comms, device) === undefined
  const own = alikeModules(comms, isOwn).map((alike) => addressTable(comms, alike, isOwn, ''))
  const held = alikeModules(comms, (device) => !isOwn(device)).map((alike) =>
    addressTable(comms, alike, (device) => !isOwn(device), ', held for the site'),
  )
  return [...own, ...held]
}

function addressTable(
  comms: CommsSite,
  { modules, devices }: AlikeModules,
  shown: (device: Device) => boolean,
  what: string,
): AddressTable {
  const vlans = new Map(comms.site.network.zones.map((zone) => [zone.zone_id, zone.vlan_id]))
  const [first, last] = [modules[0], modules.at(-1)]
  const range = rangeOf(modules.map((module) => module.designation))
  const many = modules.length > 1
  const last_devices = (comms.devices.get(last?.module_id ?? '') ?? []).filter(shown)
  const rule = many ? `, ${modules.length} alike: simulated hosts ${OCTET} a module apart` : ''
  const form = (narrow: boolean): Table => {
    const most = TEXTS[narrow ? 'narrow' : 'wide']
    const vlanOf = ({ zone }: Device): string => String(vlans.get(zone ?? '') ?? '')
    return {
      whole: true,
      title: `ADDRESSES OF ${range}${what}${rule}`,
      columns: [
        { title: 'Tag' },
        { title: 'Type', max_width_mm: most.type, wrap: true },
        { title: 'Description', max_width_mm: most.description, wrap: true },
        { title: `Site address in ${first?.designation ?? ''}`, wrap: true },
        { title: `Simulated host in ${first?.designation ?? ''}`, wrap: true },
        // The title says by how much the other hosts differ.
        ...(many && !narrow ? [{ title: `Simulated in ${last?.designation ?? ''}`, wrap: true }] : []),
        { title: 'Protocol and address', max_width_mm: most.protocol, wrap: true },
        ...(narrow ? [{ title: 'Zone, VLAN', wrap: true }] : [{ title: 'Zone' }, { title: 'VLAN' }]),
        { title: 'Point map', wrap: narrow },
      ],
      rows: devices.map((device, index) => ({
        id: device.device_uuid,
        cells: [
          deviceName(device),
          typeText(device),
          device.description,
          siteAddress(comms, device),
          device.host,
          ...(many && !narrow ? [last_devices[index]?.host ?? ''] : []),
          pollText(device),
          ...(narrow ? [`${device.zone ?? ''} ${vlanOf(device)}`] : [device.zone ?? '', vlanOf(device)]),
          mapText(device),
        ],
      })),
    }
  }
  return { kind: first?.kind ?? 'compute_container', forms: [form(false), form(true)] }
}

/** Modules by their ranges; where those are too many for a title, the first and the last of them. */
function rangeOf(designations: readonly string[]): string {
  const ranges = designationRange(designations)
  return ranges.split(', ').length <= RANGES_MAX
    ? ranges
    : `${designations[0] ?? ''} to ${designations.at(-1) ?? ''}`
}
