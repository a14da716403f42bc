import { once } from 'node:events'
import { createSocket } from 'node:dgram'
import { connect } from 'node:net'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { startSimulator, type Simulator } from '../src/index.ts'
import { linkFrame } from '../src/dnp3/link-frame.ts'
import { craftedDevice, craftedManifest, dnp3, modbus, point, snmp } from './crafted.ts'
import { PORT_OFFSET } from './site.ts'

const ROUNDS = 6000
const dtm = craftedManifest(
  craftedDevice('unit', '127.2.3.1', 502, modbus(1, point('a', 0))),
  craftedDevice('agent', '127.2.3.2', 161, snmp(undefined, 'plain', 'charge')),
  craftedDevice(
    'relay',
    '127.2.3.3',
    20_000,
    dnp3(
      11,
      point('open', 0, { function_code: 1, access: 'w', control: 'latch' }),
      point('amps', 0, { function_code: 4 }),
    ),
  ),
  craftedDevice('rack', '127.2.3.4', 29_536, {
    protocol: 'canopen_gw',
    gateway_vendor: 'v',
    node_id: 1,
    pdo_maps: [{ name: 'q', cob_id: 385, byte_offset: 0, byte_length: 1, od: '6000h' }],
  }),
)
const host = (tag: string): string => dtm.devices.find((device) => device.tag === tag)?.host ?? ''
let simulator: Simulator

beforeAll(async () => {
  simulator = await startSimulator(dtm, { port_offset: PORT_OFFSET })
})
afterAll(async () => {
  await simulator.stop()
})

/** The same octets in every run: a linear congruence (Numerical Recipes). */
function octets(seed: number): (count: number) => Buffer {
  let state = seed
  return (count) =>
    Buffer.from(
      Array.from({ length: count }, () => {
        state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32
        return Math.floor(state / 2 ** 24)
      }),
    )
}

/** Sends what nobody would, then asks whether the server still answers a good request with the bytes that it must begin with. */
async function survives(
  port: number,
  at: string,
  bad: Iterable<Buffer>,
  good: Buffer,
  answer: string,
): Promise<void> {
  const noise = connect(port + PORT_OFFSET, at)
  noise.on('error', () => undefined)
  noise.on('data', () => undefined)
  await once(noise, 'connect')
  for (const bytes of bad)
    if (!noise.write(bytes)) await Promise.race([once(noise, 'drain'), once(noise, 'close')])
  noise.end()
  await once(noise, 'close')
  const client = connect(port + PORT_OFFSET, at)
  client.write(good)
  const [reply] = (await once(client, 'data')) as [Buffer]
  client.destroy()
  expect(reply.toString('hex').startsWith(answer)).toBe(true)
}

test('DNP3: requests that make no sense, in frames that do', async () => {
  const random = octets(1)
  const frames = Array.from({ length: ROUNDS }, (_, i) => {
    const [code = 0, group = 0, variation = 0, way = 0, count = 0, length = 0] = random(6)
    const known = [1, 10, 12, 20, 30, 40, 41, 50, 60, 80][group % 10] ?? 0
    const qualifier = [0x00, 0x01, 0x06, 0x07, 0x08, 0x17, 0x28, way][way % 8] ?? 0
    const header = [known, variation % 6, qualifier, count % 3]
    const request = [
      0xc0,
      0xc0 | (i % 16),
      code % 8,
      ...header,
      ...random(length % (i % 4 === 0 ? 24 : 4)).map((octet) => octet % 3),
    ]
    const bytes = linkFrame({ control: 0xc4, destination: 11, source: 1, data: Buffer.from(request) })
    const flipped = random(1)[0] ?? 0
    if (i % 5 === 0) bytes[flipped % bytes.length] = flipped
    return bytes
  })
  const status = linkFrame({ control: 0xc9, destination: 11, source: 1, data: Buffer.alloc(0) })
  await survives(20_000, host('relay'), frames, status, '0564050b01000b00')
})

test('Modbus: requests of any length and content', async () => {
  const random = octets(2)
  const requests = Array.from({ length: ROUNDS }, () => {
    const [code = 0, length = 0] = random(2)
    const pdu = Buffer.concat([Buffer.from([1, code % 24]), random(length % 20)])
    const head = Buffer.from([0, 1, 0, 0, 0, pdu.length])
    return Buffer.concat([head, pdu])
  })
  const read = Buffer.from('0007000000060103000000 01'.replace(' ', ''), 'hex')
  await survives(502, host('unit'), requests, read, '000700000005010302')
})

test('socketcand: commands that nobody knows', async () => {
  const random = octets(3)
  const words = [
    '<',
    '>',
    ' ',
    'open',
    'send',
    'rawmode',
    'subscribe',
    '601',
    '8',
    'FF',
    'g',
    '< open x >',
    '\0',
  ]
  const texts = Array.from({ length: ROUNDS }, () =>
    Buffer.from([...random(6)].map((octet) => words[octet % words.length] ?? '').join(' ')),
  )
  await survives(29_536, host('rack'), texts, Buffer.from('< echo >'), Buffer.from('< hi >').toString('hex'))
})

test('SNMP: datagrams of any content', async () => {
  const random = octets(4)
  const client = createSocket('udp4')
  client.on('message', () => undefined)
  const send = (bytes: Buffer): Promise<unknown> =>
    new Promise((done) => {
      client.send(bytes, 161 + PORT_OFFSET, host('agent'), done)
    })
  const discovery = Buffer.from(
    '303e020103301102040c0ffee1020300ffe30401040201030410300e0400020100020100040004000400301404000400a00e02040c0ffee10201000201003000',
    'hex',
  )
  for (let i = 0; i < ROUNDS; i += 1) {
    const bytes = i % 2 === 0 ? random(1 + (i % 90)) : Buffer.from(discovery)
    const [at = 0, value = 0] = random(2)
    bytes[at % bytes.length] = value
    await send(bytes)
  }
  client.removeAllListeners('message')
  await send(discovery)
  // usmStatsUnknownEngineIDs, as a discovery is answered (RFC 3414, 4); replies to noise may still come before it.
  let reply = ''
  while (!reply.includes('2b060106030f01010400')) {
    const [datagram] = (await once(client, 'message')) as [Buffer]
    reply = datagram.toString('hex')
  }
  client.close()
})
