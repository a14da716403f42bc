import type { EmsTarget, ModuleKind, Network, SourcingTier } from '@edp/schemas'

const zone = (
  zone_id: string,
  name: string,
  level: string,
  vlan_id: number,
  subnet: string,
  members: string,
  addresses: Network['zones'][number]['addresses'] = null,
  security_level = 'SL-T 2',
  separation: string | null = null,
): Network['zones'][number] => ({
  zone_id,
  name,
  level,
  vlan_id,
  subnet,
  members,
  addresses,
  security_level,
  separation,
})

/** Zones of IEC 62443 on the levels of the Purdue model, subnets of block 1 and how they are shared out: fixed blocks, so that a device more in one container shifts no other. Design choice. */
const ZONES: Network['zones'] = [
  zone('Z0', 'Safety', '0/1', 10, '10.1.10.0/24', 'fire panels, emergency power off', {
    core: 32,
    module: 2,
  }),
  zone('Z1', 'Power', '1', 20, '10.1.20.0/22', 'relays, meters, PCS, BMS, generator control', {
    core: 32,
    module: 8,
  }),
  zone(
    'Z2',
    'Cooling and auxiliaries',
    '1',
    30,
    '10.1.30.0/23',
    'CDU, heat rejection, air units, leak detection, monitoring, control UPS',
    { core: 32, module: 8 },
  ),
  zone('Z3', 'EMS', '2/3', 40, '10.1.40.0/24', 'EMS servers, HMI, historian, clock'),
  zone('Z3.5', 'DMZ', '3.5', 50, '10.1.50.0/24', 'jump host, log relay, proxy, update repository'),
  zone('Z4', 'Out-of-band management', '-', 60, '10.1.60.0/22', 'BMC, rack PDU, switch management', {
    core: 64,
    module: 28,
  }),
  zone(
    'Z5',
    'Data fabric',
    '-',
    70,
    '10.1.72.0/22',
    'compute and storage, no OT route',
    null,
    'SL-T 1',
    'Switches and fibres of its own: no cable leads to an OT switch or to a firewall; management ports in Z4. VLAN and subnet are those of storage and in-band Ethernet; the fabric is InfiniBand NDR, its subnet manager runs on its own switches.',
  ),
  zone(
    'Z6',
    'Physical security',
    '-',
    80,
    '10.1.80.0/24',
    'cameras, access control',
    null,
    'SL-T 2',
    'A VLAN that is not routed: viewed on site. Ports are given with the supplier of the cameras.',
  ),
  zone(
    'Z9',
    'Service',
    '-',
    90,
    '10.1.90.0/24',
    'laptops by 802.1X against the EMS, off by default',
    null,
    'SL-T 2',
    'A VLAN that is not routed: a port is released for one visit and reaches its own switch alone.',
  ),
]

/** Security level of the OT zones by who the site is for (IEC 62443-3-3; design choice). */
const OT_SECURITY_LEVEL = {
  commercial: 'SL-T 2',
  federal_civilian: 'SL-T 2',
  dod_eligible: 'SL-T 3',
} as const satisfies Record<SourcingTier, string>

/** The zones with the security level that the site's tier asks for. */
export function zonesOf(tier: SourcingTier): Network['zones'] {
  return ZONES.map((z) => (z.zone_id === 'Z5' ? z : { ...z, security_level: OT_SECURITY_LEVEL[tier] }))
}

/** Up-link by EMS target. */
export const UPLINKS = {
  aws_standard: {
    air_gapped: false,
    transports: ['IPsec VPN or Direct Connect, two paths'],
    endpoints: ['IoT Core MQTT/TLS 8883', 'S3 HTTPS 443'],
    note: 'Partition aws.',
  },
  aws_govcloud: {
    air_gapped: false,
    transports: ['Direct Connect or VPN to us-gov-west-1 / us-gov-east-1'],
    endpoints: ['IoT Core FIPS 8883', 'S3 FIPS 443'],
    note: 'Partition aws-us-gov, FIPS endpoints, separate accounts.',
  },
  air_gapped: {
    air_gapped: true,
    transports: ['none: signed files on removable media, through a one-way diode'],
    endpoints: [],
    note: 'NO EXTERNAL CONNECTION. Local time, certificate authority and mirror.',
  },
} as const satisfies Record<EmsTarget, Omit<Network['uplink'], 'ems_target'>>

/** Zones whose VLANs an OT fibre carries, tagged: those of the devices at its far end (device topologies), and Z4, in which the switch there is managed. */
export const OT_TRUNK_ZONES = {
  compute_container: 'Z0, Z1, Z2, Z4',
  bess_unit: 'Z0, Z1, Z4',
} as const satisfies Partial<Record<ModuleKind, string>>

/** Network and zone of the fibres that leave a block; an air-gapped site has nothing beyond its cross-connect. */
export function wayOut(air_gapped: boolean): { readonly network: string; readonly zone: string } {
  return air_gapped ? { network: 'site cross-connect', zone: 'Z3' } : { network: 'WAN', zone: 'Z3.5' }
}
