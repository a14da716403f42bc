import { readFileSync } from 'node:fs'

import { parse, stringify } from 'yaml'

import { COUPLINGS, FAMILIES } from '../specs/variant.ts'

interface Device {
  readonly protocol_config: string
}
interface DeviceSource {
  readonly protocol_maps: Readonly<Record<string, object>>
  readonly compute: readonly Device[]
  readonly ac: readonly Device[]
  readonly dc: readonly Device[]
}

const NOTE = '# Example catalogue, made by tools/example-catalogue from devices.yaml, which names the sources of the maps.\n'

/** Key and text of the topology.yaml of every assembly; alike devices share their map by a YAML alias. */
export function topologyTexts(): [key: string, text: string][] {
  const source = parse(readFileSync(new URL('./devices.yaml', import.meta.url), 'utf8')) as DeviceSource
  return FAMILIES.flatMap((family) =>
    COUPLINGS.flatMap((coupling): [string, string][] => [
      [`assemblies/compute-container/${family}-${coupling}/topology.yaml`, text(`compute-container-${family}-${coupling}`, source.compute, source)],
      [`assemblies/grid-container/${family}-${coupling}/topology.yaml`, text(`grid-container-${family}-${coupling}`, source[coupling], source)],
    ]),
  )
}

function text(assembly_id: string, devices: readonly Device[], source: DeviceSource): string {
  const topology = {
    schema: 'edp.assembly.topology/1',
    assembly_id,
    assembly_version: '1.0.0',
    status: 'example',
    devices: devices.map((device) => ({ ...device, protocol_config: source.protocol_maps[device.protocol_config] })),
  }
  return NOTE + stringify(topology, { aliasDuplicateObjects: true, lineWidth: 0, flowCollectionPadding: true })
}
