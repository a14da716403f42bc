import type { Connection, SiteModel } from '@edp/schemas'
import { describe, expect, test } from 'vitest'

import { engineerExample, examplePayload } from '../src/index.ts'

const siteOf = (containers: number): SiteModel =>
  engineerExample(
    examplePayload('commercial_no_bess', {
      target_gpu_count: containers * 56,
      source_capacity_mw: containers,
    }),
  )
const insideOf = ({ typicals }: SiteModel, module_id: string): Map<string, Connection> =>
  new Map(
    typicals
      .find((typical) => typical.module_ids.includes(module_id))
      ?.connections.map((c) => [c.connection_id, c]),
  )
const itemOf = ({ items }: SiteModel, id: string) => items.find(({ item_id }) => item_id === id)
const rowOf = (cable: Connection | undefined) =>
  cable === undefined ? null : [cable.from.port, cable.to.port, cable.quantity, cable.length.cut_m]

describe('two containers without a grid container: the spines in C01', () => {
  const site = siteOf(2)
  const host = insideOf(site, 'compute_container_1')
  const other = insideOf(site, 'compute_container_2')

  test('the leaves of C01 have cords to the spines, its plate leads to a frame', () => {
    expect(rowOf(host.get('F-UP1'))).toEqual(['swl-01.UP', 'SPN.swl-01', 28, 5])
    expect(rowOf(host.get('F-UP2'))).toEqual(['swl-02.UP', 'SPN.swl-02', 28, 5])
    expect(rowOf(host.get('F-SPX1'))).toEqual(['CG.X1', 'ODF.X1', 28, 13.5])
    expect(rowOf(host.get('F-SPX2'))).toEqual(['CG.X2', 'ODF.X2', 28, 13.5])
    expect(rowOf(other.get('F-UP1'))).toEqual(['swl-01.UP', 'CG.X1', 28, 13.5])
    expect(other.has('F-SPX1')).toBe(false)
  })

  test('the trunk of C01 is named by what it carries', () => {
    const texts = site.connections
      .filter((c) => c.data?.network === 'compute fabric' && c.system === 'A')
      .map((c) => [c.connection_id, c.quantity, c.description])
    expect(texts).toEqual([
      [
        'F-S01-C01-X01',
        3,
        'Compute fabric trunks to the spines in C01, leaf 1 of 1 other container, 28 links',
      ],
      ['F-S01-C02-X01', 3, 'Compute fabric trunks of C02, leaf 1, 28 links'],
    ])
  })

  test('frame and cords are ordered, the cords of the cross-connect are BY OTHERS', () => {
    expect(itemOf(site, 'compute_container/spine-ODF')).toMatchObject({
      quantity: 1,
      rating: '56 x MPO-12 APC single mode, keys opposed, 2U',
      module_ids: ['compute_container_1'],
    })
    expect(itemOf(site, 'site/spine-cords')?.quantity).toBe(56)
    expect(itemOf(site, 'site/cross-connect-cords')).toMatchObject({ quantity: 56, scope: 'by_others' })
  })
})

test.each([3, 16, 32, 33, 57])(
  '%i containers: every link has legs in the trunks and a port of an optic',
  (containers) => {
    const site = siteOf(containers)
    const { fabric } = site.network
    const hosts = fabric.spines.flatMap(({ module_ids }) => module_ids)
    for (const { compute_module_ids } of site.blocks) {
      const [host = ''] = compute_module_ids
      const others = compute_module_ids.length - 1
      const inside = insideOf(site, host)
      expect(hosts).toContain(host)
      for (const leaf of [1, 2]) {
        expect(inside.get(`F-UP${leaf}`)?.quantity).toBe(28)
        expect(inside.get(`F-SPX${leaf}`)?.quantity).toBe(28 * others)
      }
      const [trunk] = site.connections.filter(
        (c) => c.data?.network === 'compute fabric' && c.to.module_id === host && c.system === 'A',
      )
      expect(trunk?.quantity).toBe(Math.ceil((28 * others) / 12))
    }
    const over = 56 * (containers - site.blocks.length)
    expect(itemOf(site, 'site/spine-cords')?.quantity).toBe(over)
    expect(itemOf(site, 'site/cross-connect-cords')?.quantity).toBe(over)
    expect(fabric.spine_cables_count).toBe(over + 56 * site.blocks.length)
    expect(itemOf(site, 'site/spine-optics')?.quantity).toBe(fabric.spine_cables_count / 2)
  },
)

test('blocks with another number of spines have management leads of their own', () => {
  // 17 and 16 containers: 28 and 14 spines
  const site = siteOf(33)
  const leads = site.network.fabric.spines.map(({ module_ids: [id = ''], each_count }) => [
    each_count,
    insideOf(site, id).get('N-SP')?.quantity,
  ])
  expect(leads).toEqual([
    [28, 28],
    [14, 14],
  ])
  const grid = engineerExample(
    examplePayload('commercial_ac', { target_gpu_count: 33 * 56, source_capacity_mw: 33 }),
  )
  const spines = grid.network.fabric.spines.map(({ module_ids: [id = ''], each_count }) => [
    each_count,
    insideOf(grid, id).get('N-SP')?.quantity,
  ])
  expect(spines.length).toBe(2)
  for (const [count, quantity] of spines) expect(quantity).toBe(count)
})

test('with a grid container every leaf has its up-links on the plate', () => {
  const site = engineerExample(examplePayload('commercial_ac'))
  const inside = insideOf(site, 'compute_container_1')
  expect(inside.get('F-UP1')?.to.port).toBe('CG.X1')
  expect(itemOf(site, 'site/spine-cords')?.quantity).toBe(site.network.fabric.spine_cables_count)
  expect(itemOf(site, 'site/cross-connect-cords')).toBeUndefined()
})

test.each([
  // 36 positions for each leaf, as its three trunks of 12 end; 28 of them lit
  ['commercial_ac', '576 x MPO-12 APC single mode, keys opposed, 448 of them used, 12U'],
  ['dod_dc_ext', '1008 x MPO-12 APC single mode, keys opposed, 784 of them used, 21U'],
] as const)('the frame of the grid container of %s takes every leg of its trunks', (name, rating) => {
  const site = engineerExample(name)
  expect(itemOf(site, 'grid_container/G-073')).toMatchObject({ rating })
  const legs = site.connections
    .filter((c) => c.data?.network === 'compute fabric')
    .reduce((sum, c) => sum + c.quantity * 12, 0)
  expect(rating.startsWith(`${legs} x`)).toBe(true)
})

test('the frames of blocks with fabrics of their own are of the size of each', () => {
  const site = engineerExample(
    examplePayload('commercial_ac', { target_gpu_count: 33 * 56, source_capacity_mw: 20 }),
  )
  const frames = site.items.filter((item) => item.item_id.startsWith('grid_container/G-073'))
  // 17 and 16 containers
  expect(frames.map((item) => [item.rating.split(' ')[0], item.module_ids])).toEqual([
    [String(17 * 72), ['grid_container_1']],
    [String(16 * 72), ['grid_container_2']],
  ])
})

test('the two leaves of a lone container are joined by cables that stand in the schedule', () => {
  for (const name of ['commercial_no_bess', 'commercial_ac'] as const) {
    const site = engineerExample(examplePayload(name, { target_gpu_count: 56 }))
    const cable = insideOf(site, 'compute_container_1').get('N-LL')
    // Two links in a twin-port cable.
    expect([name, rowOf(cable)]).toEqual([name, ['swl-01.J', 'swl-02.J', 2, 2]])
    expect(site.network.fabric.uplinks_per_leaf).toBe(2 * (cable?.quantity ?? 0))
  }
  expect(insideOf(engineerExample('commercial_ac'), 'compute_container_1').get('N-LL')).toBeUndefined()
})
