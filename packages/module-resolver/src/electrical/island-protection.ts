import { roundTo, type BlockElectrical, type IslandProtection } from '@edp/schemas'

import { batteryFeeders, groundingSources } from './earth-sources.ts'
import type { SourceRule } from './earth-sources.ts'
import { EMERGENCY_LOCK_OUT } from './emergency-lock-out.ts'
import { DELAY_S, STEP_S } from './grading.ts'
import type { Switching } from './interlocks.ts'

/** Setting group of an island; 1 is that of a bus with a utility or a machine. */
const GROUP = 2

/**
 * 51V of group 2: share of the current of its circuit, below which share of the voltage, %. Far below what inverters give to a fault,
 * and blind to load as long as the voltage holds. Source: `assumption`, IEEE C37.102 practice for voltage-controlled 51.
 */
const OVERCURRENT = { pct: 50, below_pct: 80 }

/**
 * 27 of group 2, % of the voltage: a fault behind a transformer pulls the bus below it, or its current is several times the pick-up of
 * the breakers on its way. Source: `assumption`.
 */
const UNDERVOLTAGE_PCT = 70

/** What the opening of a breaker and the scatter of relays take besides, s. Source: `assumption`, five cycles and margin. */
const OPENING_S = 0.3

/** For how long a converter feeds a fault before it blocks, s. Source: `assumption`, its maker confirms it. */
const CONVERTER_S = 2

/**
 * Protection of a bus that inverters alone feed: they give little more than their current, so that overcurrent does not grade. 51V waits
 * for what is behind the collectors, 27 for 51V; both stop the converters. Null for a block without a battery.
 */
export function islandProtectionOf(block: Switching): IslandProtection | null {
  if (block.bess_branches.length === 0) return null
  const overcurrentS = roundTo(DELAY_S.collector + STEP_S, 1)
  const undervoltageS = roundTo(overcurrentS + STEP_S, 1)
  return {
    setting_group: GROUP,
    while_open: groundingSources(block),
    breakers: batteryFeeders(block),
    overcurrent_pct: OVERCURRENT.pct,
    overcurrent_below_pct: OVERCURRENT.below_pct,
    overcurrent_s: overcurrentS,
    undervoltage_pct: UNDERVOLTAGE_PCT,
    undervoltage_s: undervoltageS,
    cleared_s: roundTo(undervoltageS + OPENING_S, 1),
    converter_s: CONVERTER_S,
  }
}

/** When the relays work on the setting group of an island, and what it does. */
export function islandRules(block: Switching): SourceRule[] {
  const island = islandProtectionOf(block)
  if (island === null) return []
  const { while_open: open, breakers } = island
  const when =
    open.length === 0 ? 'Always' : `While ${open.join(' and ')} ${open.length === 1 ? 'is' : 'are'} open`
  return [
    {
      devices: [...breakers, ...open],
      rule: `${when}, ${breakers.join(', ')} ${breakers.length === 1 ? 'works' : 'work'} on setting group ${island.setting_group} (island): 51V (${island.overcurrent_s} s) and 27 (${island.undervoltage_pct} %, ${island.undervoltage_s} s) open and stop the converters. Any fault is off within ${island.cleared_s} s; black start by the EMS only while every 86 and ${EMERGENCY_LOCK_OUT} are reset.`,
    },
  ]
}

/**
 * Least current through a transformer over the pick-up of its breaker, for a fault behind it that leaves the bus above the undervoltage of
 * an island: what 27 does not see, its breaker does.
 */
export function leastFaultRatio({
  impedance_pct,
  primary_a,
  primary_breaker,
}: BlockElectrical['transformers'][number]): number {
  return (UNDERVOLTAGE_PCT / impedance_pct) * (primary_a / primary_breaker.trip_a)
}
