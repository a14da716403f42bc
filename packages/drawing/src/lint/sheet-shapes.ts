import type { Area, Drawing, Primitive, SymbolDefinition, TextPrimitive, UsePrimitive } from '@edp/schemas'

import { textBox, usedBounds } from '../sheet/bounds.ts'
import { grown, segmentBox, segmentsOf, segmentsOfUse, type Segment } from './geometry.ts'
import { SpatialGrid } from './spatial-grid.ts'

/** A text and the box that it covers. */
export interface Label {
  readonly text: TextPrimitive
  readonly box: Area
}

/** A straight piece of a line with half its width. */
export interface Wire {
  readonly segment: Segment
  readonly net: string | undefined
  readonly half_mm: number
  /** What it is a piece of. */
  readonly item: Primitive
}

/** A symbol where it stands. */
export interface PlacedSymbol {
  readonly use: UsePrimitive
  readonly box: Area
  readonly segments: readonly Segment[]
}

/** Everything on a sheet by kind, and by place for the search of neighbours. */
export interface SheetShapes {
  readonly labels: readonly Label[]
  readonly wires: readonly Wire[]
  readonly symbols: readonly PlacedSymbol[]
  readonly labelsAt: SpatialGrid<Label>
  readonly wiresAt: SpatialGrid<Wire>
  readonly symbolsAt: SpatialGrid<PlacedSymbol>
}

/** Half the width of a line whose layer is unknown, mm. */
const HALF_WIDTH_MM = 0.125

/** Sorts the primitives of a sheet into labels, lines and symbols. */
export function sheetShapes(
  drawing: Pick<Drawing, 'symbols' | 'layers'>,
  items: readonly Primitive[],
): SheetShapes {
  const definitions = new Map(drawing.symbols.map((symbol) => [symbol.name, symbol]))
  const halves = new Map(drawing.layers.map((layer) => [layer.name, layer.lineweight_mm / 2]))
  const labels: Label[] = []
  const wires: Wire[] = []
  const symbols: PlacedSymbol[] = []
  for (const item of items) {
    if (item.kind === 'text') labels.push({ text: item, box: textBox(item) })
    else if (item.kind === 'use') symbols.push(...placedSymbol(item, definitions.get(item.symbol)))
    else
      for (const segment of segmentsOf(item))
        wires.push({ segment, net: item.net, half_mm: halves.get(item.layer) ?? HALF_WIDTH_MM, item })
  }
  return {
    labels,
    wires,
    symbols,
    labelsAt: SpatialGrid.of(labels, (label) => label.box),
    wiresAt: SpatialGrid.of(wires, (wire) => grown(segmentBox(wire.segment), wire.half_mm)),
    symbolsAt: SpatialGrid.of(symbols, (symbol) => symbol.box),
  }
}

function placedSymbol(use: UsePrimitive, symbol: SymbolDefinition | undefined): PlacedSymbol[] {
  return symbol === undefined
    ? []
    : [{ use, box: usedBounds(use, symbol), segments: segmentsOfUse(use, symbol) }]
}
