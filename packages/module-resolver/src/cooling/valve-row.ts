import type { CoolingValve } from '@edp/schemas'

/** Makes a row of the valve list; the line is named by its sequence, e.g. `103`. */
export type Valve = (
  tag: string,
  kind: string,
  description: string,
  sequence: string,
  setting?: string,
  fail_position?: CoolingValve['fail_position'],
) => CoolingValve

/** Two alike, A and B. */
export type Pair = (tag: string, kind: string, description: string, sequence: string) => CoolingValve[]
