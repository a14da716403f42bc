import { Document, type Node, type YAMLMap } from 'yaml'

import { COUPLINGS, FAMILIES } from '../specs/variant.ts'
import { computeDevices, gridDevices, type ListedDevice } from './device-lists.ts'
import { protocolConfig, protocolMaps, type ProtocolMap, type Row } from './protocol-maps.ts'

const NOTE = ` Example catalogue, made by tools/example-catalogue from src/topologies: not for construction.
 Hosts are loopback addresses: a simulation can never reach a real device. In a dotted quad {instance} is the ordinal of the
 module; above 255 it carries into the octet to its left, 127.16.{instance}.11 of instance 300 is 127.17.44.11.
 A device with per: bess_unit belongs to each battery unit of the block, whose ordinal is its {instance}; one that is by_design stands
 only in the containers that the design of the site sets it into.`

/** Devices outdoors or in the battery enclosure are no components of the container. */
const NO_COMPONENT = ['hru-01']

/** Key and text of the topology.yaml of every assembly; alike devices share their map by a YAML alias. */
export function topologyTexts(): [key: string, text: string][] {
  const maps = protocolMaps()
  return FAMILIES.flatMap((family) =>
    COUPLINGS.flatMap((coupling): [string, string][] => [
      [
        `assemblies/compute-container/${family}-${coupling}/topology.yaml`,
        topologyText(`compute-container-${family}-${coupling}`, computeDevices(family), maps),
      ],
      [
        `assemblies/grid-container/${family}-${coupling}/topology.yaml`,
        topologyText(`grid-container-${family}-${coupling}`, gridDevices(family, coupling), maps),
      ],
    ]),
  )
}

function topologyText(
  assembly_id: string,
  devices: readonly ListedDevice[],
  maps: ReadonlyMap<string, ProtocolMap>,
): string {
  const definitions: Record<string, Row> = {}
  const sources: Record<string, string> = {}
  const rows = devices.map((device): Row => {
    const map = maps.get(device.map)
    if (map === undefined) throw new Error(`${device.tag}: no protocol map ${device.map}`)
    const name = definitionName(device)
    definitions[name] ??= protocolConfig(map, device.addresses)
    sources[name] = map.source
    return {
      tag: device.tag,
      device_type: device.type,
      description: device.description,
      host: device.host,
      port: device.port,
      ...(device.per === null ? {} : { per: device.per }),
      ...(device.section === null ? {} : { section: device.section }),
      ...(device.when === null ? {} : { when: device.when }),
      ...(device.by_design ? { by_design: true } : {}),
      ...(device.per === null && !device.by_design && !NO_COMPONENT.includes(device.tag)
        ? { component: device.tag }
        : {}),
      zone: device.zone,
      map_status: map.map_status,
      protocol_config: name,
    }
  })
  const document = new Document({
    schema: 'edp.assembly.topology/1',
    assembly_id,
    assembly_version: '1.0.0',
    status: 'example',
    definitions,
    devices: rows,
  })
  document.commentBefore = NOTE
  const root = document.contents as YAMLMap
  const shared = root.get('definitions') as YAMLMap<{ value: string } & Node, YAMLMap>
  const anchored = new Map<string, YAMLMap>()
  for (const pair of shared.items) {
    const name = pair.key.value
    const node = pair.value
    if (node === null) continue
    node.anchor = name
    pair.key.commentBefore = comment(sources[name] ?? '')
    anchored.set(name, node)
    for (const item of node.items) if (isCollection(item.value)) flowRows(item.value)
  }
  for (const device of (root.get('devices') as { items: YAMLMap[] }).items) {
    const target = anchored.get(String(device.get('protocol_config')))
    if (target !== undefined) device.set('protocol_config', document.createAlias(target))
    const when = device.get('when')
    if (isCollection(when)) when.flow = true
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: true })
}

/** Device with addresses of its own get a definition of their own. */
function definitionName(device: ListedDevice): string {
  return [device.map, ...Object.values(device.addresses).map(String)].join('-')
}

interface Collection {
  flow?: boolean
  items: unknown[]
}

function isCollection(node: unknown): node is Collection {
  return typeof node === 'object' && node !== null && 'items' in node
}

/** One value a line. */
function flowRows(node: Collection): void {
  if (!('items' in node) || node.items.length === 0) return
  if (!isCollection(node.items[0]) || 'key' in (node.items[0] as object)) {
    node.flow = true
    return
  }
  for (const item of node.items) if (isCollection(item)) item.flow = true
}

function comment(text: string): string {
  const words = text.trim().split(/\s+/)
  const lines: string[] = []
  let line = ''
  for (const word of words) {
    if (`${line} ${word}`.length > 118) {
      lines.push(line)
      line = ''
    }
    line = `${line} ${word}`
  }
  return [...lines, line].join('\n')
}
