import type { Drawing, Primitive, Sheet } from '@edp/schemas'
import { describe, expect, test } from 'vitest'

import { defineSymbol } from '../sheet/define-symbol.ts'
import { LINETYPES, SLD_LAYERS } from '../sheet/layers.ts'
import { OFF_PAGE, offPageConnector } from '../sheet/off-page.ts'
import { INHERIT, pen } from '../sheet/pen.ts'
import type { DrawingProblemCode } from './drawing-problem.ts'
import { lintDrawing } from './lint-drawing.ts'

const BOX = defineSymbol({
  name: 'BOX',
  description: 'A device of the tests',
  source: 'test',
  items: [pen(INHERIT).box([-5, -5], 10, 10)],
})
const line = pen('E-POWR-LV')
const ink = pen('E-ANNO-TEXT')
const device = pen('E-SYMB-EQPT')

/** A device with its line, and a label clear of both: nothing to object to. */
const SOUND: readonly Primitive[] = [
  device.use('BOX', [100, 200], { net: 'A', id: 'q1', attributes: { TAG: 'Q1' } }),
  line.line([100, 205], [100, 240], { net: 'A' }),
  device.use('BOX', [100, 245], { net: 'A', id: 'q2', attributes: { TAG: 'Q2' } }),
  ink.text([110, 198], 2.5, 'Q1', { net: 'A' }),
]

function sheet(items: readonly Primitive[], changes: Partial<Sheet> = {}): Sheet {
  return { sheet_id: 'one', size: 'A3', title: 'One', items, notes: [], ...changes }
}

function drawing(...sheets: readonly Sheet[]): Drawing {
  return {
    schema: 'edp.drawing/1',
    drawing_id: 'sld',
    title_block: {
      legal_owner: 'Owner',
      site_name: 'Site',
      document_number: 'EDP-00000000-E-SLD',
      document_type: 'Single line diagram',
      title: 'Test',
      revision: '00000000',
      status: 'PRELIMINARY',
      creator: 'EDP generator',
      approval: 'PENDING PE REVIEW',
      responsible_department: 'Electrical engineering',
      language: 'en',
    },
    layers: SLD_LAYERS,
    linetypes: LINETYPES,
    symbols: [BOX, OFF_PAGE],
    sheets,
  }
}

const codesOf = (...sheets: readonly Sheet[]): DrawingProblemCode[] => [
  ...new Set(lintDrawing(drawing(...sheets)).map((problem) => problem.code)),
]

/** A connector on a line that leaves the sheet. */
const connector = (reference: string, to: string): readonly Primitive[] => [
  line.line([200, 200], [220, 200], { net: reference }),
  device.use('BOX', [195, 200], { net: reference }),
  ...offPageConnector({
    reference,
    at: [220, 200],
    direction: 'right',
    layer: 'E-SYMB-EQPT',
    text_layer: 'E-ANNO-TEXT',
    text_mm: 2.5,
    sheet_id: to,
    sheet_number: '002',
    label: 'TO',
    net: reference,
  }),
]

test('a sound sheet has no problem', () => {
  expect(codesOf(sheet(SOUND))).toEqual([])
})

/** One fault each, planted on the sound sheet. */
const FAULTS: readonly [DrawingProblemCode, string, readonly Primitive[]][] = [
  ['text_over_text', 'a text half over another', [ink.text([112, 199], 2.5, 'Q9', { net: 'A' })]],
  ['text_over_symbol', 'a text on the outline of a device', [ink.text([93, 200], 2.5, 'WIDE TEXT')]],
  ['text_over_line', 'a text on a line of another net', [ink.text([98, 222], 2.5, 'PL-1', { net: 'B' })]],
  [
    'symbol_over_symbol',
    'two devices half over each other',
    [device.use('BOX', [104, 203], { net: 'A', attributes: { TAG: 'Q3' } })],
  ],
  [
    'line_through_symbol',
    'a line of another net through a device',
    [line.line([80, 201], [130, 201], { net: 'B' }), ink.text([132, 200], 2.5, 'B', { net: 'B' })],
  ],
  ['nets_joined', 'two nets along the same line', [line.line([100, 220], [100, 230], { net: 'B' })]],
  ['table_over_line', 'a rule of a table across a line', [pen('E-ANNO-TABL').line([80, 225], [130, 225])]],
  ['line_end_loose', 'a line that leads nowhere', [line.line([150, 150], [180, 150], { net: 'C' })]],
  ['outside_area', 'a text outside the drawing area', [ink.text([405, 200], 2.5, 'OUT OF THE FRAME')]],
  ['text_too_small', 'a text below 1.8 mm', [ink.text([150, 150], 1.4, 'SMALL')]],
  ['text_cut', 'a text that was cut short', [ink.text([150, 150], 2.5, 'G01 spine...')]],
  [
    'duplicate_tag',
    'a tag drawn twice',
    [device.use('BOX', [200, 200], { net: 'D', attributes: { TAG: 'Q1' } })],
  ],
  ['duplicate_id', 'an id used twice', [device.use('BOX', [200, 200], { net: 'D', id: 'q1' })]],
  ['off_page_unpaired', 'a connector without its partner', connector('R1', 'one')],
  ['unknown_layer', 'a layer that does not exist', [pen('E-NONE').line([10, 100], [60, 100])]],
  ['unknown_symbol', 'a symbol that does not exist', [device.use('NONE', [200, 200])]],
  [
    'unknown_linetype',
    'a linetype that does not exist',
    [line.line([40, 100], [60, 100], { linetype: 'NONE' })],
  ],
  [
    'unknown_attribute',
    'an attribute that the symbol has not',
    [device.use('BOX', [200, 200], { attributes: { NONE: '1' } })],
  ],
  [
    'unknown_sheet',
    'a link to a sheet that does not exist',
    [ink.text([150, 150], 2.5, 'GO', { link: { sheet_id: 'none' } })],
  ],
]

describe('planted faults', () => {
  test.each(FAULTS)('%s: %s', (code, _, items) => {
    expect(codesOf(sheet([...SOUND, ...items]))).toContain(code)
  })

  test('empty_sheet: a sheet that shows nothing', () => {
    expect(codesOf(sheet(SOUND), sheet([], { sheet_id: 'two' }))).toEqual(['empty_sheet'])
  })

  test('duplicate_sheet: an id used by two sheets', () => {
    expect(codesOf(sheet(SOUND), sheet(SOUND))).toContain('duplicate_sheet')
  })

  test('notes_overflow: more notes than the strip holds', () => {
    const notes = Array.from({ length: 40 }, (_, index) => `A note of some length, number ${index}.`)
    expect(codesOf(sheet(SOUND, { notes }))).toEqual(['notes_overflow'])
  })
})

test('a rule of a table along a line is found, beside it there is none', () => {
  const rule = (x: number): Primitive => pen('E-ANNO-TABL').line([x, 210], [x, 230])
  expect(codesOf(sheet([...SOUND, rule(100)]))).toEqual(['table_over_line'])
  expect(codesOf(sheet([...SOUND, rule(101)]))).toEqual([])
})

test('every kind of problem has a planted fault', () => {
  const planted = [...FAULTS.map(([code]) => code), 'empty_sheet', 'duplicate_sheet', 'notes_overflow']
  const all = {
    text_over_text: 0,
    text_over_symbol: 0,
    text_over_line: 0,
    symbol_over_symbol: 0,
    line_through_symbol: 0,
    nets_joined: 0,
    table_over_line: 0,
    line_end_loose: 0,
    outside_area: 0,
    text_too_small: 0,
    text_cut: 0,
    off_page_unpaired: 0,
    duplicate_id: 0,
    duplicate_tag: 0,
    duplicate_sheet: 0,
    unknown_layer: 0,
    unknown_symbol: 0,
    unknown_linetype: 0,
    unknown_attribute: 0,
    unknown_sheet: 0,
    empty_sheet: 0,
    notes_overflow: 0,
  } satisfies Record<DrawingProblemCode, 0>
  expect(planted.toSorted()).toEqual(Object.keys(all).toSorted())
})

describe('what is no fault', () => {
  test('off-page connectors in pairs on two sheets', () => {
    const other = sheet(connector('R1', 'one'), { sheet_id: 'two' })
    expect(codesOf(sheet(connector('R1', 'two')), other)).toEqual([])
  })

  test('a busbar whose ends are free, with its feeders on it', () => {
    const bus = pen('E-POWR-BUSB').line([80, 240], [160, 240], { net: 'A' })
    const feeders = [90, 120, 150].flatMap((x): Primitive[] => [
      line.line([x, 240], [x, 225], { net: 'A' }),
      device.use('BOX', [x, 220], { net: 'A', attributes: { TAG: `F${x}` } }),
    ])
    expect(codesOf(sheet([bus, ...feeders]))).toEqual([])
  })

  test('lines of two nets that cross', () => {
    const ends = [ink.text([74, 221], 2.5, 'B', { net: 'B' }), ink.text([127, 221], 2.5, 'B', { net: 'B' })]
    expect(codesOf(sheet([...SOUND, line.line([78, 222], [125, 222], { net: 'B' }), ...ends]))).toEqual([])
  })
})
