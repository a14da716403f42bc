import type { ClimateZone, EnergySupply } from '@edp/schemas'

import { mvShortCircuitRating } from './breakers.ts'
import { CABLE_AMBIENT } from './correction-factors.ts'
import { MOST_OF_SOURCE } from './grading.ts'
import { leastMvAmpacity } from './mv-cable.ts'
import { MV_V } from './system-voltages.ts'
import { fullLoadCurrent } from './transformers.ts'

/**
 * A machine counts up to this multiple of what flows: a larger plant is its own to protect, the incomer protects the block. Source:
 * design choice.
 */
const MOST_OF_FLOW = 3

/** Current that a supply is made for, A: what flows, or its machine where that is larger. */
export function sourceCurrent(flowA: number, machine: EnergySupply['machine']): number {
  const machineA = machine === null ? 0 : fullLoadCurrent(machine.rating_kva, MV_V)
  return Math.max(flowA, Math.min(machineA, MOST_OF_FLOW * flowA))
}

/**
 * Largest pick-up that a source stands, A: a machine by its current; a service or a plant up to what the cable carries that the fault
 * current of the bus asks for, whatever its load.
 */
export function mostPickUp(
  machine: EnergySupply['machine'],
  sourceA: number,
  { busKa, climate_zone }: { readonly busKa: number; readonly climate_zone: ClimateZone },
): number {
  const most = MOST_OF_SOURCE * sourceA
  if (machine !== null) return most
  return Math.max(most, leastMvAmpacity(CABLE_AMBIENT[climate_zone].ground_c, mvShortCircuitRating(busKa)))
}
