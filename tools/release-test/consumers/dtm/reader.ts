import { isModbusTcp, parseDtm, toSeedDtm, type Device, type Dtm, type ProtocolConfig } from '@edp/dtm'

/** What an EMS does with the package: types, parsing, narrowing. */
export function registers(document: unknown): string[] {
  const dtm: Dtm = parseDtm(document)
  return dtm.devices.filter(isModbusTcp).map((device) => {
    const { unit_id, point_maps } = device.protocol_config
    return `${device.host}:${device.port} unit ${unit_id}: ${point_maps.length} of ${nameOf(device)}`
  })
}

export const nameOf = (device: Device): string => `${device.module_id}/${device.tag ?? device.device_type}`

export const seedOf = (dtm: Dtm): Dtm => toSeedDtm(dtm)

export function rows(config: ProtocolConfig): number {
  switch (config.protocol) {
    case 'modbus_tcp':
    case 'dnp3_tcp':
      return config.point_maps.length
    case 'snmp':
      return config.oid_maps.length
    case 'canopen_gw':
      return config.pdo_maps.length
    case 'redfish':
      return config.resource_maps.length
  }
}
