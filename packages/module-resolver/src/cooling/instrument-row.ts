import type { Instrument } from '@edp/schemas'

import type { InterlockNumber } from './cooling-interlocks.ts'

/** The fields of an instrument that are rarely set; the action of an interlock is that of its number. */
export type Details = Partial<Pick<Instrument, 'setpoint' | 'alarms' | 'action' | 'signal'>> & {
  /** The interlock that it starts, and the limit that does. */
  readonly interlock?: readonly [InterlockNumber, NonNullable<Instrument['trip']>]
}

/** Makes a row of the instrument list; the line is named by its sequence, e.g. `103`. */
export type At = (
  tag: string,
  description: string,
  location: string,
  sequence: string | null,
  range: string,
  details?: Details,
) => Instrument
