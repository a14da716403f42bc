import type { Breaker } from '@edp/schemas'

import { designationRange } from '../../sheet/designation-range.ts'
import type { Table } from '../../sheet/table.ts'
import { fixed } from '../labels.ts'
import type { SheetContent } from '../sheet-content.ts'
import { left, right } from './cells.ts'
import { mvBreakers } from './switchgear-tables.ts'

/** Settings of 51: pick-up, time at the greatest current, and what a breaker is graded over; pick-up and time of 51G or 51N. */
export function settingsTable(contents: readonly SheetContent[]): Table {
  return {
    title: 'GRADING OF 51, 51G AND 51N',
    columns: [left('Breaker'), right('Pick-up A'), right('Time s'), left('Graded over'), left('Earth fault')],
    rows: mvBreakers(contents).map((breaker) => ({
      cells: [
        breaker.tag,
        String(breaker.trip_a),
        breaker.grading === null ? '-' : fixed(breaker.grading.delay_s, 1),
        gradingText(breaker),
        earthFaultText(breaker),
      ],
    })),
  }
}

/** What measures an earth fault, from which current on and how fast. */
function earthFaultText({ earth_fault: earth }: Breaker): string {
  return earth === null ? '-' : `${earth.function} ${earth.pickup_a} A, ${fixed(earth.delay_s, 1)} s`
}

/** The ratio to the setting that is nearest below, and what is graded by time alone; a dash where nothing is behind it. */
function gradingText({ grading }: Breaker): string {
  if (grading === null) return '-'
  const { over, ratio, by_time } = grading
  const parts = [
    ...(over === null || ratio === null ? [] : [`${fixed(ratio, 2)} x ${over}`]),
    ...(by_time.length === 0 ? [] : [`${designationRange(by_time)} by time`]),
  ]
  return parts.length === 0 ? '-' : parts.join('; ')
}
