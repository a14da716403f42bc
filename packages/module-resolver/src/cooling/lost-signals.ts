import type { Cooling } from '@edp/schemas'

import { mayFreeze } from './cold-start.ts'
import type { CoolingPlan } from './cooling-plan.ts'

/** Current at and beyond which a signal of 4-20 mA is a fault and no measured value. Source: NAMUR NE 43. */
export const LOST_SIGNAL: Cooling['lost_signal'] = { below_ma: 3.6, above_ma: 21, source: 'NAMUR NE 43' }

/**
 * What the loss of a signal does besides its alarm, by tag (design choice): what nothing else watches counts as its trip; where other
 * instruments or a relief valve protect, no node loses its power for a broken wire; what is controlled by it is held.
 */
const LOST: Readonly<Record<string, string>> = {
  'TT-101': 'TT-103 stands in',
  'TT-201': 'TCV-101 opens, TT-202 protects',
  'FT-201': 'as LL',
  'PT-101': 'as LL',
  'PT-201': 'alarm alone, PSV-201 protects',
  'PT-202': 'as LL, without I7',
  'TT-202': 'alarm alone, TT-201 and FT-201 protect',
  'PDT-101': 'last speed, without I5',
  'PDT-201': 'last speed',
}

/** What the loss of the signal of an instrument does, empty where that is told and no more. */
export function lostSignal(tag: string, plan: Pick<CoolingPlan, 'facility' | 'technology'>): string {
  if (tag === 'FT-101' && mayFreeze(plan)) return 'as H in the cold'
  return LOST[tag] ?? ''
}
