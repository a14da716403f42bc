import type { Breaker } from '@edp/schemas'

import { designationRange, designationSpan } from '../../sheet/designation-range.ts'
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
    rows: [
      ...mvBreakers(contents).map((breaker) => ({ cells: [breaker.tag, ...settings(breaker)] })),
      ...ringMainRows(contents),
    ],
  }
}

/** Breakers of ring main units; those with equal settings are one row, graded over the breaker of their own skid. */
function ringMainRows(contents: readonly SheetContent[]): { readonly cells: string[] }[] {
  const alike = new Map<string, { readonly cells: readonly string[]; readonly tags: string[] }>()
  const units = contents.flatMap(({ bess_branches }) => bess_branches.flatMap((branch) => branch.units))
  for (const { ring_main, ac_breaker } of units) {
    const { breaker } = ring_main
    const cells = settings({ ...breaker, grading: overTypical(breaker.grading, ac_breaker.tag) })
    const key = cells.join('|')
    const group = alike.get(key) ?? { cells, tags: [] }
    group.tags.push(breaker.tag)
    alike.set(key, group)
  }
  return [...alike.values()].map(({ cells, tags }) => ({ cells: [designationSpan(tags), ...cells] }))
}

/** Grading with the breaker of a skid named as that of any: 52-Knn. */
function overTypical(grading: Breaker['grading'], own: string): Breaker['grading'] {
  const typical = (tag: string): string => (tag === own ? '52-Knn' : tag)
  return grading === null
    ? null
    : {
        ...grading,
        over: grading.over === null ? null : typical(grading.over),
        by_time: grading.by_time.map(typical),
      }
}

function settings(breaker: Breaker): string[] {
  return [
    String(breaker.trip_a),
    breaker.grading === null ? '-' : fixed(breaker.grading.delay_s, 1),
    gradingText(breaker),
    earthFaultText(breaker),
  ]
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
