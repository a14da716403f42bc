import { describe, expect, test } from 'vitest'

import { engineerExample, EXAMPLE_NAMES, examplePayload } from '../src/index.ts'

/** Bill of the cords that no schedule numbers. */
const CORDS: Readonly<Record<string, string>> = {
  'cord at the spine': 'site/spine-cords',
  'cord in the cross-connect': 'site/cross-connect-cords',
}

const battery = (containers: number): ReturnType<typeof examplePayload> => ({
  ...examplePayload('commercial_ac'),
  target_gpu_count: containers * 56,
  source_capacity_mw: containers,
})

describe.each([
  ...EXAMPLE_NAMES.map((name) => [name, examplePayload(name)] as const),
  ...[2, 16, 32, 33].map((n) => [`${n} containers`, battery(n)] as const),
])('fabric of %s', (_, payload) => {
  const { network, connections, typicals, items, findings } = engineerExample(payload)
  const { optic, spine_cables_count } = network.fabric
  const trunks = connections.filter((c) => c.data?.network === 'compute fabric')

  test('the optics of leaves and spines are one product that reaches over the longest channel', () => {
    const ratings = items
      .filter(({ description }) =>
        /^Optical transceiver .* single mode, (leaf up-links|spine side)$/.test(description),
      )
      .map((item) => item.rating)
    expect(ratings).toHaveLength(spine_cables_count > 0 ? 2 : 1)
    expect(new Set(ratings)).toEqual(new Set([optic.rating]))
    expect(optic.longest_channel_m).toBeLessThanOrEqual(optic.reach_m)
    expect(findings.map((f) => f.code)).not.toContain('FIB-001')
  })

  test('the channel holds what is inside the container and the cord at the spine', () => {
    const inside = typicals
      .flatMap((t) => t.connections)
      .filter((c) => ['CG.X1', 'CG.X2'].some((port) => [c.from.port, c.to.port].includes(port)))
      .map((c) => c.length.cut_m)
    const longest = Math.max(0, ...trunks.map((c) => c.length.cut_m))
    expect(Math.min(...inside)).toBeGreaterThan(5)
    if (
      spine_cables_count > 0 &&
      trunks.length > 0 &&
      network.nodes.some((n) => n.kind === 'spine' && n.module_kind === 'grid_container')
    )
      expect(optic.longest_channel_m).toBe(longest + Math.max(...inside) + 5)
  })

  test('every link to a spine has its cord', () => {
    const cords = items.find((item) => item.item_id === 'site/spine-cords')
    // Leaves beside the spines have theirs in the schedule.
    const beside = typicals
      .flatMap(({ connections: inside, modules_count }) => inside.map((c) => ({ ...c, modules_count })))
      .filter((c) => c.service === 'fibre' && c.to.device === 'SPN')
      .reduce((sum, c) => sum + c.quantity * c.modules_count, 0)
    expect((cords?.quantity ?? 0) + beside).toBe(spine_cables_count)
  })
})

test.each([
  // C02 is 14 m east of G01, C08 50 m: (25.8 + 18.1) x 1.15 take a trunk of 60 m, (61.8 + 18.1) x 1.15 one of 100 m.
  [2, 100, 78.5],
  [8, 500, 118.5],
  [16, 500, 138.5],
])('%i containers with a battery: optics of %i m', (containers, reach_m, channel_m) => {
  const { optic } = engineerExample(battery(containers)).network.fabric
  expect([optic.reach_m, optic.longest_channel_m]).toEqual([reach_m, channel_m])
})

test.each(EXAMPLE_NAMES)(
  '%s: every link from leaf to spine is in the budget of losses, and within it',
  (name) => {
    const { network, items, connections } = engineerExample(examplePayload(name))
    const { loss, spine_cables_count } = network.fabric
    expect(loss.channels.reduce((sum, way) => sum + way.links_count, 0)).toBe(spine_cables_count)
    for (const { loss_db } of loss.channels) expect(loss_db).toBeLessThanOrEqual(loss.budget_db)
    const grades = [
      ...items
        .filter(({ description }) => description.startsWith('Patch cord MPO'))
        .map(({ rating }) => rating),
      ...connections.filter((c) => c.data?.network === 'compute fabric').map((c) => c.cable?.type ?? ''),
    ]
    for (const grade of grades) expect(grade).toContain('low loss')
  },
)

test.each([
  ...EXAMPLE_NAMES.map((name) => [name, examplePayload(name)] as const),
  ['32 containers', battery(32)] as const,
])('%s: every channel crosses an odd number of times, and schedule and bill say so', (_, payload) => {
  const { network, items, connections, typicals, findings } = engineerExample(payload)
  const { channels } = network.fabric.loss
  expect(findings.map(({ code }) => code)).not.toContain('FIB-005')
  const cables = [...connections, ...typicals.flatMap((typical) => typical.connections)]
  for (const { segments, crossings_count, mated_pairs_count } of channels) {
    expect(segments).toHaveLength(mated_pairs_count + 1)
    expect(crossings_count % 2).toBe(1)
    for (const { segment, plugs } of segments) {
      const cable = cables.find(({ connection_id }) => connection_id === segment)?.cable
      const cord = items.find(({ item_id }) => item_id === CORDS[segment])
      const printed = cable?.type ?? cord?.rating ?? ''
      expect([segment, printed]).toEqual([
        segment,
        expect.stringContaining(`type ${plugs?.polarity ?? '-'}, `),
      ])
      expect(printed).toMatch(/APC.*(un)?pinned/)
    }
  }
  // The joint of the two leaves is a copper cable; whatever else has plugs of this kind states them.
  const array = cables.filter(({ cable }) => cable?.type.includes('MPO') === true)
  expect(array.filter(({ cable }) => cable?.plugs === null)).toEqual([])
})

test('over the cross-connect of a site the cord in it is of type A, so that five of six cross', () => {
  const { network, items } = engineerExample('dod_no_bess')
  const [way] = network.fabric.loss.channels
  expect(way?.segments.map(({ segment, plugs }) => [segment, plugs?.polarity])).toEqual([
    ['F-UP1', 'B'],
    ['F-S01-C02-X01', 'B'],
    ['cord in the cross-connect', 'A'],
    ['F-S01-C01-X01', 'B'],
    ['F-SPX1', 'B'],
    ['cord at the spine', 'B'],
  ])
  const rating = (id: string) => items.find(({ item_id }) => item_id === id)?.rating
  expect(rating('site/cross-connect-cords')).toBe('OS2, low loss, 5 m, APC, type A, unpinned')
  expect(rating('site/spine-cords')).toBe('OS2, low loss, 5 m, APC, type B, unpinned')
})
