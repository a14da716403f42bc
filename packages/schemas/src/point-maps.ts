import * as z from 'zod'

const pollInterval = z.int().min(0).optional().describe('Poll interval, ms; 0 = once at start')

const access = z.enum(['r', 'w', 'rw']).optional().describe('Access; r when absent')

export const unit = z.string().optional().describe('Unit, UCUM code')

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
  name: z.string().min(1).describe('Name of the value, unique in the device'),
  function_code: z
    .int()
    .describe(
      'Modbus function code; for DNP3 1 = binary output, 2 = binary input, 3 = analog output, 4 = analog input or counter',
    ),
  start_address: z.int().describe('0-based PDU address, or DNP3 point index'),
  count: z.int().describe('Registers (Modbus) or points (DNP3)'),
  data_type: DataType.optional().describe('How the bits are read; uint16 per register when absent'),
  word_order: z.enum(['big', 'little']).optional().describe('Order of the registers; big when absent'),
  byte_order: z
    .enum(['big', 'little'])
    .optional()
    .describe('Order of the bytes in a register; big when absent'),
  scale,
  offset: z.number().optional().describe('0 when absent'),
  scale_ref: z.string().optional().describe('Name of the point that holds the power of ten'),
  unit,
  bit: z.int().min(0).max(63).optional().describe('Bit that is meant, from 0, least significant first'),
  bits: z.record(z.string(), z.string()).optional().describe('Labels of the bits of a bit field'),
  enum: enumLabels,
  invalid: z
    .array(z.union([z.int(), z.string()]))
    .optional()
    .describe('Raw values that mean no reading'),
  expect: z.union([z.number(), z.string()]).optional().describe('Value that identifies the device'),
  access,
  write_function_code: z.int().optional().describe('Modbus function code that writes it: 5, 6, 15 or 16'),
  control: z.string().optional().describe('DNP3 control relay output block mode'),
  poll_interval_ms: pollInterval,
  point_type: z
    .enum(['binary_input', 'binary_output', 'analog_input', 'analog_output', 'counter'])
    .optional()
    .describe('DNP3 point type'),
  variation: z.int().optional().describe('DNP3 variation of the group'),
  event_class: z.int().min(0).max(3).optional().describe('DNP3 event class, 0 to 3'),
  semantic: z.string().optional().describe('Meaning, e.g. sunspec:701.W'),
})
export type PointMap = z.infer<typeof PointMap>

/** One SNMP value; the OID names an instance. */
export const OidMap = z.object({
  name: z.string().min(1).describe('Name of the value, unique in the device'),
  oid: z.string().describe('OID of an instance: scalars end with .0'),
  syntax: z.string().optional().describe('SMI type'),
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
  name: z.string().min(1).describe('Name of the value, unique in the device'),
  cob_id: z.int().describe('CAN identifier of the PDO, 1 to 2047'),
  byte_offset: z.int().describe('First byte, from 0'),
  byte_length: z.int().describe('Length, bytes'),
  data_type: DataType.or(z.enum(['int8', 'uint8']))
    .optional()
    .describe('How the bits are read; unsigned when absent'),
  byte_order: z.enum(['big', 'little']).optional().describe('little when absent'),
  bit_offset: z.int().min(0).max(63).optional().describe('Bit inside the place, from 0; 0 when absent'),
  scale,
  unit,
  enum: enumLabels,
  od: z.string().optional().describe('Object dictionary entry'),
  direction: z
    .enum(['tx', 'rx'])
    .optional()
    .describe('tx: the device sends; rx: it receives; tx when absent'),
  timeout_ms: z.int().min(0).optional().describe('Age after which the value is stale, ms'),
})
export type PdoMap = z.infer<typeof PdoMap>

/** One value of a Redfish resource. */
export const RedfishResourceMap = z.object({
  name: z.string().min(1).describe('Name of the value, unique in the device'),
  uri: z.string().describe('e.g. /redfish/v1/Chassis/1/Thermal'),
  json_pointer: z.string().optional().describe('RFC 6901 pointer to the value'),
  unit,
  data_type: z.string().optional().describe('JSON type of the value'),
  enum: enumLabels,
  access,
  poll_interval_ms: pollInterval,
})
export type RedfishResourceMap = z.infer<typeof RedfishResourceMap>
