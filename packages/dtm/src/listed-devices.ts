import type {
  AssemblyTopology,
  ModuleKind,
  Problem,
  ProtocolConfig,
  SiteModel,
  TopologyDevice,
} from '@edp/schemas'

import { checkDevice } from './check-device.ts'
import { conditionHolds } from './condition.ts'
import { shown } from './device-problem.ts'

/** A device of a topology that the site has, with the key that its id derives from. */
export interface ListedDevice {
  readonly key: string
  readonly entry: TopologyDevice
  readonly protocol_config: ProtocolConfig
}

/** Devices that every module of a kind has on this site. */
export type DevicesByKind = Partial<Record<ModuleKind, readonly ListedDevice[]>>

/** What follows from a topology or a configuration alone; a catalogue is read only, and the same for all sites. */
const constraints = new WeakMap<AssemblyTopology, readonly Problem[]>()
const texts = new WeakMap<ProtocolConfig, string>()

/** Topology file of an assembly, as messages name it. */
function topologyFile(topology: AssemblyTopology): string {
  return `${topology.assembly_id}/topology.yaml`
}

/**
 * The devices of a topology whose condition holds, by the kind of module that they belong to; alike configurations are one
 * object. Every broken constraint of the file is reported, of devices that this site does not have as well.
 */
export function listedDevices(
  topology: AssemblyTopology,
  kind: ModuleKind,
  site: Pick<SiteModel, 'payload' | 'resolution'>,
): { readonly devices: DevicesByKind; readonly problems: readonly Problem[] } {
  const configs = new Map<string, ProtocolConfig>()
  const shared = (config: ProtocolConfig): ProtocolConfig => {
    const text = texts.get(config) ?? JSON.stringify(config)
    texts.set(config, text)
    const found = configs.get(text)
    if (found !== undefined) return found
    configs.set(text, config)
    return config
  }
  const listed = topology.devices.flatMap((entry, index): ListedDevice[] =>
    conditionHolds(entry.when, site)
      ? [{ key: entry.tag ?? String(index), entry, protocol_config: shared(entry.protocol_config) }]
      : [],
  )
  const of = (per: TopologyDevice['per']): readonly ListedDevice[] =>
    listed.filter(({ entry }) => entry.per === per)
  return {
    devices: { [kind]: of(undefined), ...(kind === 'grid_container' ? { bess_unit: of('bess_unit') } : {}) },
    problems: [...constraintProblems(topology), ...duplicateKeys(topology, listed)],
  }
}

function constraintProblems(topology: AssemblyTopology): readonly Problem[] {
  const known = constraints.get(topology)
  if (known !== undefined) return known
  const problems = topology.devices.flatMap((device, index) =>
    checkDevice(device).map(({ path, message, input }) => ({
      path: [topologyFile(topology), device.tag ?? index, ...path],
      type: 'constraint',
      message: `${message}, found ${shown(input)}`,
      input,
    })),
  )
  constraints.set(topology, problems)
  return problems
}

function duplicateKeys(topology: AssemblyTopology, listed: readonly ListedDevice[]): Problem[] {
  const seen = new Set<string>()
  return listed.flatMap(({ key }) => {
    if (!seen.has(key)) {
      seen.add(key)
      return []
    }
    return [
      {
        path: [topologyFile(topology), key, 'tag'],
        type: 'duplicate',
        message: 'two devices of this site have this key',
        input: key,
      },
    ]
  })
}
