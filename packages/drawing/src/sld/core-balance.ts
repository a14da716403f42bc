import type { Breaker, Primitive } from '@edp/schemas'

import { CORE_BALANCE_MM } from '../symbols/sld/measuring.ts'
import type { Descent } from './descent.ts'
import { coreBalanceOf } from './labels.ts'

/** The core around the cable of a breaker, and its height; null where it has none. */
export function coreBalance(
  line: Descent,
  { earth_fault }: Breaker,
  left: (y: number, value: string) => Primitive,
): number | null {
  const ct = earth_fault?.core_balance_ct ?? null
  if (ct === null) return null
  const y = line.y - CORE_BALANCE_MM / 2
  line.coreBalance().add(left(y, coreBalanceOf(ct)))
  return y
}
