import type { Primitive } from '@edp/schemas'
import { DxfWriter, SeqEnd } from '@tarikjabiri/dxf'
import { expect, test } from 'vitest'

import { DirectEntities, handlesOf, hex } from './direct-entities.ts'
import { addEntity } from './entities.ts'
import { SafeDxfier } from './safe-dxfier.ts'

const layer = 'E-TEST'
const ITEMS: readonly Primitive[] = [
  { kind: 'line', layer, from: [0, -0], to: [100.1234567, -3.5] },
  { kind: 'line', layer: '0', linetype: 'DASHED', from: [1e-7, 0.1 + 0.2], to: [1e6, 12] },
  {
    kind: 'polyline',
    layer,
    points: [
      [1, 2],
      [3, 4.5],
      [5, 6],
    ],
  },
  {
    kind: 'polyline',
    layer,
    linetype: 'DASHED',
    closed: true,
    points: [
      [1, 2],
      [3, 4.5],
    ],
  },
  {
    kind: 'polyline',
    layer,
    filled: true,
    points: [
      [1, 2],
      [3, 4],
      [5, -6],
    ],
  },
  { kind: 'circle', layer, centre: [10, 20], radius: 2.25 },
  { kind: 'circle', layer, filled: true, centre: [10, 20], radius: 2.25 },
  { kind: 'arc', layer, centre: [10, 20], radius: 5, start_deg: -90, end_deg: 405 },
  { kind: 'text', layer, at: [1, 2], height: 2.5, value: 'plain' },
  {
    kind: 'text',
    layer,
    at: [1, 2],
    height: 1.8,
    value: 'Łódź %%d \\U+00B0\r\n  0\r\nLINE 東',
    halign: 'centre',
    valign: 'middle',
    rotation_deg: 90,
  },
  { kind: 'use', layer, symbol: 'BOX', at: [70, 150] },
  {
    kind: 'use',
    layer,
    symbol: 'BOX',
    at: [70, 150],
    rotation_deg: 270,
    attributes: { TAG: 'C01', NOTE: 'a\nb' },
  },
]

/** What the library writes of primitives in model space, and where their handles begin. */
function byLibrary(
  items: readonly Primitive[],
  dx: number,
  skipped: number,
): { text: string; owner: string; first: number } {
  const { document } = new DxfWriter()
  for (let i = 0; i < skipped; i += 1) new SeqEnd()
  const first = Number.parseInt(new SeqEnd().handle, 16) + 1
  const model = document.modelSpace
  for (const item of items) addEntity(model, item, dx, item.layer)
  const dxfier = new SafeDxfier()
  for (const entity of model.entities) entity.dxfy(dxfier)
  return { text: new TextDecoder().decode(dxfier.bytes()), owner: model.blockRecord.handle, first }
}

function direct(items: readonly Primitive[], dx: number, owner: string, first: number): string {
  let text = ''
  const entities = new DirectEntities(owner, first, (groups) => (text += groups))
  for (const item of items) entities.add(item, dx)
  return text
}

test.each(ITEMS.map((item) => [`${item.kind} ${JSON.stringify(item)}`, item] as const))('%s', (_, item) => {
  const { text, owner, first } = byLibrary([item], 500.25, 0)
  expect(direct([item], 500.25, owner, first)).toBe(text)
})

test('handles go on where the library stopped, through every carry', () => {
  const many = Array.from({ length: 400 }, () => ITEMS).flat()
  for (const skipped of [0, 150, 3_900]) {
    const { text, owner, first } = byLibrary(many, 0, skipped)
    expect(direct(many, 0, owner, first) === text).toBe(true)
    const last = hex(first + many.reduce((sum, item) => sum + handlesOf(item), 0) - 1)
    expect(text).toContain(`\r\n  5\r\n${last}\r\n`)
  }
})

test.each([Number.NaN, Number.POSITIVE_INFINITY, -1e10])('%d is refused', (value) => {
  const item: Primitive = { kind: 'circle', layer, centre: [0, value], radius: 1 }
  expect(() => direct([item], 0, '1F', 40)).toThrow('a DXF cannot hold')
})
