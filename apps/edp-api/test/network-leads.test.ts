import type { Drawing, LinePrimitive, Point, PolylinePrimitive, TextPrimitive } from '@edp/schemas'
import { EXAMPLE_NAMES, examplePayload } from '@edp/testing'
import { describe, expect, test } from 'vitest'

import { documentsOf } from './setup/documents.ts'

const CASES = [
  ...EXAMPLE_NAMES.map((name) => [name, examplePayload(name)] as const),
  ['33 containers without a grid container', examplePayload('dod_no_bess', { target_gpu_count: 33 * 56 })],
] as const

type Line = LinePrimitive | PolylinePrimitive

const itemsOf = (drawing: Drawing, sheets: string): Drawing['sheets'][number]['items'] =>
  drawing.sheets.flatMap(({ sheet_id, items }) => (sheet_id.startsWith(sheets) ? items : []))

const isLine = (item: Drawing['sheets'][number]['items'][number]): item is Line =>
  item.kind === 'line' || item.kind === 'polyline'

const pointsOf = (line: Line): readonly Point[] => (line.kind === 'line' ? [line.from, line.to] : line.points)

describe.each(CASES)('leads and fibres of the network diagram: %s', (name, payload) => {
  const { site, drawings } = documentsOf(payload)
  const trunks = itemsOf(drawings.comms, 'net-backbone')
  const texts = trunks.filter((item): item is TextPrimitive => item.kind === 'text')

  test('the number of a lead of access and out-of-band switch stands on it, at both ends and at no other lead', () => {
    const leads = trunks.filter(isLine).filter(({ net }) => /\/access\/|\/up\/\d$/.test(net ?? ''))
    if (site.modules.some(({ kind }) => kind === 'grid_container')) expect(leads.length).toBeGreaterThan(3)
    const levels = leads.flatMap((lead) => [pointsOf(lead)[0]?.[1] ?? 0, pointsOf(lead).at(-1)?.[1] ?? 0])
    for (const lead of leads.filter(({ kind }) => kind === 'polyline')) {
      const points = pointsOf(lead)
      const numbers = texts.filter(({ net }) => net === lead.net)
      if (numbers.length === 0) continue
      const ends = [points[0]?.[1] ?? 0, points.at(-1)?.[1] ?? 0]
      // Each on one end of the lead, and no other lead nearer to it.
      const under = numbers.map(({ at }) => Math.max(...levels.filter((y) => y <= at[1])))
      expect(under.sort(), `${lead.net ?? ''} ${numbers[0]?.value ?? ''}`).toEqual(ends.sort())
    }
  })

  test('fibres of leaves and spines have the layer of the compute fabric on every sheet', () => {
    const cables = site.typicals.flatMap(({ connections }) => connections)
    const fabric = ['leaf', 'spine', 'distribution_frame']
    const tags = site.network.nodes.filter(({ kind }) => fabric.includes(kind)).map(({ tag }) => tag)
    const numbers = new Set(
      cables
        .filter((c) => c.service === 'fibre' && [c.from.device, c.to.device].some((d) => tags.includes(d)))
        .map((c) => c.connection_id),
    )
    const ports = itemsOf(drawings.comms, 'net-typical')
    const nets = new Set(
      ports.flatMap((item) =>
        item.kind === 'text' && numbers.has((item.id ?? '').split(', ')[0] ?? '') ? [item.net] : [],
      ),
    )
    expect(nets.size).toBeGreaterThan(14)
    const layers = ports.filter(isLine).flatMap(({ net, layer }) => (nets.has(net) ? [layer] : []))
    expect(new Set(layers), name).toEqual(new Set(['T-NETW-FABR']))
  })

  test('the text of a trunk cable ends above the number of the cable below it', () => {
    const NUMBER = 2.5
    const own = texts.filter(({ net }) => /^block_\d+\/F-/.test(net ?? ''))
    for (const text of own) {
      const near = own.filter(
        ({ net, at }) => net !== text.net && Math.abs(at[0] - text.at[0]) < 1 && at[1] < text.at[1],
      )
      for (const { at, value } of near)
        expect(text.at[1] - at[1], `${text.value} over ${value}`).toBeGreaterThan(NUMBER + 1)
    }
  })
})
