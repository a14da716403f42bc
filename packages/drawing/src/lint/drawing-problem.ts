import type { Point } from '@edp/schemas'

/** What can be wrong with a drawing that the writers would still draw. */
export type DrawingProblemCode =
  | 'text_over_text'
  | 'text_over_symbol'
  | 'text_over_line'
  | 'symbol_over_symbol'
  | 'line_through_symbol'
  | 'table_over_line'
  | 'nets_joined'
  | 'line_end_loose'
  | 'outside_area'
  | 'text_too_small'
  | 'text_cut'
  | 'off_page_unpaired'
  | 'duplicate_id'
  | 'duplicate_tag'
  | 'duplicate_sheet'
  | 'unknown_layer'
  | 'unknown_symbol'
  | 'unknown_linetype'
  | 'unknown_attribute'
  | 'unknown_sheet'
  | 'empty_sheet'
  | 'notes_overflow'

/** One objection of a checker with a ruler. */
export interface DrawingProblem {
  readonly code: DrawingProblemCode
  readonly sheet_id: string
  readonly message: string
  /** Where on the sheet, mm. */
  readonly at?: Point
}
