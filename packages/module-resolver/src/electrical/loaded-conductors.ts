import type { PowerDesign } from '@edp/schemas'

import { IT_V } from './system-voltages.ts'

/**
 * Conductors of a circuit that carry current and heat each other. The neutral of a three-phase circuit at the voltage of the IT
 * equipment is one of them: power supplies between phase and neutral are nonlinear loads. What hangs on 480Y/277 V are delta
 * windings, motors and chargers between phases. Source: NEC 2023, 310.15(E).
 */
export function loadedConductors(
  phases: PowerDesign['phases'],
  voltage_v: number,
  neutrals_count: number,
): number {
  if (phases !== '3ph') return 2
  return voltage_v === IT_V && neutrals_count > 0 ? 4 : 3
}
