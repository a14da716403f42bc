import { readFileSync, writeFileSync } from 'node:fs'

import type { Dtm } from '@edp/dtm'
import { toolOrSkip } from '@edp/testing'
import { afterAll, expect, test } from 'vitest'

import { simulatedValues, startSimulator, withPortOffset } from '../src/index.ts'
import { output, readings, rounded, type Reading } from './client.ts'
import { craftedDevice, craftedManifest, dnp3, point } from './crafted.ts'
import { pcapOf } from './pcap.ts'
import { PORT_OFFSET, scratch, siteManifest } from './site.ts'

/** What a protocol analyser says of one frame. */
interface Dissected {
  readonly good_header: boolean
  readonly good_blocks: boolean
  readonly complaint: string
  readonly floats: readonly number[]
  readonly bits: readonly number[]
}

const FIELDS = [
  'dnp.hdr.CRC.status',
  'dnp.data_chunk.CRC.status',
  '_ws.malformed',
  'dnp3.unknown_object',
  'dnp3.al.ana.float',
  'dnp3.al.bit',
]
const DNP3_PORT = 20_000
const files = scratch()

afterAll(() => {
  files.remove()
})

/** What the Python master reads of a manifest, and the recorded conversations, one a device. */
async function conversed(dtm: Dtm, name: string): Promise<{ found: Reading[]; captures: string[] }> {
  const simulator = await startSimulator(dtm, { port_offset: PORT_OFFSET })
  try {
    const manifest = files.write(`${name}.json`, JSON.stringify(withPortOffset(dtm, PORT_OFFSET)))
    const record = `${files.path}/${name}-conversations.json`
    const found = await readings('dnp3', manifest, record)
    const conversations = JSON.parse(readFileSync(record, 'utf8')) as ['master' | 'outstation', string][][]
    const captures = conversations.map((conversation, i) => {
      const file = `${files.path}/${name}-${i}.pcap`
      const transmissions = conversation.map(([from, hex]) => ({
        from: from === 'master' ? ('client' as const) : ('server' as const),
        bytes: Buffer.from(hex, 'hex'),
      }))
      writeFileSync(file, pcapOf(transmissions, DNP3_PORT))
      return file
    })
    return { found, captures }
  } finally {
    await simulator.stop()
  }
}

async function dissected(capture: string): Promise<Dissected[]> {
  const text = await output('tshark', [
    '-r',
    capture,
    '-T',
    'fields',
    ...FIELDS.flatMap((field) => ['-e', field]),
  ])
  const list = (cell = ''): string[] => (cell === '' ? [] : cell.split(','))
  return text
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [header, blocks, malformed, unknown, floats, bits] = line.split('\t')
      return {
        good_header: list(header).length > 0 && list(header).every((status) => status === '1'),
        good_blocks: list(blocks).every((status) => status === '1'),
        complaint: [malformed, unknown].filter(Boolean).join(' '),
        floats: list(floats).map(Number),
        bits: list(bits).map(Number),
      }
    })
}

const site: Dtm = ((dtm) => ({
  ...dtm,
  devices: dtm.devices.filter(({ protocol_config }) => protocol_config.protocol === 'dnp3_tcp'),
}))(siteManifest())
/** More than a fragment and a frame can hold, in every shape. */
const large = craftedManifest(
  craftedDevice(
    'rly',
    '127.2.1.1',
    DNP3_PORT,
    dnp3(
      11,
      point('inputs', 0, { function_code: 2, count: 3000, point_type: 'binary_input', variation: 2 }),
      point('packed', 5000, { function_code: 2, count: 900, point_type: 'binary_input', variation: 1 }),
      point('analogs', 10, {
        function_code: 4,
        count: 700,
        data_type: 'float32',
        point_type: 'analog_input',
        unit: 'A',
      }),
      point('doubles', 2000, {
        function_code: 4,
        count: 300,
        data_type: 'float64',
        point_type: 'analog_input',
        variation: 6,
      }),
      point('counts', 0, {
        function_code: 4,
        count: 40,
        data_type: 'uint32',
        point_type: 'counter',
        variation: 2,
      }),
      point('setting', 3, { function_code: 3, data_type: 'float32', point_type: 'analog_output' }),
    ),
  ),
)

const CASES = [
  ['site', site],
  ['large', large],
] as const

test.for(CASES)(
  '%s: the values and the frames are in order for another implementation',
  async ([name, dtm], context) => {
    toolOrSkip(context, 'python3')
    const { found, captures } = await conversed(dtm, name)
    const expected = [...simulatedValues(dtm)]
    expect(found.map(rounded)).toEqual(
      expected.map(({ device_uuid, name: value_name, value }) =>
        rounded([device_uuid, value_name ?? '', value]),
      ),
    )

    toolOrSkip(context, 'tshark')
    expect(captures).toHaveLength(dtm.devices.length)
    for (const [i, capture] of captures.entries()) {
      const frames = await dissected(capture)
      expect(frames.length).toBeGreaterThan(10)
      expect(frames.filter(({ good_header, good_blocks }) => !good_header || !good_blocks)).toEqual([])
      expect(frames.filter(({ complaint }) => complaint !== '')).toEqual([])
      const own = expected.filter(({ device_uuid }) => device_uuid === dtm.devices[i]?.device_uuid)
      const floats = own.flatMap(({ address, value, name: value_name }) =>
        address.includes('group 30') && value_name !== 'doubles' ? [Number(value)] : [],
      )
      const told = frames.flatMap((frame) => frame.floats)
      const missing = floats.filter((value) => !told.some((read) => Math.abs(read / value - 1) < 1e-4))
      expect(missing).toEqual([])
      expect(frames.some(({ bits }) => bits.length > 0)).toBe(true)
    }
  },
)

test('a broken check sum is found by the analyser: the test can fail', async (context) => {
  toolOrSkip(context, 'tshark')
  const frame = Buffer.from('0564050901000b000000', 'hex')
  const capture = `${files.path}/broken.pcap`
  writeFileSync(capture, pcapOf([{ from: 'client', bytes: frame }], DNP3_PORT))
  expect((await dissected(capture))[0]).toMatchObject({ good_header: false })
})
