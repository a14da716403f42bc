import type { Drawing, Primitive } from '@edp/schemas'
import { expect, test } from 'vitest'

import { checkDrawing } from './check-drawing.ts'
import { pen } from './sheet/pen.ts'

const ink = pen('G-ANNO-TEXT')

const drawn = (...items: Primitive[]): Drawing => ({
  schema: 'edp.drawing/1',
  drawing_id: 'd',
  title_block: {
    legal_owner: '',
    site_name: '',
    document_number: '',
    document_type: '',
    title: '',
    revision: '',
    status: '',
    creator: '',
    approval: '',
    responsible_department: '',
    language: 'en',
  },
  layers: [],
  linetypes: [],
  symbols: [],
  sheets: [{ sheet_id: 's', size: 'A3', title: '', items, notes: [] }],
})

test.each([
  ['line', ink.line([0, 0], [1, Number.NaN])],
  [
    'polyline',
    ink.path([
      [0, 0],
      [Number.POSITIVE_INFINITY, 1],
    ]),
  ],
  ['circle', ink.circle([0, 0], Number.NaN)],
  ['arc', ink.arc([0, 0], 1, 0, Number.NEGATIVE_INFINITY)],
  ['text', ink.text([Number.NaN, 0], 2.5, 'T')],
] as const)('a number of a %s that is not finite is refused', (_, item) => {
  expect(() => {
    checkDrawing(drawn(item))
  }).toThrow('1 problems')
})

test('what a writer does not know is refused by name, all at once', () => {
  const wrong = [
    pen('X-NONE').line([0, 0], [1, 1]),
    ink.use('NO-SYMBOL', [0, 0]),
    ink.line([0, 0], [1, 1], { linetype: 'NO-DASH' }),
    ink.text([0, 0], 2.5, 'T', { link: { sheet_id: 'none' } }),
  ]
  expect(() => {
    checkDrawing(drawn(...wrong))
  }).toThrow('4 problems')
  checkDrawing(drawn(ink.line([0, 0], [1, 1])))
})
