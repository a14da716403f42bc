import type { ClimateRow } from './climate-table.ts'

/** Effectiveness of the pads, share of the distance to the wet bulb (assumption, makers' range 0.75 to 0.85). */
const PAD_EFFECTIVENESS = 0.8
/** Air leaves the coil this far below the coolant that enters it, K (the approach that the coil is chosen for). */
const COIL_APPROACH_K = 7
/** Heat of evaporation of water at 25 to 35 degC, kJ/kg. Source: steam tables. */
const EVAPORATION_KJ_KG = 2430
/** Cycles of concentration of the water in the pads; what is bled is 1 / (cycles - 1) of what evaporates (assumption, pads with softened water). */
const CYCLES = 3

/** Water of the pads of one heat rejection unit at its design day, L/min. */
export interface PadWater {
  readonly evaporation_lpm: number
  /** Evaporation and what is bled: what the supply has to bring. */
  readonly make_up_lpm: number
}

/** Temperature of the air on the coil with wetted pads, degC; the dry bulb where there are none. */
function airOnCoil({ dry_bulb_c, wet_bulb_c, adiabatic }: ClimateRow): number {
  return adiabatic ? dry_bulb_c - PAD_EFFECTIVENESS * (dry_bulb_c - wet_bulb_c) : dry_bulb_c
}

/**
 * Water of the pads from the heat balance of the air: the flow that takes the heat up between pad and exhaust is cooled by
 * evaporation from the dry bulb to what comes on the coil.
 */
export function padWater(climate: ClimateRow, heat_kw: number, delta_t_k: number): PadWater {
  if (!climate.adiabatic) return { evaporation_lpm: 0, make_up_lpm: 0 }
  const on_c = airOnCoil(climate)
  const rise_k = climate.facility_supply_c + delta_t_k - COIL_APPROACH_K - on_c
  const evaporation_lpm = ((heat_kw * (climate.dry_bulb_c - on_c)) / rise_k / EVAPORATION_KJ_KG) * 60
  return { evaporation_lpm, make_up_lpm: (evaporation_lpm * CYCLES) / (CYCLES - 1) }
}
