import { EXAMPLE_NAMES, examplePayload } from '@edp/testing'
import type { Drawing } from '@edp/schemas'
import { describe, expect, test } from 'vitest'

import { documentsOf } from './setup/documents.ts'

const CASES = [
  ...EXAMPLE_NAMES.map((name) => [name, examplePayload(name)] as const),
  ['17 containers with a grid container', examplePayload('commercial_ac', { target_gpu_count: 17 * 56 })],
] as const

const textsOf = ({ sheets }: Drawing, sheet: RegExp): string[] =>
  sheets
    .filter(({ sheet_id }) => sheet.test(sheet_id))
    .flatMap(({ items }) => items.flatMap((item) => (item.kind === 'text' ? [item.value] : [])))

describe.each(CASES)('distribution frame of the spines: %s', (_, payload) => {
  const { site, drawings } = documentsOf(payload)
  const frame = site.network.nodes.find(({ kind }) => kind === 'distribution_frame')
  const ends = [
    ...site.connections,
    ...site.typicals.flatMap(({ connections }) => connections.filter((c) => c.service === 'fibre')),
  ].flatMap(({ from, to }) => [from, to])
  const cords = site.items.find(({ item_id }) => item_id === 'site/spine-cords')

  test('it is equipment of the network where a cable of the schedule ends on it', () => {
    expect(frame !== undefined).toBe(ends.some(({ device }) => device === 'ODF'))
    expect(frame !== undefined).toBe(cords !== undefined)
  })

  test('every frame is ordered once', () => {
    const ordered = site.items.filter(({ description }) =>
      description.startsWith('Optical distribution frame'),
    )
    const used = ordered.filter(({ rating }) => rating.includes('MPO-12'))
    expect(used.flatMap(({ module_ids }) => module_ids)).toEqual(frame?.module_ids ?? [])
  })

  test('trunk sheet and ports show it with the cords that the bill has', () => {
    const all = textsOf(drawings.comms, /^net-/)
    const drawn = all.flatMap((text) => /^(\d+) cords$/.exec(text)?.[1] ?? [])
    if (frame === undefined) expect(drawn).toEqual([])
    else {
      // On the sheet of trunks, at the spines and at the frame; each typical container once.
      const alike = frame.module_ids.length === 1
      expect(drawn.length).toBeGreaterThanOrEqual(3)
      if (alike) expect(new Set(drawn.map(Number))).toEqual(new Set([cords?.quantity]))
      expect(all.filter((text) => text === 'ODF').length).toBeGreaterThanOrEqual(3)
      expect(all.filter((text) => text === frame.description).length).toBeGreaterThanOrEqual(1)
    }
  })

  test('trunks from a grid container end on it', () => {
    const nodes = site.network.nodes.filter(({ kind }) => kind === 'spine')
    for (const { module_ids } of nodes) {
      const near = site.connections
        .filter(({ data, from }) => data?.network === 'compute fabric' && module_ids.includes(from.module_id))
        .map(({ from }) => from.device)
      expect(new Set(near).size).toBeLessThanOrEqual(1)
      for (const device of near) expect(device).toBe(frame?.tag)
    }
  })
})
