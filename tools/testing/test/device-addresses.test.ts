import type { AssemblySpec, AssemblyTopology } from '@edp/schemas'
import { describe, expect, test } from 'vitest'

import { EXAMPLE_NAMES, examplePayload, exampleSelection, exampleTopologies, specOf } from '../src/index.ts'

/** Hosts of the devices that have a copper cable of their own to a switch of their container. */
function cabledHosts({ connections }: AssemblySpec, { devices }: AssemblyTopology): [string, string][] {
  const cabled = new Set(
    connections.flatMap(({ id, from }) =>
      id.startsWith('N-') && from.endsWith('.N') ? [from.slice(0, -2)] : [],
    ),
  )
  const own = devices.flatMap(({ tag, host }): [string, string][] =>
    tag !== undefined && cabled.has(tag) ? [[tag, host]] : [],
  )
  return [...new Map(own)]
}

describe.each(EXAMPLE_NAMES)('devices of %s', (name) => {
  const payload = examplePayload(name)
  const topologies = exampleTopologies(payload)
  const { compute_container, grid_container } = exampleSelection(name)

  test.each([
    ['compute', compute_container, topologies.compute],
    ['grid', grid_container, topologies.grid],
  ])('%s container: a cable of its own to a switch goes with an address of its own', (_, urls, topology) => {
    if (urls === null || topology === null) return
    const hosts = cabledHosts(specOf(urls), topology)
    expect(hosts.length).toBeGreaterThan(5)
    expect(new Set(hosts.map(([, host]) => host)).size, hosts.join(' ')).toBe(hosts.length)
  })
})
