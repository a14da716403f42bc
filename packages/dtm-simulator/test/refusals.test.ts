import { toolOrSkip } from '@edp/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { simulatedValues, simulationSecret, startSimulator, type Simulator } from '../src/index.ts'
import { outcome, output } from './client.ts'
import { craftedDevice, craftedManifest, modbus, point, snmp } from './crafted.ts'
import { PORT_OFFSET, scratch } from './site.ts'

const files = scratch()
const dtm = craftedManifest(
  craftedDevice(
    'unit-1',
    '127.2.1.1',
    502,
    modbus(
      1,
      point('a', 100),
      point('b', 102, { data_type: 'int32', count: 2, word_order: 'little' }),
      point('far', 200),
      point('set', 300, { access: 'rw', write_function_code: 6 }),
      point('set_long', 301, { access: 'rw', write_function_code: 16, data_type: 'uint32', count: 2 }),
      point('secret', 310, { access: 'w', write_function_code: 6 }),
      point('coil', 5, { function_code: 1, data_type: 'bool', access: 'rw', write_function_code: 5 }),
    ),
  ),
  craftedDevice('unit-2', '127.2.1.1', 502, modbus(2, point('a', 100))),
  craftedDevice('agent', '127.2.1.2', 161, snmp(undefined, 'plain', 'charge')),
  craftedDevice('agent-b', '127.2.1.2', 161, snmp('b', 'other', 'charge_b')),
  craftedDevice('bmc', '127.2.1.3', 443, {
    protocol: 'redfish',
    username: 'ems',
    password_secret_ref: 'secret://bmc/ems',
    service_root: '/redfish/v1',
    resource_maps: [
      { name: 'power', uri: '/redfish/v1/Chassis/1/Sensors/P', json_pointer: '/Reading', unit: 'W' },
      {
        name: 'limit',
        uri: '/redfish/v1/Chassis/1/Control',
        json_pointer: '/SetPoint',
        unit: 'W',
        access: 'rw',
      },
    ],
  }),
)
const expected = new Map(
  [...simulatedValues(dtm)].map((value) => [`${value.device}/${value.name ?? ''}`, value]),
)
const rawOf = (name: string): number => Number(expected.get(`compute_container_1/${name}`)?.raw)
const hosts = new Map(
  dtm.devices.map(({ tag, host, port }) => [tag ?? '', { host, port: String(port + PORT_OFFSET) }]),
)
const at = (tag: string): { host: string; port: string } => hosts.get(tag) ?? { host: '', port: '' }
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

describe('Modbus, with mbpoll', () => {
  const { host, port } = at('unit-1')
  const poll = (unit: number, address: number, ...more: string[]): Promise<{ code: number; text: string }> =>
    outcome('mbpoll', [
      '-0',
      '-1',
      '-m',
      'tcp',
      '-p',
      port,
      '-a',
      String(unit),
      '-r',
      String(address),
      ...more,
    ])
  const registers = (text: string): number[] =>
    [...text.matchAll(/^\[\d+\]:\s+(\d+)/gm)].map(([, value]) => Number(value))

  test.for([
    ['an unmapped address', 1, 9, [host], 'Illegal data address'],
    ['an unmapped unit', 77, 100, [host], 'Target device failed to respond'],
    ['a value that can only be written', 1, 310, [host], 'Illegal data address'],
    ['a block that ends where nothing is', 1, 100, ['-c', '2', host], 'Illegal data address'],
    ['a block across a wide hole', 1, 102, ['-c', '99', host], 'Illegal data address'],
    ['a write to a value that is read only', 1, 100, [host, '7'], 'Illegal data address'],
    ['a write by another function code', 1, 301, [host, '7'], 'Illegal function'],
  ] as const)('%s is refused', async ([, unit, address, more, reason], context) => {
    toolOrSkip(context, 'mbpoll')
    const { code, text } = await poll(unit, address, ...more)
    expect(text).toContain(reason)
    expect(code).not.toBe(0)
  })

  test('a block over a narrow hole is read, with words in the order of the map', async (context) => {
    toolOrSkip(context, 'mbpoll')
    const [a, b] = ['a', 'b'].map((name) => expected.get(`compute_container_1/unit-1/${name}`)?.words ?? [])
    expect(registers((await poll(1, 100, '-c', '4', host)).text)).toEqual([...(a ?? []), 0, ...(b ?? [])])
  })

  test('two units of one endpoint have values of their own', async (context) => {
    toolOrSkip(context, 'mbpoll')
    const found = [registers((await poll(1, 100, host)).text), registers((await poll(2, 100, host)).text)]
    const wanted = ['unit-1', 'unit-2'].map((tag) => [
      ...(expected.get(`compute_container_1/${tag}/a`)?.words ?? []),
    ])
    expect(found).toEqual(wanted)
    expect(found[0]).not.toEqual(found[1])
  })

  test('what is written is read back', async (context) => {
    toolOrSkip(context, 'mbpoll')
    expect((await poll(1, 300, host, '4711')).code).toBe(0)
    expect(registers((await poll(1, 300, host)).text)).toEqual([4711])
    expect((await poll(1, 301, host, '1', '2')).code).toBe(0)
    expect(registers((await poll(1, 301, '-c', '2', host)).text)).toEqual([1, 2])
    const coil = expected.get('compute_container_1/unit-1/coil')?.words?.[0] ?? 0
    expect((await poll(1, 5, '-t', '0', host, String(1 - coil))).code).toBe(0)
    expect(registers((await poll(1, 5, '-t', '0', host)).text)).toEqual([1 - coil])
  })
})

describe('SNMPv3, with net-snmp', () => {
  const { host, port } = at('agent')
  const CHARGE = '1.3.6.1.2.1.33.1.2.4.0'
  const NAME = '1.3.6.1.2.1.1.5.0'
  const run = (
    command: string,
    user: string,
    oids: readonly string[],
    {
      auth = simulationSecret(`secret://${user}/auth`),
      priv = simulationSecret(`secret://${user}/priv`),
      context = '',
    } = {},
  ): Promise<{ code: number; text: string }> =>
    outcome(command, [
      ...['-v3', '-l', 'authPriv', '-u', user, '-a', 'SHA-512', '-A', auth, '-x', 'AES-256', '-X', priv],
      ...['-n', context, '-m', '', '-Onqet', '-t', '3', '-r', '0', `${host}:${port}`, ...oids],
    ])

  test('each context has its values', async (context) => {
    toolOrSkip(context, 'snmp')
    const plain = await run('snmpget', 'plain', [CHARGE])
    const other = await run('snmpget', 'other', [CHARGE], { context: 'b' })
    expect(plain.text).toBe(`.${CHARGE} ${rawOf('agent/charge')}\n`)
    expect(other.text).toBe(`.${CHARGE} ${rawOf('agent-b/charge_b')}\n`)
    expect(plain.text).not.toBe(other.text)
  })

  test.for([
    ['a wrong password', 'plain', { auth: 'wrong-password' }, 'Authentication failure'],
    ['a wrong privacy password', 'plain', { priv: 'wrong-password' }, 'Decryption error'],
    ['an unknown user', 'nobody', {}, 'Unknown user name'],
    ['an unknown context', 'plain', { context: 'c' }, 'Timeout'],
  ] as const)('%s is told as RFC 3414 says', async ([, user, options, reason], context) => {
    toolOrSkip(context, 'snmp')
    const { code, text } = await run('snmpget', user, [CHARGE], options)
    expect(text).toContain(reason)
    expect(code).not.toBe(0)
  })

  test('version 2c gets no answer', async (context) => {
    toolOrSkip(context, 'snmp')
    const { text } = await outcome('snmpget', [
      '-v2c',
      '-c',
      'public',
      '-t',
      '1',
      '-r',
      '0',
      `${host}:${port}`,
      CHARGE,
    ])
    expect(text).toContain('Timeout')
  })

  test('what is not mapped does not exist; a walk tells what is', async (context) => {
    toolOrSkip(context, 'snmp')
    const { text } = await run('snmpget', 'plain', ['1.3.6.1.2.1.33.1.2.4.1', '1.3.6.1.99.1.0'])
    expect(text).toContain('No Such Instance')
    expect(text).toContain('No Such Object')
    const walk = await run('snmpbulkwalk', 'plain', ['1.3.6.1.2.1'])
    const walked = new Set(
      walk.text
        .trimEnd()
        .split('\n')
        .map((line) => line.split(' ')[0]),
    )
    expect([...walked]).toEqual([`.${NAME}`, `.${CHARGE}`])
  })

  test('a value is set only where the manifest lets it', async (context) => {
    toolOrSkip(context, 'snmp')
    expect((await run('snmpset', 'plain', [CHARGE, 'i', '1'])).text).toContain('notWritable')
    expect((await run('snmpset', 'plain', [NAME, 's', 'ups'])).code).toBe(0)
    expect((await run('snmpget', 'plain', [NAME])).text).toBe(`.${NAME} "ups"\n`)
  })
})

describe('Redfish, with requests', () => {
  const { host, port } = at('bmc')
  const SCRIPT = `
import json, requests, sys
session = requests.Session()
session.trust_env, session.verify = False, sys.argv[2]
calls = json.loads(sys.argv[3])
replies = [session.request(c['method'], sys.argv[1] + c['path'], timeout=10, json=c.get('json'),
  auth=tuple(c['auth']) if 'auth' in c else None) for c in calls]
print(json.dumps([[r.status_code, r.json() if r.content else None] for r in replies]))`
  const call = async (...calls: readonly object[]): Promise<[number, Record<string, unknown> | null][]> =>
    JSON.parse(
      await output('python3', ['-c', SCRIPT, `https://${host}:${port}`, ca, JSON.stringify(calls)]),
    ) as [number, Record<string, unknown> | null][]
  const auth = ['ems', simulationSecret('secret://bmc/ems')]
  const power = '/redfish/v1/Chassis/1/Sensors/P'
  const limit = '/redfish/v1/Chassis/1/Control'

  test('the root is open, the rest asks for the account', async (context) => {
    toolOrSkip(context, 'python3-requests')
    const found = await call(
      { method: 'GET', path: '/redfish' },
      { method: 'GET', path: '/redfish/v1/' },
      { method: 'GET', path: power },
      { method: 'GET', path: power, auth: ['ems', 'wrong'] },
      { method: 'GET', path: '/redfish/v1/Nothing', auth },
      { method: 'DELETE', path: power, auth },
      {
        method: 'POST',
        path: '/redfish/v1/SessionService/Sessions',
        json: { UserName: 'ems', Password: 'wrong' },
      },
      { method: 'GET', path: power, auth },
    )
    expect(found.map(([status]) => status)).toEqual([200, 200, 401, 401, 404, 405, 401, 200])
    expect(found[2]?.[1]).toMatchObject({ error: { code: 'Base.1.18.NoValidSession' } })
    expect(found.at(-1)?.[1]).toMatchObject({ Reading: expected.get('compute_container_1/bmc/power')?.value })
  })

  test('a property is changed only where the manifest lets it', async (context) => {
    toolOrSkip(context, 'python3-requests')
    const found = await call(
      { method: 'PATCH', path: power, json: { Reading: 1 }, auth },
      { method: 'PATCH', path: limit, json: { SetPoint: 500, Name: 'x' }, auth },
      { method: 'PATCH', path: limit, json: [1], auth },
      { method: 'PATCH', path: limit, json: { SetPoint: 500 }, auth },
      { method: 'GET', path: limit, auth },
    )
    expect(found.map(([status]) => status)).toEqual([403, 403, 400, 200, 200])
    expect(found.at(-1)?.[1]).toMatchObject({ SetPoint: 500, Name: 'Control' })
  })

  test('a client can walk from the root to every resource', async (context) => {
    toolOrSkip(context, 'python3-requests')
    const paths = [
      '/redfish/v1',
      '/redfish/v1/Chassis',
      '/redfish/v1/Chassis/1',
      '/redfish/v1/Chassis/1/Sensors',
    ]
    const found = await call(...paths.map((path) => ({ method: 'GET', path, auth })))
    const texts = found.map(([, body]) => JSON.stringify(body))
    expect(texts.map((text, i) => text.includes(`"${paths[i + 1] ?? power}"`))).toEqual([
      true,
      true,
      true,
      true,
    ])
  })
})
