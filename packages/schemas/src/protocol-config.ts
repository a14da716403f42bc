import * as z from 'zod'

const pollInterval = z.int().min(0).optional().describe('Poll interval, ms; 0 = once at start')
const access = z.enum(['r', 'w', 'rw']).optional().describe('Access; r when absent')
const unit = z.string().optional().describe('Unit, UCUM code')
const scale = z.number().optional().describe('value = raw * scale + offset; 1 when absent')
const enumLabels = z.record(z.string(), z.string()).optional().describe('Labels of raw values')

/** How the bits of a value are to be read. */
export const DataType = z.enum([
  'bool',
  'int16',
  'uint16',
  'int32',
  'uint32',
  'int64',
  'uint64',
  'float32',
  'float64',
  'string',
  'bitfield16',
  'bitfield32',
  'enum16',
  'acc32',
  'sunssf',
])
export type DataType = z.infer<typeof DataType>

/** One Modbus or DNP3 value. `start_address` is the 0-based address on the wire; one map is one value. */
export const PointMap = z.object({
  name: z.string().min(1),
  function_code: z
    .int()
    .describe(
      'Modbus function code; for DNP3 1 = binary output, 2 = binary input, 3 = analog output, 4 = analog input or counter',
    ),
  start_address: z.int().describe('0-based PDU address, or DNP3 point index'),
  count: z.int().describe('Registers (Modbus) or points (DNP3)'),
  data_type: DataType.optional(),
  word_order: z.enum(['big', 'little']).optional().describe('Order of the registers; big when absent'),
  byte_order: z
    .enum(['big', 'little'])
    .optional()
    .describe('Order of the bytes in a register; big when absent'),
  scale,
  offset: z.number().optional().describe('0 when absent'),
  scale_ref: z.string().optional().describe('Name of the point that holds the power of ten'),
  unit,
  bit: z.int().min(0).max(63).optional(),
  bits: z.record(z.string(), z.string()).optional().describe('Labels of the bits of a bit field'),
  enum: enumLabels,
  invalid: z
    .array(z.union([z.int(), z.string()]))
    .optional()
    .describe('Raw values that mean no reading'),
  expect: z.union([z.number(), z.string()]).optional().describe('Value that identifies the device'),
  access,
  write_function_code: z.int().optional(),
  control: z.string().optional().describe('DNP3 control relay output block mode'),
  poll_interval_ms: pollInterval,
  point_type: z
    .enum(['binary_input', 'binary_output', 'analog_input', 'analog_output', 'counter'])
    .optional()
    .describe('DNP3 point type'),
  variation: z.int().optional(),
  event_class: z.int().min(0).max(3).optional(),
  semantic: z.string().optional().describe('Meaning, e.g. sunspec:701.W'),
})
export type PointMap = z.infer<typeof PointMap>

/** One SNMP value; the OID names an instance. */
export const OidMap = z.object({
  name: z.string().min(1),
  oid: z.string(),
  syntax: z.string().optional(),
  scale,
  unit,
  enum: enumLabels,
  access,
  poll_interval_ms: pollInterval,
  scale_oid: z.string().optional().describe('Instance OID of the scale at run time'),
  scale_rule: z
    .enum(['decimal_digits', 'multiplier_or_divisor'])
    .optional()
    .describe(
      'How the value d of scale_oid acts: value = raw / 10^d; or value = raw * d for d > 0 and raw / -d for d < 0',
    ),
})
export type OidMap = z.infer<typeof OidMap>

/** One value inside a CANopen process data object. */
export const PdoMap = z.object({
  name: z.string().min(1),
  cob_id: z.int(),
  byte_offset: z.int(),
  byte_length: z.int(),
  data_type: DataType.or(z.enum(['int8', 'uint8'])).optional(),
  byte_order: z.enum(['big', 'little']).optional().describe('little when absent'),
  bit_offset: z.int().min(0).max(63).optional(),
  scale,
  unit,
  enum: enumLabels,
  od: z.string().optional().describe('Object dictionary entry'),
  direction: z.enum(['tx', 'rx']).optional(),
  timeout_ms: z.int().min(0).optional(),
})
export type PdoMap = z.infer<typeof PdoMap>

/** One value of a Redfish resource. */
export const RedfishResourceMap = z.object({
  name: z.string().min(1),
  uri: z.string().describe('e.g. /redfish/v1/Chassis/1/Thermal'),
  json_pointer: z.string().optional().describe('RFC 6901 pointer to the value'),
  unit,
  data_type: z.string().optional(),
  enum: enumLabels,
  access,
  poll_interval_ms: pollInterval,
})
export type RedfishResourceMap = z.infer<typeof RedfishResourceMap>

/** SNMPv3 user; secrets are references, never values. */
export const SnmpV3Creds = z.object({
  user: z.string().min(1),
  auth_proto: z.string().describe('SHA256, SHA512'),
  priv_proto: z.string().describe('AES128, AES256'),
  auth_secret_ref: z.string().optional(),
  priv_secret_ref: z.string().optional(),
  security_level: z.enum(['noAuthNoPriv', 'authNoPriv', 'authPriv']).optional(),
  context: z.string().optional(),
})
export type SnmpV3Creds = z.infer<typeof SnmpV3Creds>

const timing = { timeout_ms: z.int().min(1).optional(), max_block: z.int().min(1).optional() }

/** Modbus over TCP. */
export const ModbusTcpConfig = z.object({
  protocol: z.literal('modbus_tcp'),
  unit_id: z.int(),
  point_maps: z.array(PointMap),
  ...timing,
})
export type ModbusTcpConfig = z.infer<typeof ModbusTcpConfig>

/** DNP3 over TCP. */
export const Dnp3TcpConfig = z.object({
  protocol: z.literal('dnp3_tcp'),
  master_addr: z.int(),
  outstation_addr: z.int(),
  point_maps: z.array(PointMap),
  integrity_poll_ms: z.int().min(0).optional(),
  unsolicited: z.boolean().optional(),
  ...timing,
})
export type Dnp3TcpConfig = z.infer<typeof Dnp3TcpConfig>

/** SNMP version 3. */
export const SnmpConfig = z.object({
  protocol: z.literal('snmp'),
  creds: SnmpV3Creds,
  oid_maps: z.array(OidMap),
  ...timing,
})
export type SnmpConfig = z.infer<typeof SnmpConfig>

/** CANopen behind a gateway. */
export const CanopenGwConfig = z.object({
  protocol: z.literal('canopen_gw'),
  gateway_vendor: z.string(),
  node_id: z.int(),
  pdo_maps: z.array(PdoMap),
  gateway_protocol: z.enum(['socketcand', 'cia309_2', 'cia309_3', 'vendor']).optional(),
  ...timing,
})
export type CanopenGwConfig = z.infer<typeof CanopenGwConfig>

/** DMTF Redfish. */
export const RedfishConfig = z.object({
  protocol: z.literal('redfish'),
  username: z.string(),
  password_secret_ref: z.string().describe('Reference into the vault, never the password'),
  service_root: z.string().default('/redfish/v1'),
  resource_maps: z.array(RedfishResourceMap),
  scheme: z.enum(['https', 'http']).optional(),
  verify_tls: z.boolean().optional(),
  auth: z.enum(['basic', 'session']).optional(),
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
