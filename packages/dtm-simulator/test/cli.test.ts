import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createSocket } from 'node:dgram'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'

import { flipToLive, parseDtm, type Dtm } from '@edp/dtm'
import { afterAll, afterEach, describe, expect, test } from 'vitest'

import { simulatedValues, withPortOffset } from '../src/index.ts'
import { runCli } from '../src/run-cli.ts'
import { craftedDevice, craftedManifest, modbus, point, snmp } from './crafted.ts'
import { PORT_OFFSET, scratch } from './site.ts'

const CLI = fileURLToPath(new URL('../src/cli.ts', import.meta.url))
const NODE = ['--conditions=@edp/source', '--import', 'tsx', CLI]
const OFFSET = ['--port-offset', String(PORT_OFFSET)]

const files = scratch()
const dtm = craftedManifest(
  craftedDevice('meter', '127.2.2.1', 502, modbus(1, point('power', 0, { unit: 'kW' }), point('state', 1))),
  craftedDevice('ups', '127.2.2.2', 161, snmp(undefined, 'ro', 'charge')),
)
const manifest = files.write('dtm.json', JSON.stringify(dtm))
const meter_host = dtm.devices[0]?.host ?? ''
const running: ChildProcess[] = []

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL')
})
afterAll(() => {
  files.remove()
})

/** What the command prints and its exit code; a simulation that starts ends at once. */
async function sim(...args: string[]): Promise<{ code: number; text: string }> {
  let text = ''
  const code = await runCli(args, {
    out: (chunk) => {
      text += chunk
      return Promise.resolve()
    },
    error: (chunk) => {
      text += chunk
    },
    stopped: () => Promise.resolve(),
  })
  return { code, text }
}

/** A simulation that said that it is ready, and what it has said. */
async function served(...args: string[]): Promise<{ child: ChildProcess; said: () => string }> {
  const child = spawn(process.execPath, [...NODE, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  running.push(child)
  let text = ''
  const take = (chunk: unknown): void => {
    text += String(chunk)
  }
  child.stdout.on('data', take)
  child.stderr.on('data', take)
  while (!text.includes('ready')) {
    if (child.exitCode !== null) throw new Error(text)
    await once(child.stdout, 'data')
  }
  return { child, said: () => text }
}

describe('serving', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('%s ends it cleanly', async (signal) => {
    const { child, said } = await served(manifest, ...OFFSET, '--ca-file', `${files.path}/ca.pem`)
    expect(said()).toMatch(/modbus_tcp +127\.[\d.]+:10502 +compute_container_1\/meter +unit 1 +2$/m)
    expect(said()).toContain('sim-ro-auth- / sim-ro-priv-')
    expect(said()).toContain('ready: 2 devices on 2 endpoints')
    child.kill(signal)
    const [code] = (await once(child, 'exit')) as [number | null]
    expect(code).toBe(0)
    expect(said()).toContain('stopped')
  })

  test('every endpoint that cannot be bound is named at once', async () => {
    const [meter = '', ups = ''] = dtm.devices.map(({ host }) => host)
    const tcp = createServer().listen(502 + PORT_OFFSET, meter)
    const udp = createSocket('udp4').bind(161 + PORT_OFFSET, ups)
    await Promise.all([once(tcp, 'listening'), once(udp, 'listening')])
    const taken = await sim(manifest, ...OFFSET)
    tcp.close()
    udp.close()
    expect(taken.code).toBe(1)
    expect(taken.text).toContain('2 of 2 endpoints cannot be served')
    expect(taken.text).toContain(
      `modbus_tcp ${meter}:10502: the port is taken by another program (EADDRINUSE)`,
    )
    expect(taken.text).toContain(`snmp ${ups}:10161: the port is taken by another program (EADDRINUSE)`)
  })

  test('an endpoint that cannot be bound leaves none of the others listening', async () => {
    const [, ups = ''] = dtm.devices.map(({ host }) => host)
    const udp = createSocket('udp4').bind(161 + PORT_OFFSET, ups)
    await once(udp, 'listening')
    expect((await sim(manifest, ...OFFSET)).text).toContain('1 of 2 endpoints cannot be served')
    udp.close()
    await once(udp, 'close')
    expect(await sim(manifest, ...OFFSET)).toMatchObject({ code: 0 })
  })
})

/** The manifest as given, with the hosts of the process, and some verbatim. */
function withHost(site: Dtm, hosts: Readonly<Record<string, string>>): Dtm {
  return {
    ...site,
    devices: site.devices.map((device, i) => ({
      ...device,
      host: hosts[device.tag ?? ''] ?? dtm.devices[i]?.host ?? device.host,
    })),
  }
}

describe('printing', () => {
  test('--list prints the table and serves nothing', async () => {
    const { code, text } = await sim(manifest, '--list')
    expect(code).toBe(0)
    expect(text.trimEnd().split('\n')).toHaveLength(3)
    expect(text).not.toContain('ready')
  })

  test('values are those of the function, as JSON and as CSV', async () => {
    const expected = [...simulatedValues(dtm)]
    expect(JSON.parse((await sim('values', manifest)).text)).toEqual(expected)
    const { text: csv } = await sim('values', manifest, '--format', 'csv')
    const [head, first] = csv.split('\r\n')
    expect(head).toBe('device_uuid,device,protocol,host,port,name,address,raw,value,unit,label,words,access')
    const power = expected[0]
    expect(first).toBe(
      `${power?.device_uuid ?? ''},compute_container_1/meter,modbus_tcp,${meter_host},502,power,` +
        `unit 1 fc 3 @ 0 x 1,${Number(power?.raw)},${Number(power?.value)},kW,,[${Number(power?.raw)}],r`,
    )
  })

  test('secrets are what a vault of the EMS must hold; a file replaces some', async () => {
    const secrets = files.write('secrets.json', '{"secret://ro/auth":"another-one"}')
    expect(JSON.parse((await sim('secrets', manifest, '--secrets', secrets)).text)).toEqual({
      'secret://ro/auth': 'another-one',
      'secret://ro/priv': 'sim-ro-priv-',
    })
  })

  test('the manifest for the EMS has the ports that are bound', async () => {
    const { text } = await sim('manifest', manifest, ...OFFSET)
    expect(parseDtm(JSON.parse(text))).toEqual(withPortOffset(dtm, PORT_OFFSET))
  })

  test('given values replace simulated ones', async () => {
    const given = files.write('values.json', '{"compute_container_1/meter":{"power":123}}')
    const { text } = await sim('values', manifest, '--values', given)
    expect(JSON.parse(text)).toMatchObject([
      { name: 'power', raw: 123, value: 123, words: [123] },
      {},
      {},
      {},
    ])
  })

  test('a module and a protocol can be chosen', async () => {
    const { text } = await sim(manifest, '--list', '--protocol', 'snmp', '--module', 'compute_container_1')
    expect(text).toContain('/ups')
    expect(text).not.toContain('/meter')
  })
})

describe('refusing, exit code 2', () => {
  const live = flipToLive(
    dtm,
    { [dtm.devices[0]?.device_uuid ?? '']: { host: '10.0.0.1', port: 502 } },
    { allow_missing: true },
  )
  const outside = withHost(dtm, { meter: '192.168.1.10', ups: 'ups.example.net' })
  const gateway = craftedManifest(
    craftedDevice('rack', '127.2.2.9', 29536, {
      protocol: 'canopen_gw',
      gateway_vendor: 'v',
      gateway_protocol: 'cia309_3',
      node_id: 1,
      pdo_maps: [{ name: 'q', cob_id: 385, byte_offset: 0, byte_length: 1 }],
    }),
  )
  test.each([
    ['a live manifest', live, [], ['a live manifest is not simulated', 'ems_mode: is live']],
    [
      'hosts outside 127/8',
      outside,
      [],
      ['meter: host 192.168.1.10 is no loopback', 'ups: host ups.example.net'],
    ],
    ['ports past the last', dtm, ['--port-offset', '65400'], ['meter: port 65902', 'ups: port 65561']],
    ['a gateway protocol', gateway, [], ['rack: the gateway speaks cia309_3']],
    ['a broken manifest', { ...dtm, devices: [{}] }, [], ['devices.0.device_uuid', 'devices.0.port']],
    ['a module that is not there', dtm, ['--module', 'x'], ['x: the manifest has compute_container_1']],
    ['a protocol without devices', dtm, ['--protocol', 'redfish'], ['nothing to serve']],
    ['a strange protocol', dtm, ['--protocol', 'bacnet'], ['--protocol: expected modbus_tcp']],
    ['a strange option', dtm, ['--fast'], ['--fast', 'usage']],
    ['a wrong offset', dtm, ['--port-offset', '-1'], ["'--port-offset' argument is ambiguous"]],
    ['a wrong format', dtm, ['--format', 'xml'], ['--format: expected json or csv']],
  ])('%s', async (_, document, args, reasons) => {
    const { code, text } = await sim(files.write('refused.json', JSON.stringify(document)), ...args)
    for (const reason of reasons) expect(text).toContain(reason)
    expect(code).toBe(2)
  })

  test.each([
    ['"compute_container_1/nobody": {"power": 1}', 'no device of the manifest has this module_id/tag'],
    [
      '"compute_container_1/meter": {"colour": 1}',
      'compute_container_1/meter.colour: the device has no such value',
    ],
  ])('values that nobody has: %s', async (text, reason) => {
    const found = await sim('values', manifest, '--values', files.write('strange.json', `{${text}}`))
    expect(found).toMatchObject({ code: 2, text: expect.stringContaining(reason) as string })
  })

  test('no manifest, and one that is not there', async () => {
    expect(await sim()).toMatchObject({
      code: 2,
      text: expect.stringContaining('expected the path') as string,
    })
    expect(await sim('none.json')).toMatchObject({
      code: 2,
      text: expect.stringContaining('cannot read') as string,
    })
    expect(await sim('--help')).toMatchObject({
      code: 0,
      text: expect.stringContaining('exit codes') as string,
    })
  })
})
