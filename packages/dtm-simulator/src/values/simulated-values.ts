import type { Dtm } from '@edp/dtm'

import { deviceName, simulatedDevice, type SimulatedDevice, type ValueOverrides } from './simulated-device.ts'
import type { JsonValue } from './redfish-values.ts'
import type { RawValue } from './value-rules.ts'

/** What a client must read from one point of a simulated manifest. */
export interface SimulatedValue {
  readonly device_uuid: string
  /** `module_id/tag`. */
  readonly device: string
  readonly protocol: SimulatedDevice['protocol']
  /** Endpoint of the manifest, before a port offset. */
  readonly host: string
  readonly port: number
  /** Name of the value; null for an SNMP scale object that no map lists. */
  readonly name: string | null
  /** Address in the words of the protocol, e.g. `unit 1 fc 3 @ 3059 x 2`. */
  readonly address: string
  /** Decoded by its type, before scale, offset and labels; for Redfish the JSON value, null where no pointer says which. */
  readonly raw: RawValue | JsonValue | null
  /** Raw value with scale, offset, scale factor and bit applied, in `unit`. */
  readonly value: RawValue | JsonValue | null
  readonly unit?: string
  /** Label of an enumeration. */
  readonly label?: string
  /** Modbus: the coils or registers on the wire, in word and byte order. */
  readonly words?: readonly number[]
  readonly access: 'r' | 'w' | 'rw'
}

/**
 * Every value that the simulator serves for a manifest, device by device, in the order of the manifest. Pure: the same manifest
 * gives the same values, on any machine.
 *
 * @example for (const { device, name, value, unit } of simulatedValues(dtm)) console.log(device, name, value, unit)
 */
export function* simulatedValues(dtm: Dtm, overrides: ValueOverrides = {}): Generator<SimulatedValue, void> {
  for (const device of dtm.devices) yield* valuesOf(simulatedDevice(device, overrides))
}

function valuesOf(simulated: SimulatedDevice): SimulatedValue[] {
  const { device, protocol } = simulated
  const head = {
    device_uuid: device.device_uuid,
    device: deviceName(device),
    protocol,
    host: device.host,
    port: device.port,
  }
  switch (simulated.protocol) {
    case 'modbus_tcp':
      return simulated.values.map(({ point, raw, value, words }) => ({
        ...head,
        name: point.name,
        address: `unit ${simulated.config.unit_id} fc ${point.function_code} @ ${point.start_address} x ${point.count}`,
        raw,
        value,
        ...meaning(point, raw),
        words,
      }))
    case 'dnp3_tcp':
      return simulated.values.map(({ point, group, index, raw, value }) => ({
        ...head,
        name: point.name,
        address: `station ${simulated.config.outstation_addr} group ${group} index ${index}`,
        raw,
        value,
        ...meaning(point, raw),
      }))
    case 'snmp':
      return simulated.values.map(({ map, oid, raw, value }) => ({
        ...head,
        name: map?.name ?? null,
        address:
          simulated.config.creds.context === undefined
            ? oid
            : `${oid} context ${simulated.config.creds.context}`,
        raw,
        value,
        ...meaning(map ?? {}, raw),
      }))
    case 'canopen_gw':
      return simulated.values.map(({ pdo, raw, value }) => ({
        ...head,
        name: pdo.name,
        address: `cob-id 0x${pdo.cob_id.toString(16)} byte ${pdo.byte_offset} x ${pdo.byte_length}`,
        raw,
        value,
        ...meaning({ ...pdo, access: pdo.direction === 'rx' ? 'w' : 'r' }, raw),
      }))
    case 'redfish':
      return simulated.values.map(({ map, value }) => ({
        ...head,
        name: map.name,
        address: `${map.uri}#${map.json_pointer ?? ''}`,
        raw: value,
        value,
        ...meaning(map, typeof value === 'string' ? value : ''),
      }))
  }
}

function meaning(
  map: {
    readonly unit?: string | undefined
    readonly enum?: Readonly<Record<string, string>> | undefined
    readonly access?: 'r' | 'w' | 'rw' | undefined
  },
  raw: RawValue,
): Pick<SimulatedValue, 'unit' | 'label' | 'access'> {
  const label = map.enum?.[String(raw)]
  return {
    ...(map.unit === undefined ? {} : { unit: map.unit }),
    ...(label === undefined ? {} : { label }),
    access: map.access ?? 'r',
  }
}
