import type { CoolingValve, PipeLine } from '@edp/schemas'

import { lineOf } from './cooling-lines.ts'
import type { CoolingPlan } from './cooling-plan.ts'
import { facilityValves } from './facility-valves.ts'
import { technologyValves } from './technology-valves.ts'
import { reliefs, withRelief } from './relief-valves.ts'
import type { Pair, Valve } from './valve-row.ts'

/** Size of vents, drains and relief valves. */
const SMALL_DN = 25
const SMALL = new Set(['vent', 'drain', 'relief'])

/**
 * Valves of one container's cooling. Motorised isolation closes and control valves open on loss of signal: a leak must
 * stop, and cooling must not.
 */
export function coolingValves(plan: CoolingPlan, lines: readonly PipeLine[]): CoolingValve[] {
  const duties = reliefs(plan)
  const valve: Valve = (tag, kind, description, sequence, setting = '', fail_position = '-') => {
    const line = lineOf(lines, sequence)
    const plain = {
      tag,
      kind,
      description,
      line_no: line.line_no,
      dn: SMALL.has(kind) ? SMALL_DN : line.dn,
      fail_position,
      position: typeof setting === 'string' ? null : setting.position,
      setting: typeof setting === 'string' ? setting : setting.words,
    }
    return withRelief(plain, duties, lines)
  }
  const pair: Pair = (tag, kind, description, sequence) =>
    ['A', 'B'].map((letter) => valve(`${tag}${letter}`, kind, `${description} ${letter}`, sequence))
  return [...facilityValves(plan, valve, pair), ...technologyValves(plan, valve, pair)]
}
