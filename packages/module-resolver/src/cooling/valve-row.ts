import type { CoolingValve } from '@edp/schemas'

/** Normal position of a hand valve, and the words of its setting. */
export interface Position {
  readonly position: NonNullable<CoolingValve['position']>
  readonly words: string
}

export const CLOSED: Position = { position: 'normally_closed', words: 'normally closed' }
export const CAPPED: Position = { position: 'normally_closed', words: 'normally closed, capped' }
export const LOCKED_OPEN: Position = { position: 'locked_open', words: 'locked open' }

/** Makes a row of the valve list; the line is named by its sequence, e.g. `103`. */
export type Valve = (
  tag: string,
  kind: string,
  description: string,
  sequence: string,
  setting?: string | Position,
  fail_position?: CoolingValve['fail_position'],
) => CoolingValve

/** Two alike, A and B. */
export type Pair = (tag: string, kind: string, description: string, sequence: string) => CoolingValve[]
