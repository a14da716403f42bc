import type { BlockElectrical, Primitive, SiteModel } from '@edp/schemas'

import { offPageConnector } from '../sheet/off-page.ts'
import type { Place } from './column.ts'
import type { SheetContent } from './sheet-content.ts'
import { ink, type SldStyle } from './sld-style.ts'

/** A sheet before it has a number. */
export interface PlannedSheet {
  readonly sheet_id: string
  readonly title: string
  /** What the sheet draws of its block; null on a key sheet. */
  readonly content: SheetContent | null
  /** Modules whose inside the sheet shows. */
  readonly inside?: readonly string[]
  draw(place: Place): Primitive[]
}

/** What the sheets of a block have in common. */
export interface BlockContext {
  readonly block: BlockElectrical
  readonly style: SldStyle
  readonly ordinal: number
  /** Designation of the grid container or of the customer's switchgear. */
  readonly head: string
  /** Earth bonds of the switchgear container. */
  readonly bonds: readonly string[]
}

/** What the sheets of a block have in common, from the site. */
export function blockContext(site: SiteModel, block: BlockElectrical, style: SldStyle): BlockContext {
  const place = site.blocks.find((candidate) => candidate.block_id === block.block_id)
  const head = site.modules.find((module) => module.module_id === place?.grid_module_id)
  return {
    block,
    style,
    ordinal: place?.ordinal ?? 1,
    head: head?.designation ?? '',
    bonds: site.connections
      .filter((c) => c.service === 'earth' && c.from.module_id === head?.module_id)
      .map((c) => c.connection_id),
  }
}

/** Dashed boundary of an enclosure with its name above its upper right corner. */
export function enclosure(
  context: BlockContext,
  name: string,
  [x0, y0]: readonly [number, number],
  [x1, y1]: readonly [number, number],
): Primitive[] {
  return [ink.boundary.box([x0, y0], x1 - x0, y1 - y0), enclosureName(context, name, [x1, y1])]
}

/** The name of an enclosure above its upper right corner, with the words for the work of others. */
export function enclosureName(
  { style, block }: BlockContext,
  name: string,
  [x, y]: readonly [number, number],
): Primitive {
  const others = block.mv_bus === null || block.mv_bus.scope === 'by_others'
  return ink.text.text([x, y + 1], style.data, others ? `${name} - BY OTHERS` : name, { halign: 'right' })
}

/** An off-page connector of the block's sheets. */
export function connector(
  place: Place,
  end: {
    readonly reference: string
    readonly at: readonly [number, number]
    readonly direction: 'left' | 'right' | 'up' | 'down'
    readonly sheet_id: string
    readonly label: string
    readonly net: string
  },
): Primitive[] {
  return offPageConnector({
    ...end,
    layer: 'E-SYMB-EQPT',
    text_layer: 'E-ANNO-TEXT',
    text_mm: place.style.data,
    sheet_number: place.numberOf(end.sheet_id),
    label_place: 'beside',
  })
}
