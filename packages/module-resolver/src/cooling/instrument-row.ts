import type { AlarmLimit, Instrument, InterlockTrip } from '@edp/schemas'

import type { InterlockNumber } from './cooling-interlocks.ts'

/** An interlock that an instrument starts, the limit that does, and the delay, s. */
export type Trip = readonly [InterlockNumber, InterlockTrip['limit'], number?]

/** The fields of an instrument that are rarely set; the action of an interlock is that of its number. */
export type Details = Partial<
  Pick<Instrument, 'setpoint' | 'alarms' | 'action' | 'signal' | 'controller'>
> & {
  readonly trips?: readonly Trip[]
  /** Control loops whose output it limits. */
  readonly restrains?: readonly string[]
  /** Alarms with a value; their words follow from them. */
  readonly limits?: readonly AlarmLimit[]
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
