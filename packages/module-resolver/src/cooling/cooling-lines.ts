import type { PipeLine } from '@edp/schemas'

import { airLines } from './air-lines.ts'
import type { CoolingPlan } from './cooling-plan.ts'
import { facilityLines } from './facility-lines.ts'
import { pipeLine } from './line-draft.ts'
import { technologyLines } from './technology-lines.ts'

/**
 * Line list of one container. Number: size - service - area digit (1 facility, 2 technology, 3 air), container ordinal,
 * sequence - class - insulation - tracing; `{c}` stands for the ordinal.
 */
export function coolingLines(plan: CoolingPlan): PipeLine[] {
  return [...facilityLines(plan), ...technologyLines(plan), ...airLines(plan)].map((draft) =>
    pipeLine(draft, plan),
  )
}

/** Whether the climate and the assembly have the line of a sequence, e.g. `210`. */
export function hasLine(lines: readonly PipeLine[], sequence: string): boolean {
  return findLine(lines, sequence) !== undefined
}

/**
 * The line of a sequence, e.g. `103`.
 *
 * @throws {RangeError} when the climate has no such line.
 */
export function lineOf(lines: readonly PipeLine[], sequence: string): PipeLine {
  const found = findLine(lines, sequence)
  if (found === undefined) throw new RangeError(`no line ${sequence}`)
  return found
}

function findLine(lines: readonly PipeLine[], sequence: string): PipeLine | undefined {
  const number = `-${sequence.slice(0, 1)}{c}${sequence.slice(1)}-`
  return lines.find(({ line_no }) => line_no.includes(number))
}
