import type { Area, Drawing, Primitive, Sheet } from '@edp/schemas'
import { expect, test } from 'vitest'

import { COMMS_LAYERS } from './layers.ts'
import { placeSamples, sampledLayers } from './layer-samples.ts'
import { pen } from './pen.ts'

const drawing = { layers: COMMS_LAYERS } as unknown as Drawing
const sheetOf = (items: readonly Primitive[], legend_layers?: string[]): Sheet => ({
  sheet_id: 's',
  size: 'A1',
  title: '',
  items,
  notes: [],
  ...(legend_layers === undefined ? {} : { legend_layers }),
})
const fibre = pen('T-NETW-FIBR').line([0, 0], [9, 0])
const zone = pen('T-ZONE').box([0, 0], 9, 9)
const head = pen('T-NETW-COPR').polygon(
  [
    [0, 0],
    [1, 1],
    [1, -1],
  ],
  { filled: true },
)
const AREA: Area = { x0: 0, y0: 0, x1: 300, y1: 62 }

test('a layer is explained where the sheet draws on it, with the shape of what it draws', () => {
  const all = ['T-NETW-FIBR', 'T-NETW-COPR', 'T-NETW-WAN', 'T-ZONE']
  const found = sampledLayers(drawing, sheetOf([fibre, zone, head], all))
  expect(found.map(({ layer, shape }) => [layer.name, shape])).toEqual([
    ['T-NETW-FIBR', 'line'],
    ['T-NETW-COPR', 'bar'],
    ['T-ZONE', 'box'],
  ])
  const arrow = sampledLayers(drawing, sheetOf([head, pen('T-NETW-COPR').line([0, 0], [9, 0])], all))
  expect(arrow.map(({ shape }) => shape)).toEqual(['line'])
  expect(sampledLayers(drawing, sheetOf([fibre]))).toEqual([])
})

test('samples stand on their own layer beside their description, inside the area', () => {
  const samples = sampledLayers(drawing, sheetOf([fibre, zone], ['T-NETW-FIBR', 'T-ZONE']))
  const items = placeSamples(samples, AREA, 2.5, 'LEGEND')
  expect(items.flatMap((i) => (i.kind === 'text' ? [i.value] : []))).toEqual([
    'LEGEND',
    'Optical fibre',
    'Network zones',
  ])
  expect(items.filter((i) => i.kind !== 'text').map((i) => i.layer)).toEqual(['T-NETW-FIBR', 'T-ZONE'])
  expect(placeSamples([], AREA, 2.5, 'LEGEND')).toEqual([])
  expect(placeSamples(samples, { ...AREA, x1: 30 }, 2.5, null)).toEqual([])
})
