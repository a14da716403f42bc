import * as z from 'zod'

import { ModuleKind } from '../assembly/module-kind.ts'
import { Fabric } from './fabric.ts'

/** A network zone of the site. */
export const NetworkZone = z.strictObject({
  zone_id: z.string().describe('Z0 .. Z9'),
  name: z.string(),
  level: z.string().describe('Purdue level'),
  vlan_id: z.int(),
  subnet: z.string(),
  members: z.string(),
  security_level: z.string(),
  addresses: z
    .strictObject({
      core: z.int().describe('Addresses at the beginning of the subnet: firewall pair, core, grid container'),
      module: z.int().describe('Fixed block of each compute container, then of each battery unit'),
    })
    .nullable()
    .describe(
      'How the subnet of a block is shared out on site; null where its devices are not in the manifest',
    ),
  separation: z.string().nullable().describe('Why no conduit leads to it; null where one does'),
})
export type NetworkZone = z.infer<typeof NetworkZone>

/** A service that may pass a conduit. */
export const NetworkFlow = z.strictObject({
  service: z.string().describe('Protocol, e.g. Modbus TCP'),
  port: z
    .string()
    .describe('Port and transport of the server, e.g. 502/tcp; `-` for what is no network traffic'),
  opened_by: z.string().describe('Zone, or place outside, that opens the session'),
  source: z.string().describe('Where the service comes from; `assumption` for a design choice'),
})
export type NetworkFlow = z.infer<typeof NetworkFlow>

/** A permitted path between two zones, or between a zone and a place outside: WAN, MEDIA, BLOCKS. */
export const NetworkConduit = z.strictObject({
  conduit_id: z.string(),
  from_zone: z.string(),
  to_zone: z.string(),
  flows: z.array(NetworkFlow).min(1).readonly().describe('Everything that may pass'),
  enforced_by: z
    .array(z.string())
    .readonly()
    .describe('Tags of the network nodes that deny the rest, the first on the way from `from_zone`'),
})
export type NetworkConduit = z.infer<typeof NetworkConduit>

/** A switch, firewall, clock or server, and what their fibres end on. */
export const NetworkNode = z.strictObject({
  tag: z.string().describe('swo-01; unique inside its module'),
  kind: z.enum([
    'leaf',
    'spine',
    'storage_switch',
    'ot_switch',
    'oob_switch',
    'core_switch',
    'firewall',
    'clock',
    'ems_server',
    'jump_host',
    'router',
    'data_diode',
    'media_station',
    'patch_panel',
    'distribution_frame',
  ]),
  module_kind: ModuleKind,
  module_ids: z.array(z.string()).readonly(),
  description: z.string(),
  zone_id: z.string().describe('`-` for what is passive'),
  ports: z.string(),
})
export type NetworkNode = z.infer<typeof NetworkNode>

/** Switches of containers that are joined one to the next and closed by the core pair. */
export const OtRing = z.strictObject({
  ring_id: z.string().describe('R1, R2, .. over the site'),
  block_id: z.string(),
  module_ids: z
    .array(z.string())
    .min(1)
    .readonly()
    .describe('Containers in order: core switch A is joined to the first, core switch B to the last'),
  core_channel: z
    .int()
    .nullable()
    .describe(
      "Duplex channel of the first container's fibre cables A and B that carries it; null: to be designed",
    ),
})
export type OtRing = z.infer<typeof OtRing>

/** A lead inside the rack of a core, which the cable schedule does not number. */
export const NetworkLead = z.strictObject({
  from: z.string().describe('Tag of the equipment'),
  from_port: z.string(),
  to: z.string(),
  to_port: z.string(),
  medium: z.string().describe('What is ordered: lead with its transceivers'),
})
export type NetworkLead = z.infer<typeof NetworkLead>

/** An address that is set aside for equipment of the core or for what a single module holds for the site, in the subnet of block 1. */
export const ReservedAddress = z.strictObject({
  tag: z.string(),
  use: z.string(),
  zone_id: z.string(),
  address: z.string().describe('The first of them'),
  count: z.int().min(1).describe('Addresses in a row'),
  polled: z.boolean().describe('Whether the device of that tag in the manifest answers there'),
})
export type ReservedAddress = z.infer<typeof ReservedAddress>

/** Network design of the site. */
export const Network = z.strictObject({
  zones: z.array(NetworkZone).readonly(),
  conduits: z.array(NetworkConduit).readonly(),
  nodes: z.array(NetworkNode).readonly(),
  fabric: Fabric,
  uplink: z.strictObject({
    ems_target: z.string(),
    air_gapped: z.boolean(),
    transports: z.array(z.string()).readonly(),
    endpoints: z.array(z.string()).readonly(),
    note: z.string(),
  }),
  host_module_id: z.string().describe('Module that holds core switches, firewalls and EMS'),
  ot_topology: z
    .string()
    .describe('How the switches of the containers reach the core, and by which protocol loops are kept open'),
  ot_rings: z.array(OtRing).readonly().describe('Empty where every switch reaches the core directly'),
  addressing_rule: z.string(),
  leads: z.array(NetworkLead).readonly().describe('Leads of a core rack, alike in every one'),
  reserved_addresses: z.array(ReservedAddress).readonly(),
})
export type Network = z.infer<typeof Network>
