import type { SiteModel, Typical } from '@edp/schemas'
import { expect, test } from 'vitest'

import { EXAMPLE_NAMES, engineerExample, examplePayload } from '../src/index.ts'

const ofKind = (site: SiteModel, kind: string) => site.typicals.filter((typical) => typical.kind === kind)
const cableOf = (typical: Typical | undefined, id: string) =>
  typical?.connections.find((connection) => connection.connection_id === id)?.cable
const electrodesOf = (typical: Typical | undefined) =>
  Object.fromEntries(
    (typical?.equipment ?? []).flatMap(({ device, electrode }) =>
      electrode === null ? [] : [[device, electrode.size_awg]],
    ),
  )

test.each([
  // NEC 2023 Table 250.66: 2 AWG or smaller 8 AWG, 2/0 AWG 4 AWG, 300 kcmil 2 AWG
  ['commercial_ac', { 'ups-01': '8', LP: '8', TX2: '8' }],
  ['commercial_dc_int', { 'ups-01': '8', LP: '8', TX2: '4' }],
] as const)('%s: neutrals in the grid container by the conductors that leave them', (name, sizes) => {
  expect(electrodesOf(ofKind(engineerExample(name), 'grid_container')[0])).toEqual(sizes)
})

test('neutrals in a compute container, that of the spine racks where it holds them', () => {
  const [typical] = ofKind(engineerExample('commercial_ac'), 'compute_container')
  expect(electrodesOf(typical)).toEqual({ TX1: '2', 'ups-01': '8', LP: '8' })
  const host = ofKind(engineerExample('dod_no_bess'), 'compute_container').find(({ equipment }) =>
    equipment.some(({ device }) => device === 'TX2'),
  )
  expect(electrodesOf(host)).toEqual({ TX1: '2', 'ups-01': '8', LP: '8', TX2: '8' })
  const cable = host?.connections.find((c) => c.connection_id === 'G-TX2')
  expect([cable?.from.port, cable?.to.port, cable?.length.cut_m]).toEqual(['MDP.PE', 'TX2.X0', 6])
})

test.each(EXAMPLE_NAMES)(
  '%s: every neutral that is earthed inside has its conductor in the schedule',
  (name) => {
    const site = engineerExample(name)
    for (const typical of site.typicals) {
      const earthed = typical.equipment.filter(({ neutral_earthing }) => neutral_earthing !== '')
      expect(earthed.length).toBeGreaterThan(1)
      for (const { device, electrode } of typical.equipment) {
        expect([device, electrode !== null]).toEqual([device, earthed.some((e) => e.device === device)])
        if (electrode === null) continue
        expect(cableOf(typical, electrode.connection_id)?.size_awg).toBe(electrode.size_awg)
      }
    }
  },
)

test('one conductor that the systems of a container share is 3/0 AWG up to the ring', () => {
  const site = engineerExample('commercial_ac')
  // NEC 2023, 250.30(A)(6)(a)
  for (const kind of ['compute_container', 'grid_container'] as const) {
    const ids = site.modules.filter((module) => module.kind === kind).map((module) => module.module_id)
    const bonds = site.connections.filter((c) => c.service === 'earth' && ids.includes(c.from.module_id))
    expect(bonds.length).toBe(2 * ids.length)
    expect(new Set(bonds.map((bond) => bond.cable?.size_awg))).toEqual(new Set(['3/0']))
  }
  expect(cableOf(ofKind(site, 'compute_container')[0], 'G-1')?.size_awg).toBe('3/0')
})

test.each(EXAMPLE_NAMES)(
  '%s: the neutral of every transformer has its conductor to the ring, that of the customer as a size',
  (name) => {
    const { connections, electrical } = engineerExample(name)
    const area = (kcmil: number) => kcmil * 0.5067
    for (const transformer of electrical.blocks.flatMap((block) => block.transformers)) {
      const cable = connections.find((c) => c.connection_id === transformer.secondary_connection_id)?.cable
      if (cable?.size_mm2 == null) {
        expect(transformer.electrode).toEqual({ connection_id: null, size_awg: expect.any(String) as string })
        expect(transformer.required_cables).not.toBeNull()
        continue
      }
      const row = connections.find((c) => c.connection_id === `G-${transformer.tag}-SITE-X0`)
      expect([row?.from.port, row?.to.designation, row?.cable?.size_awg]).toEqual([
        'X0',
        connections.find((c) => c.connection_id === `G-${transformer.tag}-SITE-01`)?.to.designation,
        transformer.electrode?.size_awg,
      ])
      // Table 250.66: above 350 up to 600 kcmil 1/0 AWG, up to 1100 kcmil 2/0 AWG, above 3/0 AWG
      const phase = cable.size_mm2 * cable.sets_count
      const least = phase > area(1100) ? '3/0' : phase > area(600) ? '2/0' : phase > area(350) ? '1/0' : '2'
      expect(transformer.electrode?.size_awg).toBe(least)
    }
  },
)

test.each(EXAMPLE_NAMES)('%s: every rack is bonded to the bar of its container', (name) => {
  for (const { kind, connections } of engineerExample(name).typicals) {
    const bonded = connections.filter(({ from }) => from.port === 'TRAY.PE').map(({ to }) => to.device)
    const own = kind === 'compute_container' ? ['RN', 'R1', 'R2', 'R3', 'R4'] : ['EMS', 'RLY']
    const set = connections.flatMap(({ service, to }) =>
      service === 'power_lv' && /^(EMS|SPN\d+)$/.test(to.device) ? [to.device] : [],
    )
    expect([...bonded].sort()).toEqual([...new Set([...own, ...set])].sort())
  }
})

test('rows of a compute container have numbers without gaps', () => {
  const [typical] = ofKind(engineerExample('federal_ac'), 'compute_container')
  const numbers = (typical?.connections ?? []).flatMap((c) => /^G-(\d+)$/.exec(c.connection_id)?.[1] ?? [])
  expect(numbers).toEqual(['1', '2', '3'])
})

test('without spines nothing leaves TX2, and no conductor leads to it', () => {
  const site = engineerExample(examplePayload('commercial_dc_int', { target_gpu_count: 56 }))
  expect(cableOf(ofKind(site, 'grid_container')[0], 'G-TX2')).toBeUndefined()
})
