import type { SymbolDefinition } from '@edp/schemas'

import { EQUIPMENT_SYMBOLS } from './equipment-symbols.ts'
import { INSTRUMENT_SYMBOLS } from './instrument-symbols.ts'
import { LINE_SYMBOLS } from './line-symbols.ts'
import { VALVE_SYMBOLS } from './valve-symbols.ts'

/** Symbols of the piping and instrumentation diagram, in the order of its legend. */
export const PID_SYMBOLS: readonly SymbolDefinition[] = [
  ...EQUIPMENT_SYMBOLS,
  ...VALVE_SYMBOLS,
  ...LINE_SYMBOLS,
  ...INSTRUMENT_SYMBOLS,
]
