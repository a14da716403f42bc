import type { Network, NetworkConduit, NetworkFlow } from '@edp/schemas'

/** What leads out of the zones of a block: the wide area network, removable media, the other blocks of the site. */
export const OUTSIDE = { wan: 'WAN', media: 'MEDIA', blocks: 'BLOCKS' } as const

/** What the conduits follow from. */
export interface ConduitInput {
  readonly air_gapped: boolean
  /** Whether there is a grid container, whose relays speak DNP3. */
  readonly has_grid: boolean
  /** Whether battery racks are polled through a CANopen gateway. */
  readonly can_gateway: boolean
  /** Firewall pairs on the site: one for each grid container, or one. */
  readonly cores_count: number
}

type Service = Omit<NetworkFlow, 'opened_by'>

const service = (name: string, port: string, source = 'protocol of the device topologies'): Service => ({
  service: name,
  port,
  source,
})

const MODBUS = service('Modbus TCP', '502/tcp')
const MODBUS_READ = service('Modbus TCP read (functions 3, 4)', '502/tcp')
const DNP3 = service('DNP3', '20000/tcp')
const SNMP = service('SNMPv3', '161/udp')
const REDFISH = service('Redfish', '443/tcp')
const CAN_GATEWAY = service('CANopen gateway', '29536/tcp')
const NTP = service('NTP', '123/udp', 'RFC 5905; that the clock serves the zone: assumption')
const PROXY = service('HTTPS to proxy and update repository', '443/tcp', 'assumption')
const LOG = service('Syslog over TLS', '6514/tcp', 'RFC 5425; that logs are relayed: assumption')
const JUMP = service('SSH of the jump host', '22/tcp', 'assumption')
const ADMIN = service('SSH, configuration of switches and firewall', '22/tcp', 'assumption')
const RADIUS = service(
  'RADIUS to the EMS, 802.1X of the service ports',
  '1812/udp',
  'RFC 2865; that the EMS serves it: assumption',
)
const PEER = service('TLS between the EMS of the blocks', '443/tcp', 'assumption')
const BROKER = service(
  'MQTT over TLS to the broker',
  '8883/tcp',
  'assumption: the EMS has no way out of its own',
)
const MQTT = service('MQTT over TLS', '8883/tcp', 'AWS IoT Core developer guide')
const HTTPS = service('HTTPS', '443/tcp', 'Amazon S3 user guide')
const DNS = service('DNS', '53/udp, 53/tcp', 'RFC 1035, RFC 7766; names of the endpoints')
const IKE = service(
  'IKE with NAT traversal',
  '500/udp, 4500/udp',
  'RFC 7296, RFC 3948; where the way out is a VPN',
)
const ESP = service('ESP', 'protocol 50', 'RFC 4303; where the way out is a VPN')
const MEDIA = service('Signed files', '-', 'assumption')
const MIRROR = service('HTTPS, copy of the signed files', '443/tcp', 'assumption')

const from = (opened_by: string, ...services: readonly Service[]): NetworkFlow[] =>
  services.map((s) => ({ ...s, opened_by }))

/** Firewall pair of a block: routes between the VLANs and denies what no conduit permits. */
const PAIR = 'RTR'

function conduit(
  conduit_id: string,
  from_zone: string,
  to_zone: string,
  flows: readonly NetworkFlow[],
  enforced_by: readonly string[] = [PAIR],
): NetworkConduit {
  return { conduit_id, from_zone, to_zone, flows, enforced_by }
}

/**
 * Permitted paths; everything else is denied. The firewall of a compute container stands, transparent, between its OT
 * switch and its out-of-band switch. An air-gapped site has no path to the wide area network: files come by removable
 * media through a diode. Where there are several cores their firewall pairs meet in the cross-connect of the site.
 */
export function conduitsOf({
  air_gapped,
  has_grid,
  can_gateway,
  cores_count,
}: ConduitInput): Network['conduits'] {
  const polled = [MODBUS, ...(has_grid ? [DNP3] : []), ...(can_gateway ? [CAN_GATEWAY] : [])]
  return [
    conduit('K1', 'Z3', 'Z1', [...from('Z3', ...polled), ...from('Z1', NTP)]),
    conduit('K2', 'Z3', 'Z2', [...from('Z3', MODBUS, SNMP, REDFISH), ...from('Z2', NTP)]),
    conduit(
      'K3',
      'Z3',
      'Z4',
      [...from('Z3', REDFISH, SNMP, ADMIN), ...from('Z4', NTP, LOG, RADIUS)],
      [PAIR, 'FW1'],
    ),
    conduit('K4', 'Z3', 'Z0', [...from('Z3', MODBUS_READ), ...from('Z0', NTP)]),
    conduit('K5', 'Z3', 'Z3.5', [
      ...from('Z3', PROXY, LOG, ...(air_gapped ? [] : [BROKER])),
      ...from('Z3.5', JUMP, NTP),
    ]),
    air_gapped
      ? conduit('K6', OUTSIDE.media, 'Z3.5', from(OUTSIDE.media, MEDIA), ['DIO'])
      : conduit('K6', 'Z3.5', OUTSIDE.wan, from('Z3.5', MQTT, HTTPS, DNS, IKE, ESP)),
    ...(cores_count > 1
      ? [conduit('K7', 'Z3', OUTSIDE.blocks, [...from('Z3', PEER, NTP), ...from(OUTSIDE.blocks, PEER, NTP)])]
      : []),
    // Every block has its own way out; files on media enter at the first one alone.
    ...(cores_count > 1 && air_gapped
      ? [conduit('K8', 'Z3.5', OUTSIDE.blocks, from(OUTSIDE.blocks, MIRROR))]
      : []),
  ]
}
