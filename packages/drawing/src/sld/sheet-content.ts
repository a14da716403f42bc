import type { BlockElectrical } from '@edp/schemas'

/** The parts of a block that one sheet draws; the schedules beside the diagram list the same parts. */
export type SheetContent = Pick<
  BlockElectrical,
  | 'supplies'
  | 'mv_bus'
  | 'earthing_transformer'
  | 'transformers'
  | 'lv_buses'
  | 'bus_ties'
  | 'feeders'
  | 'bess_branches'
  | 'interlocks'
> & {
  /** The whole block: a tie stands between two sections, of which the sheet may draw one. */
  readonly block: BlockElectrical
}

/** All of a block, for a schedule without a diagram. */
export function wholeBlock(block: BlockElectrical): SheetContent {
  return { ...block, block }
}
