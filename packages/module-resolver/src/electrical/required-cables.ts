import { conductorsText, type Breaker, type CableDetail } from '@edp/schemas'

import { lvCableDetail, mvCableDetail } from '../connections/cable-details.ts'
import { supplySide } from '../connections/power-connection.ts'
import type { BlockInput } from './block-input.ts'
import { bondingJumper, electrodeConductor } from './bonding-jumpers.ts'
import { MV_FAULT_SHARE } from './breakers.ts'
import { CABLE_AMBIENT } from './correction-factors.ts'
import { equipmentEarthing } from './earthing-conductors.ts'
import { loadedConductors } from './loaded-conductors.ts'
import { sizeLvCable } from './lv-cable.ts'
import { sizeMvCable } from './mv-cable.ts'
import { DROP_LIMIT_PCT, LV_V, MV_V, POWER_FACTOR } from './system-voltages.ts'

/** A circuit of the customer, whose length nobody here knows. */
interface CustomerCircuit {
  readonly breaker: Breaker
  readonly load_a: number
}

/** Least earthing conductor of a medium-voltage circuit. Source: NEC 2023, 250.190(C)(1). */
const LEAST_MV_EARTH = { awg: '6', mm2: 13.3 }

/** Earthing conductor behind a relay that picks up at a current. Source: NEC 2023, 250.190(C)(3), Table 250.122. */
function mvEarth(pickupA: number): { readonly awg: string; readonly mm2: number } {
  const earth = equipmentEarthing(pickupA)
  return earth.mm2 < LEAST_MV_EARTH.mm2 ? LEAST_MV_EARTH : earth
}

/**
 * What a medium-voltage cable of the customer must be at least: the pick-up of its breaker and the fault current of the bus decide, with
 * the same reserve as that of the switchgear, not the least rating that switchgear is sold with.
 */
export function requiredMvCable(
  { breaker, load_a }: CustomerCircuit,
  busKa: number,
  { resolution }: BlockInput,
): string {
  const sized = sizeMvCable({
    voltage_v: MV_V,
    current_a: breaker.trip_a,
    load_a,
    power_factor: POWER_FACTOR,
    ground_c: CABLE_AMBIENT[resolution.climate_zone].ground_c,
    length_m: 0,
    fault_ka: busKa / MV_FAULT_SHARE,
  })
  const earth = mvEarth(breaker.trip_a)
  const cable = { ...mvCableDetail(sized), earth_size_awg: earth.awg, earth_size_mm2: earth.mm2 }
  return atLeast(cable, '15 kV 133 %')
}

/** A cable behind a transformer of the customer, and what earths its neutral: bonding jumper, grounding electrode conductor. */
interface CustomerSecondary {
  readonly cable: string
  readonly bonding_jumper_awg: string
  readonly electrode_awg: string
}

/** The same of a four-wire cable from his transformer to the main: its breaker decides, in a raceway for each set. */
export function requiredSecondary(
  { breaker, load_a }: CustomerCircuit,
  { resolution }: BlockInput,
): CustomerSecondary {
  const sized = sizeLvCable({
    phases: '3ph',
    voltage_v: LV_V,
    design_current_a: load_a,
    required_a: breaker.trip_a,
    power_factor: POWER_FACTOR,
    ambient_c: CABLE_AMBIENT[resolution.climate_zone].air_c,
    loaded_conductors: loadedConductors('3ph', LV_V, 1),
    length_m: 0,
    drop_limit_pct: DROP_LIMIT_PCT,
  })
  const cable = lvCableDetail(supplySide(sized), '3ph', true, '')
  return {
    cable: atLeast(cable, sized.sets === 1 ? '600 V' : '600 V, a raceway for each set'),
    bonding_jumper_awg: bondingJumper(sized.conductor.mm2 * sized.sets).awg,
    electrode_awg: electrodeConductor(sized.conductor.mm2 * sized.sets).awg,
  }
}

function atLeast(cable: CableDetail, voltage: string): string {
  return `${conductorsText(cable)}, ${voltage}`
}
