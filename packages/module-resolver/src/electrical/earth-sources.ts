import type { EnergySupply, Interlock } from '@edp/schemas'

import { BEHIND_S } from './earth-fault-settings.ts'
import { EMERGENCY_LOCK_OUT } from './emergency-lock-out.ts'
import type { Switching } from './interlocks.ts'

/** What an interlock of the block's sources is between, and what it allows. */
export type SourceRule = Pick<Interlock, 'devices' | 'rule'>

/** Breakers of the supplies that earth the bus and feed a fault: utility and machines. */
export function groundingSources({ supplies }: Pick<Switching, 'supplies'>): string[] {
  return supplies.filter((supply) => supply.kind !== 'solar').map((supply) => supply.breaker.tag)
}

/** What the supplies of some blocks that earth the bus are called; a solar plant earths nothing. */
export function earthSourceNames(kinds: readonly EnergySupply['kind'][]): ('utility' | 'machine')[] {
  return [
    ...(kinds.includes('utility') ? ['utility' as const] : []),
    ...(kinds.includes('generator') || kinds.includes('nuclear') ? ['machine' as const] : []),
  ]
}

/** Breakers of what feeds an island and does not earth it: battery collectors and solar plants. */
export function batteryFeeders({
  supplies,
  bess_branches,
}: Pick<Switching, 'supplies' | 'bess_branches'>): string[] {
  return [
    ...bess_branches.map((branch) => branch.breaker.tag),
    ...supplies.filter((supply) => supply.kind === 'solar').map((supply) => supply.breaker.tag),
  ]
}

/**
 * One earth source at a time: two would share the earth fault current and blind the relays of both (IEEE C62.92). The earthing
 * transformer stays closed on an earth fault of the bus, until the sources that feed it are open; on a fault of its own its
 * lock-out keeps it open. While it is locked out 59N of the sources sees an earth fault.
 */
export function earthSources({ supplies, earthing_transformer: earthing }: Switching): SourceRule[] {
  if (earthing === null) return []
  const own = earthing.breaker.tag
  const others = groundingSources({ supplies })
  const trips = earthing.breaker.trips.flatMap(({ opens }) => opens)
  const afterS = earthing.breaker.earth_fault?.delay_s ?? 0
  const open = `${others.join(' and ')} ${others.length === 1 ? 'is' : 'are'} open`
  return [
    {
      devices: [own, ...others],
      rule:
        others.length === 0
          ? `${own} is closed while the bus is live, unless its 86 is locked out: no other source earths it.`
          : `${own} closes by itself when ${open}, unless its 86 or ${EMERGENCY_LOCK_OUT} is locked out, and opens before a source closes that earths the bus itself.`,
    },
    {
      devices: [own, ...trips],
      rule: `51G of ${own} opens ${trips.join(', ')} after ${afterS} s, a step above the ${BEHIND_S} s of 51G of what hangs on the bus, and not ${own}; ${earthing.tag} and ${earthing.resistor.tag} stand it for ${earthing.duration_s} s. 50/51 opens ${own} over 86, which blocks closing.`,
    },
  ]
}
