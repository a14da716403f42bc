import { readFileSync } from 'node:fs'

import { PROTOCOL_FACTS, ProtocolKind } from '@edp/schemas'
import { parse } from 'yaml'

import { fillIn } from './fill-in.ts'
import { sunspecRows, type SunspecSource } from './sunspec-rows.ts'

/** One value of a map, as topology.yaml lists it. */
export type Row = Readonly<Record<string, unknown>>

/** A protocol map of the sources, its rows spelled out. */
export interface ProtocolMap {
  /** Where the map comes from; a comment in topology.yaml. */
  readonly source: string
  readonly map_status: string
  readonly config: Row
  readonly rows: readonly Row[]
}

/** A row, or rows repeated over a running number or over names with up to two values each. */
type RowSource =
  | Row
  | { readonly each: readonly [number, number]; readonly rows: readonly Row[] }
  | {
      readonly names: Readonly<Record<string, string | number | readonly (string | number)[]>>
      readonly rows: readonly Row[]
    }

interface MapSource extends Omit<ProtocolMap, 'rows'> {
  readonly rows: readonly RowSource[]
}

/** Registers of a Modbus value by data type. */
const REGISTERS: Readonly<Record<string, number>> = {
  bool: 1,
  int16: 1,
  uint16: 1,
  enum16: 1,
  bitfield16: 1,
  sunssf: 1,
  int32: 2,
  uint32: 2,
  float32: 2,
  bitfield32: 2,
  acc32: 2,
  int64: 4,
  uint64: 4,
  float64: 4,
}
const READ_HOLDING = 3
const WRITE_SINGLE = 6
const WRITE_MULTIPLE = 16

/** Every protocol map of the sources by its name. */
export function protocolMaps(): ReadonlyMap<string, ProtocolMap> {
  const plain = ['redfish', 'snmp', 'modbus', 'dnp3', 'canopen'].flatMap((file) =>
    Object.entries(read(file) as Record<string, MapSource>).map(([name, map]): [string, ProtocolMap] => [
      name,
      { ...map, rows: map.rows.flatMap(rowsOf) },
    ]),
  )
  const sunspec = read('sunspec') as SunspecSource
  const chains = Object.entries(sunspec.maps).map(([name, map]): [string, ProtocolMap] => [
    name,
    {
      source: map.source,
      map_status: map.map_status,
      config: { protocol: 'modbus_tcp', unit_id: 1, timeout_ms: 1000, max_block: 125 },
      rows: sunspecRows(map.chain, sunspec.models),
    },
  ])
  return new Map([...plain, ...chains])
}

/** Configuration of a device: its map with the addresses that the device list gives it. */
export function protocolConfig(map: ProtocolMap, addresses: Row): Row {
  const head: Row = { ...map.config, ...addresses }
  const protocol = ProtocolKind.parse(head['protocol'])
  return {
    ...head,
    [PROTOCOL_FACTS[protocol].rows_key]: map.rows.map((row) => completed(row, protocol, head)),
  }
}

function read(file: string): unknown {
  return parse(readFileSync(new URL(`./maps/${file}.yaml`, import.meta.url), 'utf8'))
}

function rowsOf(source: RowSource): Row[] {
  if ('each' in source) {
    const [from, to] = source.each as readonly [number, number]
    const rows = source['rows'] as readonly Row[]
    return Array.from({ length: to - from + 1 }, (_, i) =>
      rows.map((row) => fillIn(row, { n: from + i })),
    ).flat()
  }
  if ('names' in source) {
    const rows = source['rows'] as readonly Row[]
    return Object.entries(source['names'] as object).flatMap(([n, values]: [string, unknown]) => {
      const [v = '', w = ''] = (Array.isArray(values) ? values : [values]) as (string | number)[]
      return rows.map((row) => fillIn(row, { n, v, w }))
    })
  }
  return [source]
}

/** Adds what follows from the other keys: function code, register count, write function code, COB-ID. */
function completed(row: Row, protocol: string, head: Row): Row {
  if (protocol === 'canopen_gw') {
    const { name, cob_base, ...rest } = row
    return { name, cob_id: Number(cob_base) + Number(head['node_id']), ...rest }
  }
  if (protocol !== 'modbus_tcp') return row
  const { name, function_code = READ_HOLDING, start_address, count, data_type, ...rest } = row
  const registers = Number(count ?? REGISTERS[String(data_type)])
  if (!Number.isInteger(registers))
    throw new Error(`${String(name)}: no register count for ${String(data_type)}`)
  const writable = rest['access'] === 'w' || rest['access'] === 'rw'
  return {
    name,
    function_code,
    start_address,
    count: registers,
    data_type,
    ...rest,
    ...(writable ? { write_function_code: registers === 1 ? WRITE_SINGLE : WRITE_MULTIPLE } : {}),
  }
}
