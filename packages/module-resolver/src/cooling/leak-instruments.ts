import type { Instrument } from '@edp/schemas'

import type { InterlockNumber } from './cooling-interlocks.ts'
import type { At } from './instrument-row.ts'

const LEAKS: readonly (readonly [string, string, string, string, InterlockNumber])[] = [
  ['LSH-203', 'Leak in drip tray', 'DT-201', 'switch', 'I1'],
  ['LDS-201', 'Leak rope, CDU', 'CDU base', 'rope', 'I1'],
  ['LDS-202', 'Leak rope, manifolds', 'below manifolds', 'rope', 'I1'],
  ['LDS-203', 'Leak rope, racks', 'rack row', 'rope', 'I1'],
  ['LDS-204', 'Leak rope, interface plate', 'CD plate', 'rope', 'I2'],
]

/** Leak detection: rope zones and the switch of the drip tray. */
export function leakInstruments(at: At): Instrument[] {
  return LEAKS.map(([tag, description, location, range, interlock]) =>
    at(tag, description, location, null, range, {
      alarms: 'H',
      interlock: [interlock, 'H'],
      signal: 'dry contact',
    }),
  )
}
