import { readFileSync } from 'node:fs'

import { compareText, EdpError, problemsOf, Service } from '@edp/schemas'
import { parse } from 'yaml'
import * as z from 'zod'

const positive = z.number().positive()
const point2 = z.tuple([z.number(), z.number()])

const Cutout = z.discriminatedUnion('shape', [
  z.strictObject({ shape: z.literal('circle'), diameter_mm: positive }),
  z.strictObject({
    shape: z.literal('rectangle'),
    width_mm: positive,
    height_mm: positive,
    corner_radius_mm: positive,
  }),
])
const Fixings = z.discriminatedUnion('pattern', [
  z.strictObject({ pattern: z.literal('none') }),
  z.strictObject({ pattern: z.literal('square'), pitch_mm: positive, diameter_mm: positive }),
  z.strictObject({
    pattern: z.literal('circle'),
    pitch_mm: positive,
    count: z.int().min(2),
    diameter_mm: positive,
  }),
  z.strictObject({
    pattern: z.literal('frame'),
    pitch_x_mm: positive,
    pitch_y_mm: positive,
    columns_count: z.int().min(2),
    rows_count: z.int().min(2),
    diameter_mm: positive,
  }),
])

/** What stands in a slot: the hole that it needs and the body that is drawn. */
const Connector = z.strictObject({
  title: z.string(),
  cutout: Cutout,
  fixings: Fixings,
  body: z.strictObject({
    form: z.enum(['square', 'round', 'hexagon', 'frame']),
    flange_mm: positive.describe('Width, diameter or width across flats, mm'),
    flange_height_mm: positive.optional(),
    thickness_mm: positive,
    barrel_diameter_mm: positive,
    barrel_length_mm: positive,
    bore_mm: positive.optional(),
  }),
  takes: z
    .strictObject({
      cables_count: z.int().min(1),
      current_a: positive.optional(),
      cable_mm: positive.optional(),
      cores_count: z.int().min(1).optional(),
      fibres_count: z.int().min(1).optional(),
      inside_count: z.int().min(1).optional(),
    })
    .optional()
    .describe(
      'What ends in one: cables with the earthing conductors beside singles, or lugs on its pad; its current, A; the largest cable, mm, its cores or fibres; plugs of cables of the container on its inner side',
    ),
})
export type Connector = z.infer<typeof Connector>

const Slot = z.strictObject({
  id: z.string().regex(/^[A-Z]+\d?$/),
  service: Service,
  connector: z.string(),
  poles: z.array(z.string()).min(2).optional(),
  first_mm: point2.describe('Centre of the first cut-out, from the lower left corner seen from outside, mm'),
  pitch_mm: point2.optional().describe('From one cut-out of a row to the next, mm'),
  row_pitch_mm: point2.optional().describe('From one row of cut-outs to the next, mm'),
  row_count: z.int().min(1).optional().describe('Cut-outs of one row; all of them when not given'),
  rating: z.string(),
  contacts: z
    .array(z.strictObject({ of: z.string(), signal: z.string() }))
    .optional()
    .describe('What is on the contacts of a connector'),
})
export type Slot = z.infer<typeof Slot>

const PlateSource = z.strictObject({
  schema: z.literal('edp.plate/1'),
  plate_id: z.string().regex(/^[A-Z]+(-[A-Z]+)?$/),
  plate_version: z.string().regex(/^\d+\.\d+\.\d+$/),
  status: z.literal('example'),
  title: z.string(),
  outline: z.strictObject({
    width_mm: positive,
    height_mm: positive,
    corner_radius_mm: positive,
    thickness_mm: positive,
  }),
  perimeter: z.strictObject({
    edge_offset_mm: positive,
    pitch_max_mm: positive,
    hole_diameter_mm: positive,
    bolt: z.string(),
  }),
  flange: z.strictObject({ width_mm: positive, thickness_mm: positive }),
  gasket: z.strictObject({ width_mm: positive, thickness_mm: positive }),
  material: z.strictObject({ name: z.string(), density_kg_m3: positive }),
  slots: z.array(Slot).min(1),
})

const ConnectorFile = z.strictObject({
  schema: z.literal('edp.connectors/1'),
  status: z.literal('example'),
  connectors: z.record(z.string(), Connector),
})

/** A slot with its connector in full and the centre of each of its poles. */
export interface FittedSlot extends Slot {
  readonly fitted: Connector
  readonly at: readonly { readonly pole: string; readonly x: number; readonly y: number }[]
}

/** An interface plate: the sheet, how it is bolted on, and what stands in it. */
export interface Plate extends Omit<z.infer<typeof PlateSource>, 'slots'> {
  readonly slots: readonly FittedSlot[]
}

const PLATE_IDS = ['BG-AC', 'BG-DC', 'CD', 'CG', 'EX-C', 'EX-F', 'EX-G', 'EX-L', 'EX-N'] as const
export type PlateId = (typeof PLATE_IDS)[number]

/** Loads the plates of the example catalogue by their id; throws `invalid_catalogue` for a file that breaks its schema. */
export function loadPlates(): ReadonlyMap<string, Plate> {
  const { connectors } = load(ConnectorFile, 'connectors')
  return new Map(
    [...PLATE_IDS].sort(compareText).map((id) => {
      const source = load(PlateSource, id)
      return [id, { ...source, slots: source.slots.map((slot) => fit(slot, connectors)) }]
    }),
  )
}

function load<T extends z.ZodType>(schema: T, name: string): z.infer<T> {
  const document: unknown = parse(readFileSync(new URL(`${name}.yaml`, import.meta.url), 'utf8'))
  const result = schema.safeParse(document)
  if (!result.success)
    throw new EdpError(
      'invalid_catalogue',
      `plate file ${name}.yaml is invalid`,
      problemsOf(result.error, document),
    )
  return result.data
}

function fit(slot: Slot, connectors: Readonly<Record<string, Connector>>): FittedSlot {
  const fitted = connectors[slot.connector]
  if (!fitted)
    throw new EdpError('invalid_catalogue', `slot ${slot.id} names an unknown connector: ${slot.connector}`)
  const [x, y] = slot.first_mm
  const [dx, dy] = slot.pitch_mm ?? [0, 0]
  const [rowX, rowY] = slot.row_pitch_mm ?? [0, 0]
  const poles = slot.poles ?? [slot.id]
  const perRow = slot.row_count ?? poles.length
  const at = poles.map((pole, index) => {
    const [column, row] = [index % perRow, Math.floor(index / perRow)]
    return { pole, x: x + dx * column + rowX * row, y: y + dy * column + rowY * row }
  })
  return { ...slot, fitted, at }
}
