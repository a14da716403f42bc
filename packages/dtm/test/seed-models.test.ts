import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

import { describe, expect, test } from 'vitest'

import { buildDtm, toSeedDtm, type Dtm } from '../src/index.ts'
import { METER, moduleOf, siteOf, topologyOf, UPS } from '../src/testing/fixtures.ts'

const MODELS = fileURLToPath(new URL('./seed_models.py', import.meta.url))
const required = process.env['EDP_REQUIRE_TOOLS'] === '1'
const available = spawnSync('/usr/bin/python3', ['-c', 'import pydantic']).status === 0

const dtm = buildDtm(siteOf(moduleOf('compute_container', 1), moduleOf('compute_container', 2)), {
  compute: topologyOf(
    'c',
    METER,
    UPS,
    {
      ...METER,
      tag: 'rly',
      port: 20000,
      protocol_config: { protocol: 'dnp3_tcp', master_addr: 1, outstation_addr: 11, point_maps: [] },
    },
    {
      ...METER,
      tag: 'rbm',
      port: 29536,
      protocol_config: {
        protocol: 'canopen_gw',
        gateway_vendor: 'v',
        node_id: 1,
        pdo_maps: [{ name: 'soc', cob_id: 385, byte_offset: 0, byte_length: 1, unit: '%' }],
      },
    },
    {
      ...METER,
      tag: 'cdu',
      port: 443,
      protocol_config: {
        protocol: 'redfish',
        username: 'u',
        password_secret_ref: 'secret://site/x',
        service_root: '/redfish/v1',
        resource_maps: [{ name: 'r', uri: '/redfish/v1/x', json_pointer: '/a' }],
      },
    },
  ),
  grid: null,
})

function read(document: Dtm, ...options: string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync('/usr/bin/python3', [MODELS, ...options], {
    input: JSON.stringify(document),
    encoding: 'utf8',
  })
  return { status, out: stdout, err: stderr }
}

describe.skipIf(!available && !required)('Python reader with pydantic (python3-pydantic)', () => {
  test('reads a manifest of all five protocols with the optional fields', () => {
    expect(read(dtm)).toMatchObject({ status: 0, out: '{"modules": 2, "devices": 10}\n' })
  })
  test('refuses the optional fields when it forbids strangers, and takes the seed projection', () => {
    expect(read(dtm, 'forbid').status).not.toBe(0)
    expect(read(toSeedDtm(dtm), 'forbid')).toMatchObject({ status: 0, err: '' })
  })
})
