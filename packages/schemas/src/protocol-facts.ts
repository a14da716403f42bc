import type { ProtocolKind } from './enums.ts'

/** What every reader of a device has to know of its protocol, a row for each. */
export const PROTOCOL_FACTS = {
  modbus_tcp: { transport: 'tcp', rows_key: 'point_maps' },
  dnp3_tcp: { transport: 'tcp', rows_key: 'point_maps' },
  snmp: { transport: 'udp', rows_key: 'oid_maps' },
  canopen_gw: { transport: 'tcp', rows_key: 'pdo_maps' },
  redfish: { transport: 'tcp', rows_key: 'resource_maps' },
} as const satisfies Record<
  ProtocolKind,
  {
    /** Transport that it runs over. */
    readonly transport: 'tcp' | 'udp'
    /** Key of the list of values in its configuration. */
    readonly rows_key: string
  }
>
