import { roundTo } from '@edp/schemas'

import type { SourceRule } from './earth-sources.ts'
import type { Switching } from './interlocks.ts'

/**
 * A battery that does not carry its block alone: transformers beyond its power open before it takes the bus over; where it does
 * not even carry one, it opens itself and there is no island. The load stands evenly on the transformers. Source: design choice.
 */
export function islandShedding({
  demand_kw,
  supplies,
  transformers,
  bess_branches,
}: Switching): SourceRule[] {
  const batteryKw = bess_branches.flatMap((branch) => branch.units).reduce((sum, u) => sum + u.power_kw, 0)
  if (bess_branches.length === 0 || batteryKw >= demand_kw) return []
  const kept = Math.floor((batteryKw * transformers.length) / demand_kw)
  const shed =
    kept > 0
      ? transformers.slice(kept).map((transformer) => transformer.primary_breaker.tag)
      : bess_branches.map((branch) => branch.breaker.tag)
  const sources = supplies.map((supply) => supply.breaker.tag)
  const outcome = kept > 0 ? 'before the battery takes the bus over' : 'too: there is no island'
  return [
    {
      devices: [...sources, ...shed],
      rule: `When ${sources.join(' and ')} ${sources.length === 1 ? 'opens' : 'are open'}, ${shed.join(', ')} ${shed.length === 1 ? 'opens' : 'open'} (81U, EMS) ${outcome}: battery ${roundTo(batteryKw, 0)} kW, block ${roundTo(demand_kw, 0)} kW.`,
    },
  ]
}
