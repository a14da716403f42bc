import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { buildDtm, type Dtm } from '@edp/dtm'
import { engineerExample, examplePayload, exampleTopologies } from '@edp/testing'

/** Ports of the tests: above 1024, so that they run without a privilege. */
export const PORT_OFFSET = 10_000

/** Manifest of a site with one compute container, a grid container and DC-coupled batteries with CANopen racks. */
export function siteManifest(): Dtm {
  const payload = examplePayload('commercial_dc_ext', { target_gpu_count: 56, bess_capacity_mwh: 4 })
  return onOwnAddresses(buildDtm(engineerExample(payload), exampleTopologies(payload)))
}

/**
 * The same manifest on loopback addresses of this process: 127.0.0.0/8 is one space for the machine, and test runs must not meet.
 * The second octet is turned by the process id, which keeps different ones different.
 */
export function onOwnAddresses(dtm: Dtm): Dtm {
  return {
    ...dtm,
    devices: dtm.devices.map((device) => {
      const [first, second = '0', ...rest] = device.host.split('.')
      return { ...device, host: [first, ((Number(second) + process.pid) % 254) + 1, ...rest].join('.') }
    }),
  }
}

/** A directory for files of a test, and how to remove it. */
export function scratch(): {
  readonly write: (name: string, text: string) => string
  readonly path: string
  readonly remove: () => void
} {
  const path = mkdtempSync(join(tmpdir(), 'edp-sim-'))
  return {
    path,
    write: (name, text) => {
      writeFileSync(join(path, name), text)
      return join(path, name)
    },
    remove: () => {
      rmSync(path, { recursive: true, force: true })
    },
  }
}
