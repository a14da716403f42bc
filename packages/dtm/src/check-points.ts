import type { DataType, PointMap } from '@edp/schemas'

import { inRange, type Demand } from './device-problem.ts'

/** Modbus application protocol 1.1b3: most registers and most coils of one read. */
const REGISTERS_MAX = 125
const COILS_MAX = 2000
const ADDRESSES = 65_536
/** Coils and inputs have function codes 1 and 2, registers 3 and 4; 2 and 4 cannot be written. */
const READ_CODES = { coils: 1, discrete_inputs: 2, holding_registers: 3, input_registers: 4 } as const
const WRITE_CODES: ReadonlyMap<number, readonly number[]> = new Map<number, readonly number[]>([
  [READ_CODES.coils, [5, 15]],
  [READ_CODES.holding_registers, [6, 16]],
])

/** Registers of one value; null where the count says it. */
const REGISTERS = {
  bool: null,
  string: null,
  bitfield16: null,
  int16: 1,
  uint16: 1,
  enum16: 1,
  sunssf: 1,
  int32: 2,
  uint32: 2,
  float32: 2,
  bitfield32: 2,
  acc32: 2,
  int64: 4,
  uint64: 4,
  float64: 4,
} as const satisfies Record<DataType, number | null>

/** DNP3 point types by function code, in the analogy that the fields' documentation defines. */
const POINT_TYPES: Readonly<Record<number, readonly string[]>> = {
  1: ['binary_output'],
  2: ['binary_input'],
  3: ['analog_output'],
  4: ['analog_input', 'counter'],
}

/** Checks the points of a Modbus device. */
export function checkModbusPoints(points: readonly PointMap[], demand: Demand): void {
  const types = new Map(points.map((point) => [point.name, point.data_type]))
  points.forEach((point, index) => {
    const at = (field: string): (string | number)[] => ['point_maps', index, field]
    const coils = point.function_code <= READ_CODES.discrete_inputs
    const most = coils ? COILS_MAX : REGISTERS_MAX
    demand(inRange(point.function_code, 1, 4), at('function_code'), 'expected 1 to 4', point.function_code)
    demand(inRange(point.count, 1, most), at('count'), `expected 1 to ${most}`, point.count)
    checkRange(point, at('start_address'), demand)
    const width = point.data_type === undefined ? null : REGISTERS[point.data_type]
    demand(
      coils || width === null || point.count === width,
      at('count'),
      `expected ${width ?? 1} registers of a ${point.data_type ?? ''}`,
      point.count,
    )
    demand(
      point.scale_ref === undefined || types.get(point.scale_ref) === 'sunssf',
      at('scale_ref'),
      'expected the name of a point of type sunssf in this device',
      point.scale_ref,
    )
    if (!isWritable(point)) return
    const codes = WRITE_CODES.get(point.function_code) ?? []
    demand(
      point.write_function_code !== undefined && codes.includes(point.write_function_code),
      at('write_function_code'),
      codes.length === 0
        ? `function code ${point.function_code} cannot be written`
        : `expected ${codes.join(' or ')} on a writable point`,
      point.write_function_code,
    )
  })
}

/** Checks the points of a DNP3 outstation. */
export function checkDnp3Points(points: readonly PointMap[], demand: Demand): void {
  points.forEach((point, index) => {
    const at = (field: string): (string | number)[] => ['point_maps', index, field]
    demand(inRange(point.function_code, 1, 4), at('function_code'), 'expected 1 to 4', point.function_code)
    demand(point.count >= 1, at('count'), 'expected at least 1 point', point.count)
    checkRange(point, at('start_address'), demand)
    const types = POINT_TYPES[point.function_code] ?? []
    demand(
      point.point_type === undefined || types.includes(point.point_type),
      at('point_type'),
      `expected ${types.join(' or ')} under function code ${point.function_code}`,
      point.point_type,
    )
    if (!isWritable(point)) return
    demand(
      point.function_code === 1 || point.function_code === 3,
      at('access'),
      'inputs cannot be written',
      point.access,
    )
    demand(
      point.control !== undefined,
      at('control'),
      'expected the control mode of a writable point',
      point.control,
    )
  })
}

function checkRange(point: PointMap, path: readonly (string | number)[], demand: Demand): void {
  demand(
    point.start_address >= 0 && point.start_address + point.count <= ADDRESSES,
    path,
    `expected start_address + count within 0 to ${ADDRESSES}`,
    point.start_address,
  )
}

function isWritable(point: PointMap): boolean {
  return point.access === 'w' || point.access === 'rw'
}
