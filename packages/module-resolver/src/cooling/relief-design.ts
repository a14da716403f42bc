import { roundTo, type Coolant, type Cooling, type ReliefDesign } from '@edp/schemas'

/** Pressure over the setting at the capacity, %. Source: ASME BPVC XIII and ISO 4126, 10 % accumulation. */
export const OVERPRESSURE_PCT = 10
/** Greatest back pressure of a valve that is not balanced, % of the setting. Source: API 520-1. */
const BACK_PRESSURE_PCT = 10
/** Coefficient of discharge of a valve certified for liquids. Source: API 520-1, for sizing before a make is chosen. */
const DISCHARGE = 0.65
/** Density of water that relative density is told by, kg/m3. */
const WATER_KG_M3 = 1000

const KPA_PER_BAR = 100

/** What all of them are sized by. */
export const RELIEF_SIZING: Cooling['relief_sizing'] = {
  discharge_coefficient: DISCHARGE,
  back_pressure_pct: BACK_PRESSURE_PCT,
  source: 'API 520-1 for liquid',
}

/** What a relief valve has to do. */
export interface ReliefDuty {
  readonly relieves: string
  readonly set_bar: number
  readonly capacity_lpm: number
  readonly coolant: Pick<Coolant, 'density_kg_m3' | 'viscosity_mpas'>
  readonly inlet_dn: number
  readonly outlet_dn: number
  readonly discharge: string
}

/**
 * Least flow area of a relief valve for liquid, mm2: API 520-1, certified capacity, SI units, with the correction for viscosity; EN ISO
 * 4126-1 gives the same area for the same coefficient. Rounded up to 0.1 mm2.
 */
export function reliefArea(duty: Pick<ReliefDuty, 'set_bar' | 'capacity_lpm' | 'coolant'>): number {
  const { set_bar, capacity_lpm, coolant } = duty
  const relative = coolant.density_kg_m3 / WATER_KG_M3
  const difference_kpa = (set_bar * KPA_PER_BAR * (100 + OVERPRESSURE_PCT - BACK_PRESSURE_PCT)) / 100
  const thin_mm2 = ((11.78 * capacity_lpm) / DISCHARGE) * Math.sqrt(relative / difference_kpa)
  const reynolds = (18_800 * capacity_lpm * relative) / (coolant.viscosity_mpas * Math.sqrt(thin_mm2))
  const viscosity = 1 / (0.9935 + 2.878 / reynolds ** 0.5 + 342.75 / reynolds ** 1.5)
  return Math.ceil(roundTo((thin_mm2 / Math.min(1, viscosity)) * 10, 6)) / 10
}

/** A relief valve as it is bought. */
export function reliefDesign(duty: ReliefDuty): ReliefDesign {
  const { relieves, set_bar, capacity_lpm, inlet_dn, outlet_dn, discharge } = duty
  return {
    relieves,
    set_bar,
    capacity_lpm,
    overpressure_pct: OVERPRESSURE_PCT,
    back_pressure_bar: roundTo((set_bar * BACK_PRESSURE_PCT) / 100, 2),
    area_mm2: reliefArea(duty),
    inlet_dn,
    outlet_dn,
    discharge,
  }
}
