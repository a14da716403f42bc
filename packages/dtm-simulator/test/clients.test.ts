import { toolOrSkip, type Tool } from '@edp/testing'
import { mapRows } from '@edp/dtm'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { secretsOf } from '../src/endpoint-table.ts'
import {
  simulatedValues,
  startSimulator,
  withPortOffset,
  type SimulatedValue,
  type Simulator,
} from '../src/index.ts'
import { readings, rounded, type Reading } from './client.ts'
import { PORT_OFFSET, scratch, siteManifest } from './site.ts'

const dtm = siteManifest()
const files = scratch()
const manifest = files.write('dtm.json', JSON.stringify(withPortOffset(dtm, PORT_OFFSET)))
const secrets = files.write('secrets.json', JSON.stringify(secretsOf(dtm.devices)))
let simulator: Simulator
let ca: string

beforeAll(async () => {
  simulator = await startSimulator(dtm, { port_offset: PORT_OFFSET })
  ca = files.write('ca.pem', simulator.ca_certificate)
})

afterAll(async () => {
  await simulator.stop()
  files.remove()
})

/** Values that a client of a protocol must read, and whether a client can read it at all. */
function expected(protocol: SimulatedValue['protocol']): Reading[] {
  return [...simulatedValues(dtm)]
    .filter((value) => value.protocol === protocol && value.name !== null)
    .filter((value) => protocol !== 'modbus_tcp' || value.access !== 'w')
    .map(({ device_uuid, name, value }) => [device_uuid, name ?? '', value])
}

const CLIENTS = [
  ['modbus_tcp', 'modbus', ['python3-pymodbus'], () => []],
  ['snmp', 'snmp', ['python3', 'snmp'], () => [secrets]],
  ['redfish', 'redfish', ['python3-requests'], () => [secrets, ca]],
  ['canopen_gw', 'canopen', ['python3-can'], () => []],
  ['dnp3_tcp', 'dnp3', ['python3'], () => [`${files.path}/conversation.json`]],
] as const satisfies readonly (readonly [
  SimulatedValue['protocol'],
  string,
  readonly Tool[],
  () => string[],
])[]

test.for(CLIENTS)('a client of %s reads every value of the manifest', async (entry, context) => {
  const [protocol, client, tools, args] = entry
  toolOrSkip(context, ...tools)
  const found = await readings(client, manifest, ...args())
  expect(found.map(rounded)).toEqual(expected(protocol).map(rounded))
})

test('the site has all five protocols; what no client reads can only be written', () => {
  const read = CLIENTS.map(([protocol]) => expected(protocol).length)
  expect(Math.min(...read)).toBeGreaterThan(10)
  const only_written = [...simulatedValues(dtm)].filter(
    ({ protocol, access }) => protocol === 'modbus_tcp' && access === 'w',
  )
  const listed = dtm.devices.flatMap(({ protocol_config }) => mapRows(protocol_config)).length
  const arrays =
    expected('dnp3_tcp').length - new Set(expected('dnp3_tcp').map(([id, name]) => `${id} ${name}`)).size
  expect(read.reduce((sum, count) => sum + count, 0) - arrays + only_written.length).toBe(listed)
})
