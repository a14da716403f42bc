import * as z from 'zod'

/** A point on the sheet, mm, origin at the lower left corner of the sheet, y up. */
export const Point = z.tuple([z.number(), z.number()]).readonly()
export type Point = z.infer<typeof Point>

const layer = z.string().describe('Layer name, one of the drawing')
/** Electrical net, pipe line or other identity; what has the same net may touch. */
const net = z
  .string()
  .optional()
  .describe('Identity of the net or line; text of the same net may stand close to it')
/** Where a click leads. */
const link = z.strictObject({ sheet_id: z.string() }).optional().describe('Sheet that details this')

const Line = z.strictObject({
  kind: z.literal('line'),
  layer,
  from: Point,
  to: Point,
  net,
  linetype: z.string().optional(),
})
const Polyline = z.strictObject({
  kind: z.literal('polyline'),
  layer,
  points: z.array(Point).min(2).readonly(),
  closed: z.boolean().optional(),
  filled: z.boolean().optional(),
  net,
  linetype: z.string().optional(),
})
const Circle = z.strictObject({
  kind: z.literal('circle'),
  layer,
  centre: Point,
  radius: z.number().positive(),
  filled: z.boolean().optional(),
  net,
})
const Arc = z.strictObject({
  kind: z.literal('arc'),
  layer,
  centre: Point,
  radius: z.number().positive(),
  start_deg: z.number().describe('Counter-clockwise from the x axis'),
  end_deg: z.number(),
  net,
})
const Text = z.strictObject({
  kind: z.literal('text'),
  layer,
  at: Point,
  height: z.number().positive().describe('Cap height, mm'),
  value: z.string(),
  halign: z.enum(['left', 'centre', 'right']).optional().describe('left when absent'),
  valign: z.enum(['baseline', 'middle', 'top']).optional().describe('baseline when absent'),
  rotation_deg: z.union([z.literal(0), z.literal(90)]).optional(),
  net,
  link,
  id: z.string().optional().describe('module_id, device tag or connection id that the text names'),
})
const Use = z.strictObject({
  kind: z.literal('use'),
  layer,
  symbol: z.string().describe('Name of a symbol of the drawing'),
  at: Point,
  rotation_deg: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]).optional(),
  attributes: z
    .record(z.string(), z.string())
    .optional()
    .describe('TAG, RATING, MODULE_ID ...: invisible data of the block'),
  id: z.string().optional().describe('module_id, device uuid or tag, so that a page can overlay live values'),
  offpage: z
    .string()
    .optional()
    .describe('Reference of an off-page connector; each occurs on exactly two sheets'),
  net,
  link,
})

/** What a sheet is made of. */
export const Primitive = z.discriminatedUnion('kind', [Line, Polyline, Circle, Arc, Text, Use])
export type Primitive = z.infer<typeof Primitive>
export type LinePrimitive = z.infer<typeof Line>
export type PolylinePrimitive = z.infer<typeof Polyline>
export type CirclePrimitive = z.infer<typeof Circle>
export type ArcPrimitive = z.infer<typeof Arc>
export type TextPrimitive = z.infer<typeof Text>
export type UsePrimitive = z.infer<typeof Use>

/** A pen: every primitive is drawn by the pen of its layer. */
export const Layer = z.strictObject({
  name: z.string().regex(/^[A-Z0-9][A-Z0-9_-]{0,30}$/),
  description: z.string(),
  aci: z.int().min(1).max(255).describe('AutoCAD colour index'),
  rgb: z.tuple([z.int().min(0).max(255), z.int().min(0).max(255), z.int().min(0).max(255)]).readonly(),
  lineweight_mm: z.number().positive(),
  linetype: z.string().optional().describe('Name of a linetype; continuous when absent'),
  plot: z.boolean().optional().describe('true when absent'),
})
export type Layer = z.infer<typeof Layer>

/** Dashes and gaps. */
export const Linetype = z.strictObject({
  name: z.string().regex(/^[A-Z0-9][A-Z0-9_-]{0,30}$/),
  description: z.string(),
  pattern_mm: z.array(z.number().positive()).min(2).readonly().describe('Dash, gap, dash, gap ... mm'),
})
export type Linetype = z.infer<typeof Linetype>

/** A block: drawn once, used many times. Its primitives are relative to the insertion point and inherit the layer of the use. */
export const SymbolDefinition = z.strictObject({
  name: z.string().regex(/^[A-Z0-9][A-Z0-9_-]{0,30}$/),
  description: z.string().describe('What it stands for; printed in the legend'),
  source: z.string().describe('Standard that the shape follows'),
  items: z.array(Primitive).readonly(),
  attributes: z.array(z.string()).readonly().describe('Names of the attributes that a use may carry'),
  bounds: z
    .tuple([z.number(), z.number(), z.number(), z.number()])
    .readonly()
    .describe('x min, y min, x max, y max, mm'),
})
export type SymbolDefinition = z.infer<typeof SymbolDefinition>

/** Sheet sizes of ISO 216, landscape, mm. */
export const SHEET_SIZES = { A1: [841, 594], A2: [594, 420], A3: [420, 297] } as const

/** One sheet. The writers draw frame, zones, title block, notes and legend from the data here and in the drawing. */
export const Sheet = z.strictObject({
  sheet_id: z.string().regex(/^[a-z0-9-]+$/),
  size: z.enum(['A1', 'A2', 'A3']),
  title: z.string().describe('What this sheet shows'),
  items: z.array(Primitive).readonly(),
  notes: z.array(z.string()).readonly().describe('Numbered notes, printed above the title block'),
  legend: z.boolean().optional().describe('Print the legend of the symbols used on the sheet'),
  legend_layers: z
    .array(z.string())
    .readonly()
    .optional()
    .describe('Layers that the legend explains with a sample, where the sheet draws on them'),
})
export type Sheet = z.infer<typeof Sheet>

/** Fields of the ISO 7200 title block. Nothing in it comes from a clock; approvals stay empty for people to sign. */
export const TitleBlock = z.strictObject({
  legal_owner: z.string(),
  site_name: z.string(),
  document_number: z.string(),
  document_type: z.string(),
  title: z.string(),
  revision: z.string().describe('Design revision'),
  status: z.string().describe('PRELIMINARY - NOT FOR CONSTRUCTION'),
  creator: z.string(),
  approval: z.string(),
  responsible_department: z.string(),
  language: z.string(),
})
export type TitleBlock = z.infer<typeof TitleBlock>

/** A neutral drawing: plain data in millimetres that the writers of `@edp/drawing` turn into DXF, PDF and SVG. */
export const Drawing = z.strictObject({
  schema: z.literal('edp.drawing/1'),
  drawing_id: z
    .string()
    .regex(/^[a-z0-9_]+$/)
    .describe('sld, pid_cooling, comms, installation_graph'),
  title_block: TitleBlock,
  layers: z.array(Layer).readonly(),
  linetypes: z.array(Linetype).readonly(),
  symbols: z.array(SymbolDefinition).readonly(),
  sheets: z.array(Sheet).min(1).readonly(),
})
export type Drawing = z.infer<typeof Drawing>

/** Height of the strip at the foot of every sheet that holds notes, legend and the 180 mm title block, mm. */
export const TITLE_STRIP_HEIGHT = 62

/** Width of the title block, mm (ISO 7200). */
export const TITLE_BLOCK_WIDTH = 180

/** A rectangle on a sheet, mm. */
export interface Area {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

/**
 * The part of a sheet that generators may draw in. The frame (filing margin 20 mm left, 10 mm elsewhere, ISO 5457)
 * and the strip with notes, legend and title block are outside it; the writers draw them.
 */
export function drawingArea(size: Sheet['size']): Area {
  const [width, height] = SHEET_SIZES[size]
  return { x0: 25, y0: 10 + TITLE_STRIP_HEIGHT + 5, x1: width - 15, y1: height - 15 }
}
