import type { Layer, Linetype, SymbolDefinition } from '@edp/schemas'

const BLACK: Layer['rgb'] = [0, 0, 0]
const GREY: Layer['rgb'] = [110, 110, 110]
const RED: Layer['rgb'] = [190, 0, 0]

/** Pens of the installation graph; widths after ISO 128. Only the critical path has a colour, for black and white prints. */
export const LAYERS: readonly Layer[] = [
  {
    name: 'X-TASK',
    description: 'Task with float',
    aci: 7,
    rgb: BLACK,
    lineweight_mm: 0.35,
  },
  { name: 'X-CRIT', description: 'Critical path, total float 0', aci: 1, rgb: RED, lineweight_mm: 0.7 },
  {
    name: 'X-MILE',
    description: 'Milestones and hold points',
    aci: 5,
    rgb: [0, 60, 160],
    lineweight_mm: 0.35,
  },
  { name: 'X-LINK', description: 'Link, finish to start', aci: 8, rgb: GREY, lineweight_mm: 0.25 },
  {
    name: 'X-FLOAT',
    description: 'Total float up to the late finish',
    aci: 8,
    rgb: GREY,
    lineweight_mm: 0.25,
    linetype: 'FLOAT',
  },
  {
    name: 'X-REFR',
    description: 'Task that stands on another sheet',
    aci: 8,
    rgb: GREY,
    lineweight_mm: 0.25,
    linetype: 'REFERENCE',
  },
  {
    name: 'X-GRID',
    description: 'Swim-lanes and time scale',
    aci: 9,
    rgb: [170, 170, 170],
    lineweight_mm: 0.18,
  },
  { name: 'X-TABL', description: 'Rules of tables', aci: 7, rgb: BLACK, lineweight_mm: 0.18 },
  {
    name: 'X-BARS',
    description: 'Task with float, early dates',
    aci: 8,
    rgb: [140, 160, 180],
    lineweight_mm: 0.25,
  },
  { name: 'X-ANNO', description: 'Text', aci: 7, rgb: BLACK, lineweight_mm: 0.25 },
]

/** Dashes of the installation graph. */
export const LINETYPES: readonly Linetype[] = [
  { name: 'FLOAT', description: 'Total float', pattern_mm: [2, 1] },
  { name: 'REFERENCE', description: 'Task of another sheet', pattern_mm: [3, 1.5] },
]

const OWN = 'drawn for this document'

/** Marks on tasks. */
export const SYMBOLS: readonly SymbolDefinition[] = [
  {
    name: 'HOLD-POINT',
    description: 'Hold point: nothing that follows starts before it is signed',
    source: OWN,
    items: [
      {
        kind: 'polyline',
        layer: '0',
        points: [
          [-1.4, 1.3],
          [1.4, 1.3],
          [0, -1.3],
        ],
        closed: true,
        filled: true,
      },
    ],
    attributes: [],
    bounds: [-1.4, -1.3, 1.4, 1.3],
  },
  {
    name: 'MILESTONE',
    description: 'Milestone, no duration',
    source: OWN,
    items: [
      {
        kind: 'polyline',
        layer: '0',
        points: [
          [-1.5, 0],
          [0, 1.5],
          [1.5, 0],
          [0, -1.5],
        ],
        closed: true,
      },
    ],
    attributes: [],
    bounds: [-1.5, -1.5, 1.5, 1.5],
  },
]
