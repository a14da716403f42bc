import type { ProtocolConfig } from '@edp/schemas'

/** What the rows of all maps have in common. */
export interface MapRow {
  readonly name: string
  readonly access?: 'r' | 'w' | 'rw' | undefined
}

/** The values of a device, whatever its protocol. */
export function mapRows(config: ProtocolConfig): readonly MapRow[] {
  switch (config.protocol) {
    case 'modbus_tcp':
    case 'dnp3_tcp':
      return config.point_maps
    case 'snmp':
      return config.oid_maps
    case 'canopen_gw':
      return config.pdo_maps
    case 'redfish':
      return config.resource_maps
  }
}
