import { mapRows, type Device } from '@edp/dtm'

import type { SimEndpoint } from './sim-endpoints.ts'
import { simulationSecret, snmpReferences, type SecretOverrides } from './simulation-secret.ts'
import { deviceName } from './values/simulated-device.ts'

const HEADINGS = ['protocol', 'address', 'device', 'unit', 'values', 'user', 'password']

/** What is served, a device a line: protocol, address, device, unit, number of values, account. */
export function endpointTable(endpoints: readonly SimEndpoint[], secrets: SecretOverrides = {}): string {
  const rows = endpoints.flatMap(({ host, port, protocol, devices }) =>
    devices.map((device) => [
      protocol,
      `${host}:${port}`,
      deviceName(device),
      unitOf(device),
      String(mapRows(device.protocol_config).length),
      ...accountOf(device, secrets),
    ]),
  )
  const table = [HEADINGS, ...rows]
  const widths = HEADINGS.map((_, column) => Math.max(...table.map((row) => (row[column] ?? '').length)))
  return table
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** Address behind the port. */
function unitOf({ protocol_config: config }: Device): string {
  switch (config.protocol) {
    case 'modbus_tcp':
      return `unit ${config.unit_id}`
    case 'dnp3_tcp':
      return `station ${config.outstation_addr}, master ${config.master_addr}`
    case 'canopen_gw':
      return `node ${config.node_id}`
    case 'snmp':
      return config.creds.context === undefined ? '' : `context ${config.creds.context}`
    case 'redfish':
      return config.service_root
  }
}

function accountOf({ protocol_config: config }: Device, secrets: SecretOverrides): [string, string] {
  if (config.protocol === 'redfish')
    return [config.username, simulationSecret(config.password_secret_ref, secrets)]
  if (config.protocol !== 'snmp') return ['', '']
  const { auth, priv } = snmpReferences(config.creds)
  const { user, auth_proto, priv_proto } = config.creds
  return [
    `${user} ${auth_proto} ${priv_proto}`,
    `${simulationSecret(auth, secrets)} / ${simulationSecret(priv, secrets)}`,
  ]
}

/** Passwords of a manifest by secret reference, in code point order: what a vault of the EMS under test must hold. */
export function secretsOf(
  devices: readonly Device[],
  overrides: SecretOverrides = {},
): Record<string, string> {
  const references = devices.flatMap(({ protocol_config: config }) => {
    if (config.protocol === 'redfish') return [config.password_secret_ref]
    return config.protocol === 'snmp' ? Object.values(snmpReferences(config.creds)) : []
  })
  return Object.fromEntries(
    [...new Set(references)].sort().map((reference) => [reference, simulationSecret(reference, overrides)]),
  )
}
