import { describe, expect, test } from 'vitest'

import { exampleSite, withBattery } from '../../test/site-fixture.ts'

describe('links of the two OT cables of a container', () => {
  test.each([
    // its own switch and ring R1; the only block of a site without a way out
    [5, 2],
    // two blocks: its own switch, the firewall pair, rings R1 and R2
    [40, 4],
    // a lone container holds the core: the way out alone
    [1, 1],
  ])('%i containers: those of C01, which holds the core, carry %i', (containers, links) => {
    const { connections, typicals } = exampleSite({
      target_gpu_count: containers * 56,
      source_capacity_mw: 12,
    })
    const countOf = (id: string): number | undefined =>
      connections.find(({ connection_id }) => connection_id === `F-S01-${id}`)?.data?.links_count
    expect([countOf('C01-A01'), countOf('C01-B01')]).toEqual([links, links])
    const leads = typicals.flatMap((t) => t.connections).filter((c) => /^F-OA\d/.test(c.connection_id))
    if (leads.length > 0) expect(leads).toHaveLength(links)
    if (containers > 1) expect(countOf('C02-A01')).toBe(1)
  })

  test('a grid container holds the core: each cable carries the link of its container', () => {
    const { connections } = exampleSite({ target_gpu_count: 112, ...withBattery(1) })
    const ot = connections.filter(({ service, data }) => service === 'fibre' && data?.network === 'OT')
    expect(ot.length).toBeGreaterThan(4)
    expect(new Set(ot.map(({ data }) => data?.links_count))).toEqual(new Set([1]))
  })
})
