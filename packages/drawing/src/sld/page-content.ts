import type { BlockElectrical } from '@edp/schemas'

import type { Hanging } from './hanging.ts'
import type { SheetContent } from './sheet-content.ts'

/** What a sheet draws of its block: what hangs on it and, on the first one, the supplies and the bus. */
export function contentOf(block: BlockElectrical, page: readonly Hanging[], first: boolean): SheetContent {
  const sections = page.flatMap((h) => (h.kind === 'section' ? [h] : []))
  return {
    block,
    supplies: first ? block.supplies : [],
    mv_bus: first ? block.mv_bus : null,
    interlocks: first ? block.interlocks : [],
    earthing_transformer: page.find((h) => h.kind === 'earthing')?.earthing ?? null,
    transformers: page.flatMap((h) =>
      h.kind === 'collector' || h.kind === 'earthing' || h.transformer === null ? [] : [h.transformer],
    ),
    lv_buses: sections.filter((h) => h.transformer !== null).map((h) => h.part.bus),
    bus_ties: sections.flatMap((h) => h.part.right?.tie ?? []),
    feeders: sections.flatMap((h) => h.part.feeders),
    bess_branches: page.flatMap((h) => (h.kind === 'collector' ? [h.branch] : [])),
  }
}
