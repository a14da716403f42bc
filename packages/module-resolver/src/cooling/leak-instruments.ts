import type { Instrument } from '@edp/schemas'

import { LEAK_PANEL } from './cooling-controllers.ts'
import type { InterlockNumber } from './cooling-interlocks.ts'
import type { At } from './instrument-row.ts'

/** Both loops meet on the CDU: what leaks there may be either. */
const BOTH = ['I1', 'I2'] as const

const LEAKS: readonly (readonly [string, string, string, string, readonly InterlockNumber[]])[] = [
  ['LSH-203', 'Leak in drip tray', 'DT-201', 'switch', BOTH],
  ['LDS-201', 'Leak rope, CDU', 'CDU base', 'rope', BOTH],
  ['LDS-202', 'Leak rope, manifolds', 'below manifolds', 'rope', ['I1']],
  ['LDS-203', 'Leak rope, racks', 'rack row', 'rope', ['I1']],
  ['LDS-204', 'Leak rope, interface plate', 'CD plate', 'rope', ['I2']],
]

/** Leak detection: rope zones at their panel, whose relays trip the CDU, and the switch of the drip tray. */
export function leakInstruments(at: At): Instrument[] {
  return LEAKS.map(([tag, description, location, range, interlocks]) =>
    at(tag, description, location, null, range, {
      alarms: 'H',
      trips: interlocks.map((number) => [number, 'H']),
      signal: 'dry contact',
      ...(range === 'rope' ? { controller: LEAK_PANEL } : {}),
    }),
  )
}
