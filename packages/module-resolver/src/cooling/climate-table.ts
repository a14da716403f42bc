import type { ClimateZone, Cooling } from '@edp/schemas'

/** What the climate of the site decides about heat rejection. */
export interface ClimateRow {
  readonly dry_bulb_c: number
  readonly wet_bulb_c: number
  readonly low_c: number
  readonly dew_point_c: number
  readonly rejection: Cooling['rejection']
  readonly rejection_description: string
  /** Whether pads wet the air before the coil, which takes make-up water. */
  readonly adiabatic: boolean
  /** Whether the loop has bypass, heat tracing and drain-back for starts in the cold. */
  readonly low_ambient: boolean
  readonly facility_supply_c: number
  readonly technology_supply_c: number
  readonly liquid_class: string
}

/**
 * Setpoints by climate zone. Rule: air on the coil is the dry bulb, or DB - 0.8 (DB - WB) behind a pad; facility supply
 * is 7 K above it, technology supply 3 K above that (CDU approach, OCP OAI guideline), and never below dew point + 3 K
 * nor above 43 degC. arid_hot is rounded up from 38.2 to 40 degC for coil fouling. Design temperatures: 0.4 % dry bulb
 * with its mean coincident wet bulb and the extreme low, typical of the zone; assumption until the site is known.
 * Liquid classes: ASHRAE TC 9.9, the number is the greatest supply temperature.
 */
export const CLIMATE = {
  subarctic: {
    dry_bulb_c: 28,
    wet_bulb_c: 18,
    low_c: -40,
    dew_point_c: 14,
    rejection: 'dry_cooler',
    rejection_description:
      'Dry cooler with low-ambient fan control, 3-way bypass, supervised heat tracing and drain-back by hand to an indoor tank',
    adiabatic: false,
    low_ambient: true,
    facility_supply_c: 35,
    technology_supply_c: 38,
    liquid_class: 'W40',
  },
  temperate: {
    dry_bulb_c: 33,
    wet_bulb_c: 24,
    low_c: -12,
    dew_point_c: 20,
    rejection: 'hybrid_dry_cooler',
    rejection_description: 'Hybrid dry cooler with adiabatic pads, wetted above 24 degC dry bulb',
    adiabatic: true,
    low_ambient: false,
    facility_supply_c: 33,
    technology_supply_c: 36,
    liquid_class: 'W40',
  },
  arid_hot: {
    dry_bulb_c: 45,
    wet_bulb_c: 24,
    low_c: -3,
    dew_point_c: 16,
    rejection: 'adiabatic_dry_cooler',
    rejection_description: 'Adiabatic dry cooler, pads wetted above 24 degC dry bulb',
    adiabatic: true,
    low_ambient: false,
    facility_supply_c: 36,
    technology_supply_c: 40,
    liquid_class: 'W40',
  },
  tropical: {
    dry_bulb_c: 34,
    wet_bulb_c: 28,
    low_c: 15,
    dew_point_c: 27,
    rejection: 'dry_cooler_trim_chiller',
    rejection_description:
      'Oversized dry cooler with adiabatic assist and a trim chiller for 25 % of the heat',
    adiabatic: true,
    low_ambient: false,
    facility_supply_c: 36,
    technology_supply_c: 40,
    liquid_class: 'W40',
  },
} as const satisfies Record<ClimateZone, ClimateRow>
