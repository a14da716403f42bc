import type { Primitive, SymbolDefinition } from '@edp/schemas'

import { boundsOf } from './bounds.ts'

/** What a symbol is defined by; its bounds follow from its items. */
export type SymbolDraft = Omit<SymbolDefinition, 'bounds' | 'attributes'> & {
  readonly attributes?: readonly string[]
}

/** Attributes that a symbol has unless it names others. */
const ATTRIBUTES = ['TAG', 'RATING', 'MODULE_ID'] as const

/**
 * A symbol around its insertion point, drawn with `pen(INHERIT)`; the bounds are those of its items.
 *
 * @example
 * const ink = pen(INHERIT)
 * const GROUND = defineSymbol({ name: 'GROUND', description: 'Earth', source: 'IEEE 315-1975 3.9.1',
 *   items: [ink.line([-5, 0], [5, 0]), ink.line([-3, -2], [3, -2]), ink.line([-1, -4], [1, -4])] })
 */
export function defineSymbol(draft: SymbolDraft): SymbolDefinition {
  const items: readonly Primitive[] = draft.items
  const { x0, y0, x1, y1 } = boundsOf(items)
  return { ...draft, attributes: draft.attributes ?? ATTRIBUTES, bounds: [x0, y0, x1, y1] }
}

/** The symbols that the sheets use, in the order of the library: a drawing lists no symbol that it does not draw. */
export function symbolsUsed(
  library: readonly SymbolDefinition[],
  sheets: readonly { readonly items: readonly Primitive[] }[],
): SymbolDefinition[] {
  const used = new Set<string>()
  for (const { items } of sheets) for (const item of items) if (item.kind === 'use') used.add(item.symbol)
  return library.filter((symbol) => used.has(symbol.name))
}
