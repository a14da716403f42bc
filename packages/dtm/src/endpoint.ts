import { PROTOCOL_FACTS, type Device, type ProtocolConfig } from '@edp/schemas'

/** Where a device answers. */
export type EndpointOf = Pick<Device, 'host' | 'port' | 'protocol_config'>

/**
 * Identity of an endpoint: host, port, protocol and the address behind it. Devices may share a host and port only under
 * different Modbus units, DNP3 stations, CAN nodes or SNMP contexts.
 */
export function endpointKey({ host, port, protocol_config }: EndpointOf): string {
  return `${host}:${port} ${protocol_config.protocol} ${addressOf(protocol_config)}`.trimEnd()
}

/** Transport that a protocol runs over. */
export function transportOf(config: ProtocolConfig): 'tcp' | 'udp' {
  return PROTOCOL_FACTS[config.protocol].transport
}

function addressOf(config: ProtocolConfig): string {
  switch (config.protocol) {
    case 'modbus_tcp':
      return `unit ${config.unit_id}`
    case 'dnp3_tcp':
      return `station ${config.outstation_addr}`
    case 'canopen_gw':
      return `node ${config.node_id}`
    case 'snmp':
      return config.creds.context === undefined ? '' : `context ${config.creds.context}`
    case 'redfish':
      return ''
  }
}
