import type { BlockElectrical, SiteModel, SymbolDefinition, TitleBlock } from '@edp/schemas'

import type { BlockGroup } from './block-groups.ts'
import type { Place } from './column.ts'
import type { PlannedGroupSheet } from './sheet-plan.ts'
import type { SldStyle } from './sld-style.ts'

/** What the sheets are composed from. */
export interface Composition {
  readonly site: SiteModel
  readonly style: SldStyle
  readonly title_block: TitleBlock
  readonly library: readonly SymbolDefinition[]
  readonly groups: readonly BlockGroup[]
  /** Sheet that shows a block. */
  readonly sheetOf: (block: BlockElectrical) => string
  readonly diagrams: readonly PlannedGroupSheet[]
  readonly cables: Place['cables']
  readonly interlocks: Place['interlocks']
}
