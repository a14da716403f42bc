import * as z from 'zod'

import { PointMap, OidMap, PdoMap, RedfishResourceMap } from './point-maps.ts'

/** SNMPv3 user; secrets are references, never values. */
export const SnmpV3Creds = z.object({
  user: z.string().min(1).describe('Name of the user'),
  auth_proto: z.string().describe('SHA256, SHA512'),
  priv_proto: z.string().describe('AES128, AES256'),
  auth_secret_ref: z.string().optional().describe('Reference into the vault; by user when absent'),
  priv_secret_ref: z.string().optional().describe('Reference into the vault; by user when absent'),
  security_level: z
    .enum(['noAuthNoPriv', 'authNoPriv', 'authPriv'])
    .optional()
    .describe('authPriv when absent'),
  context: z
    .string()
    .optional()
    .describe('SNMP context, tells devices behind one agent apart; empty when absent'),
})
export type SnmpV3Creds = z.infer<typeof SnmpV3Creds>

const timing = {
  timeout_ms: z.int().min(1).optional().describe('Time to wait for a reply, ms'),
  max_block: z.int().min(1).optional().describe('Most registers or values in one read'),
}

/** Modbus over TCP. */
export const ModbusTcpConfig = z.object({
  protocol: z.literal('modbus_tcp').describe('Modbus over TCP'),
  unit_id: z.int().describe('Modbus unit, 0 to 255'),
  point_maps: z.array(PointMap).describe('The values'),
  ...timing,
})
export type ModbusTcpConfig = z.infer<typeof ModbusTcpConfig>

/** DNP3 over TCP. */
export const Dnp3TcpConfig = z.object({
  protocol: z.literal('dnp3_tcp').describe('DNP3 over TCP'),
  master_addr: z.int().describe('DNP3 link address of the master, 0 to 65519'),
  outstation_addr: z.int().describe('DNP3 link address of the device, 0 to 65519'),
  point_maps: z.array(PointMap).describe('The values'),
  integrity_poll_ms: z.int().min(0).optional().describe('Interval of the class 0 poll, ms'),
  unsolicited: z.boolean().optional().describe('Whether the device may report by itself; false when absent'),
  ...timing,
})
export type Dnp3TcpConfig = z.infer<typeof Dnp3TcpConfig>

/** SNMP version 3. */
export const SnmpConfig = z.object({
  protocol: z.literal('snmp').describe('SNMP version 3'),
  creds: SnmpV3Creds.describe('SNMPv3 user'),
  oid_maps: z.array(OidMap).describe('The values'),
  ...timing,
})
export type SnmpConfig = z.infer<typeof SnmpConfig>

/** CANopen behind a gateway. */
export const CanopenGwConfig = z.object({
  protocol: z.literal('canopen_gw').describe('CANopen behind a gateway'),
  gateway_vendor: z.string().describe('Maker of the gateway'),
  node_id: z.int().describe('CANopen node, 1 to 127'),
  pdo_maps: z.array(PdoMap).describe('The values'),
  gateway_protocol: z
    .enum(['socketcand', 'cia309_2', 'cia309_3', 'vendor'])
    .optional()
    .describe('What the gateway speaks; by vendor when absent'),
  ...timing,
})
export type CanopenGwConfig = z.infer<typeof CanopenGwConfig>

/** DMTF Redfish. */
export const RedfishConfig = z.object({
  protocol: z.literal('redfish').describe('DMTF Redfish'),
  username: z.string().describe('Name of the account'),
  password_secret_ref: z.string().describe('Reference into the vault, never the password'),
  service_root: z.string().default('/redfish/v1').describe('Path of the service root'),
  resource_maps: z.array(RedfishResourceMap).describe('The values'),
  scheme: z.enum(['https', 'http']).optional().describe('https when absent'),
  verify_tls: z.boolean().optional().describe('Whether the certificate is checked; true when absent'),
  auth: z.enum(['basic', 'session']).optional().describe('How it logs on; basic when absent'),
  ...timing,
})
export type RedfishConfig = z.infer<typeof RedfishConfig>

/** How a device is polled. */
export const ProtocolConfig = z.discriminatedUnion('protocol', [
  ModbusTcpConfig,
  Dnp3TcpConfig,
  SnmpConfig,
  CanopenGwConfig,
  RedfishConfig,
])
export type ProtocolConfig = z.infer<typeof ProtocolConfig>
