import { canonicalJson, type Device, type Dtm } from '@edp/schemas'

import { shown } from './device-problem.ts'
import { diffConfig, type ConfigChange } from './diff-config.ts'
import { transportOf } from './endpoint.ts'

/** What a reader of the old manifest has to do about the new one. */
export type SemverVerdict = 'none' | 'patch' | 'minor' | 'major'

/** A device as a report names it. */
export interface DeviceName {
  readonly device_uuid: string
  readonly module_id: string
  /** Tag, or device type where there is none. */
  readonly name: string
}

/** A device with a new endpoint. */
export interface MovedDevice extends DeviceName {
  readonly from: string
  readonly to: string
}

/** A device that is described or polled in another way. */
export interface ChangedDevice extends DeviceName {
  readonly reasons: readonly string[]
  readonly verdict: SemverVerdict
}

/** Difference of two manifests; devices are the same when their ids are. */
export interface DtmDiff {
  readonly verdict: SemverVerdict
  readonly added: readonly DeviceName[]
  readonly removed: readonly DeviceName[]
  readonly moved: readonly MovedDevice[]
  readonly changed: readonly ChangedDevice[]
  readonly modules_added: readonly string[]
  readonly modules_removed: readonly string[]
  /** Changes of the head: deployment, schema version, mode, sizing, modules. */
  readonly notes: readonly string[]
}

const RANK = { none: 0, patch: 1, minor: 2, major: 3 } as const satisfies Record<SemverVerdict, number>

/**
 * What changed from manifest `a` to `b`, and what it asks of a reader: `major` when something it used is gone or would be
 * misread, `minor` when there is more to read, `patch` when only endpoints, rates, tags or texts differ. A `dtm_version`
 * alone is no difference. An absent `transport` is that of the protocol, so that writing it out is none either.
 *
 * @example diffDtm(before, after).verdict
 */
export function diffDtm(a: Dtm, b: Dtm): DtmDiff {
  const before = new Map(a.devices.map((device) => [device.device_uuid, device]))
  const after = new Map(b.devices.map((device) => [device.device_uuid, device]))
  const both = b.devices.flatMap((device): [Device, Device][] => {
    const old = before.get(device.device_uuid)
    return old === undefined ? [] : [[old, device]]
  })
  const added = b.devices.filter((device) => !before.has(device.device_uuid)).map(nameOf)
  const removed = a.devices.filter((device) => !after.has(device.device_uuid)).map(nameOf)
  const moved = both.flatMap(([old, device]) => movedDevice(old, device))
  const changed = both.flatMap(([old, device]) => changedDevice(old, device))
  const modules_before = new Set(a.modules.map((module) => module.module_id))
  const modules_after = new Set(b.modules.map((module) => module.module_id))
  const modules_added = [...modules_after].filter((id) => !modules_before.has(id))
  const modules_removed = [...modules_before].filter((id) => !modules_after.has(id))
  const head = headChanges(a, b)
  const verdict = greatest([
    ...(removed.length + modules_removed.length > 0 ? ['major' as const] : []),
    ...(added.length + modules_added.length > 0 ? ['minor' as const] : []),
    ...(moved.length > 0 ? ['patch' as const] : []),
    ...changed.map((device) => device.verdict),
    ...head.map((change) => change.verdict),
  ])
  return {
    verdict,
    added,
    removed,
    moved,
    changed,
    modules_added,
    modules_removed,
    notes: head.map((change) => change.reason),
  }
}

function greatest(verdicts: readonly SemverVerdict[]): SemverVerdict {
  return verdicts.reduce<SemverVerdict>(
    (most, verdict) => (RANK[verdict] > RANK[most] ? verdict : most),
    'none',
  )
}

function nameOf(device: Device): DeviceName {
  return {
    device_uuid: device.device_uuid,
    module_id: device.module_id,
    name: device.tag ?? device.device_type,
  }
}

function movedDevice(old: Device, device: Device): MovedDevice[] {
  const from = `${old.host}:${old.port}`
  const to = `${device.host}:${device.port}`
  return from === to ? [] : [{ ...nameOf(device), from, to }]
}

function changedDevice(old: Device, device: Device): ChangedDevice[] {
  const changes: ConfigChange[] = [
    ...(['module_id', 'device_type'] as const).flatMap((key) =>
      fieldChange(key, old[key], device[key], 'major'),
    ),
    ...fieldChange('transport', transportIn(old), transportIn(device), 'major'),
    ...(['tag', 'description', 'zone', 'manufacturer', 'model', 'map_status'] as const).flatMap((key) =>
      fieldChange(key, old[key], device[key], 'patch'),
    ),
    ...(old.protocol_config === device.protocol_config
      ? []
      : diffConfig(old.protocol_config, device.protocol_config)),
  ]
  if (changes.length === 0) return []
  return [
    {
      ...nameOf(device),
      reasons: changes.map((change) => change.reason),
      verdict: greatest(changes.map((c) => c.verdict)),
    },
  ]
}

function transportIn({ transport, protocol_config }: Device): 'tcp' | 'udp' {
  return transport ?? transportOf(protocol_config)
}

function headChanges(a: Dtm, b: Dtm): ConfigChange[] {
  const modules = new Map(a.modules.map((module) => [module.module_id, module]))
  return [
    ...fieldChange('deployment_uuid', a.deployment_uuid, b.deployment_uuid, 'major'),
    ...fieldChange('schema_version', a.schema_version, b.schema_version, 'major'),
    ...fieldChange('ems_mode', a.ems_mode, b.ems_mode, 'patch'),
    ...(['P_compute_total_kW', 'E_BESS_total_kWh', 'T_coolant_setpoint_C'] as const).flatMap((key) =>
      fieldChange(`sizing_params.${key}`, a.sizing_params[key], b.sizing_params[key], 'minor'),
    ),
    ...b.modules.flatMap((module): ConfigChange[] => {
      const old = modules.get(module.module_id)
      if (old === undefined || canonicalJson(old) === canonicalJson(module)) return []
      return [
        {
          reason: `module ${module.module_id} described differently`,
          verdict: old.module_type === module.module_type ? 'patch' : 'major',
        },
      ]
    }),
  ]
}

function fieldChange(field: string, old: unknown, value: unknown, verdict: SemverVerdict): ConfigChange[] {
  return old === value
    ? []
    : [
        {
          reason: `${field}: ${shown(old)} -> ${shown(value)}`,
          verdict,
        },
      ]
}
