import { drawingArea, type Primitive, type Sheet, type SymbolDefinition } from '@edp/schemas'

import { PID_LAYERS } from '../sheet/layers.ts'
import { placeLegend } from '../sheet/legend.ts'
import { pen } from '../sheet/pen.ts'
import { placeTable, type Table } from '../sheet/table.ts'
import { TABLE_STYLE } from './pid-tables.ts'

const TEXT_MM = 2.5
const LINE_PITCH = 7

/** Pens that the legend shows as lines, in its order. */
const LINES = [
  'M-PIPE-FWSS',
  'M-PIPE-FWSR',
  'M-PIPE-TCSS',
  'M-PIPE-TCSR',
  'M-PIPE-AUXL',
  'M-INST',
  'M-SIGL',
  'M-BNDY',
]

/** Letters of ISA-5.1 that the tags of the cooling use. */
const LETTERS: Table = {
  title: 'IDENTIFICATION LETTERS (ISA-5.1)',
  columns: [{ title: 'Letters' }, { title: 'Meaning' }],
  rows: [
    ['TT, PT, FT, MT', 'temperature, pressure, flow, humidity transmitter'],
    ['PDT, AT', 'differential pressure, analysis transmitter'],
    ['TIC, PDIC', 'indicating controller in the PLC'],
    ['TY', 'computing function in the PLC'],
    ['LSL, LSLL, LSH', 'level switch low, low-low, high'],
    ['LDS', 'leak detection rope'],
    ['TCV, XV, HV', 'control, motorised, hand valve'],
    ['BV, NRV, PSV', 'balancing, check, safety relief valve'],
    ['AAV, DV', 'automatic air vent, drain valve'],
    ['H, HH, L, LL', 'alarm and trip high, low, at the bubble'],
    ['FO, FC', 'fails open, fails closed'],
    ['I1, I2, I3', 'interlock of the table on the diagram'],
  ].map((cells) => ({ cells })),
}

/** Services and classes of line numbers. */
const CODES: Table = {
  title: 'CODES OF LINE NUMBERS',
  columns: [{ title: 'Code' }, { title: 'Meaning' }],
  rows: [
    ['FWSS, FWSR', 'facility coolant, supply and return'],
    ['TCSS, TCSR', 'technology coolant, supply and return'],
    ['GF, DR', 'coolant fill, drain'],
    ['MW, CON', 'make-up water, condensate'],
    ['SS1A', 'stainless 316L PN16, pressed or welded'],
    ['HS1A', 'EPDM or braided hose PN10'],
    ['PE1A', 'HDPE SDR11'],
    ['N, IH', 'no insulation, insulated against heat loss'],
    ['N, ET', 'no tracing, electric tracing'],
  ].map((cells) => ({ cells })),
}

/** Legend of the diagram: its symbols, its lines, the letters of its tags and the codes of its line numbers. */
export function legendSheet(symbols: readonly SymbolDefinition[]): Sheet {
  const area = drawingArea('A3')
  const left = { ...area, x1: area.x0 + 250 }
  const x = area.x0 + 256
  const letters = placeTable(LETTERS, { ...area, x0: x }, TABLE_STYLE)
  const codes = placeTable(CODES, { ...area, x0: x, y1: area.y1 - letters.height_mm - 6 }, TABLE_STYLE)
  const below = area.y1 - letters.height_mm - codes.height_mm - 14
  return {
    sheet_id: 'pid-legend',
    size: 'A3',
    title: 'Legend',
    items: [
      ...placeLegend(symbols, left, TEXT_MM, 'SYMBOLS').items,
      ...letters.items,
      ...codes.items,
      ...LINES.flatMap((name, index) => lineSample(name, x, below - index * LINE_PITCH)),
    ],
    notes: [],
  }
}

function lineSample(name: string, x: number, y: number): Primitive[] {
  const layer = PID_LAYERS.find((candidate) => candidate.name === name)
  return [
    pen(name).line([x, y], [x + 24, y], { net: name }),
    pen('M-ANNO-TEXT').text([x + 28, y], TEXT_MM, layer?.description ?? name, { valign: 'middle' }),
  ]
}
