import { describe, expect, test } from 'vitest'

import { computeSpec } from '../../test/compute-fixture.ts'
import { gridSpec } from '../../test/grid-fixture.ts'
import { exampleSite, withBattery } from '../../test/site-fixture.ts'

const compute = computeSpec()
const ports = compute.ports

describe('every port finds its partner', () => {
  test('a port that its counterpart lacks is dangling, and both are named', () => {
    const without = computeSpec({ ports: ports.filter((p) => p.id !== 'CG.F2') })
    expect(() => exampleSite(withBattery(3), { compute: without })).toThrow(
      expect.objectContaining({
        code: 'dangling_port',
        message: expect.stringMatching(/C01.*slot F2.*G01/) as string,
      }),
    )
  })

  test('a port that nobody leads to is dangling', () => {
    const extra = { ...ports[0]!, id: 'CG.SPARE', interface: { ...ports[0]!.interface!, slot: 'SPARE' } }
    expect(() => exampleSite(withBattery(3), { compute: computeSpec({ ports: [...ports, extra] }) })).toThrow(
      /C01 CG.SPARE mates with no grid_container/,
    )
    expect(() =>
      exampleSite(withBattery(3), {
        compute: computeSpec({ ports: [...ports, { ...extra, optional: true }] }),
      }),
    ).not.toThrow()
  })

  test.each([
    ['service', { service: 'power_dc' }, /service power_lv and power_dc|service power_dc and power_lv/],
    ['voltage', { rating: { voltage_v: 600 } }, /voltage_v 480 and 600/],
  ])('two ports that disagree on %s are refused', (_, change, message) => {
    const changed = ports.map((p) => (p.id === 'CG.PA' ? { ...p, ...change } : p))
    expect(() => exampleSite(withBattery(3), { compute: computeSpec({ ports: changed }) })).toThrow(message)
  })

  test('two ports that disagree on the plate or the nominal size are refused', () => {
    const plate = ports.map((p) =>
      p.id === 'CG.PA' ? { ...p, interface: { ...p.interface!, plate_id: 'CX' } } : p,
    )
    expect(() => exampleSite(withBattery(3), { compute: computeSpec({ ports: plate }) })).toThrow(
      /plate CG and CX/,
    )
    const size = ports.map((p) => (p.id === 'CD.S1' ? { ...p, rating: { dn: 65 } } : p))
    expect(() => exampleSite({}, { compute: computeSpec({ ports: size }) })).toThrow(/dn 50 and 65/)
  })

  test('a grid container with too few feeders is refused', () => {
    const few = gridSpec().ports.map((p) =>
      p.id === 'CG{n:02}.PA' ? { ...p, array: { var: 'n', from: 1, count: 1 } } : p,
    )
    expect(() =>
      exampleSite({ target_gpu_count: 112, ...withBattery(3) }, { grid: gridSpec({ ports: few }) }),
    ).toThrow(/G01.*slot PA channel 2/)
  })
})

test('where there is no grid container the customer switchgear takes what asks for it', () => {
  const site = exampleSite()
  const feeder = site.connections.find((c) => c.connection_id === 'PL-S01-C01-A01')
  expect(feeder).toMatchObject({
    from: { designation: 'S01', port: 'PA', plate_id: 'CG', slot: 'PA' },
    to: { port: 'CG.PA' },
  })
})

test('fabric trunks stay away where there are no spines, and the positions spare', () => {
  const trunks = (gpus: number) =>
    exampleSite({ target_gpu_count: gpus, ...withBattery(3) }).connections.filter(
      (c) => c.data?.network === 'compute fabric',
    )
  expect(trunks(56)).toEqual([])
  expect(trunks(112)).toHaveLength(4)
  expect(trunks(112)[0]).toMatchObject({
    quantity: 3,
    cable: { fibres_count: 144 },
    data: { rate_gbps: 400, links_count: 12 },
  })
})

test('numbers of connections and slots follow docs/conventions.md', () => {
  const site = exampleSite({ target_gpu_count: 168, ...withBattery(3, 'dc_external_pcs') })
  const ids = new Set(site.connections.map((c) => c.connection_id))
  for (const id of [
    'PL-G01-C03-A01',
    'PM-G01-T01-01',
    'PD-B01-K01-01',
    'F-G01-C03-A01',
    'G-C03-SITE-01',
    'HS-C03-01',
    'PM-U01-G01-01',
  ])
    expect(ids).toContain(id)
})
