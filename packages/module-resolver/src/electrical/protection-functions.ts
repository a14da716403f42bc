/** What a breaker protects; decides its functions. */
export type Duty =
  | 'utility'
  | 'utility_no_export'
  | 'generator'
  | 'plant'
  | 'transformer'
  | 'transformer_large'
  | 'collector'
  | 'main'
  | 'tie'
  | 'feeder'
  | 'skid'
  | 'skid_primary'
  | 'earthing'

/**
 * Protection functions by duty, IEEE C37.2 device numbers. Source: design choice of this product after common utility
 * and NEC practice; settings come from the coordination study. `utility_no_export` adds reverse power where the grid is
 * backup only. An incomer that fails to open, or is locked out, has to trip every other source of its bus (50BF, 86).
 * The contacts of a transformer, `GUARDS`, trip through its 86, whatever its size. `collector` sees faults that inverters alone feed, near their load current: overcurrent is restrained by
 * voltage (51V), an earth fault without an earth source shows in the voltage (59N). The wye winding of a `skid` is not
 * earthed, so that 64 detects an earth fault (NEC 2023, 250.21(B)). `transformer_large` adds differential from 2,000 kVA on. A
 * `tie` has no 25: its key interlock forbids to parallel what it joins. `earthing` is the earth source of an island.
 */
export const PROTECTION_FUNCTIONS = {
  utility: ['25', '27', '50/51', '50N/51N', '50BF', '59', '81O/U', '86'],
  utility_no_export: ['25', '27', '32R', '50/51', '50N/51N', '50BF', '59', '81O/U', '86'],
  generator: ['25', '27', '32', '40', '46', '50/51V', '50BF', '51G', '59', '81O/U', '86', '87G'],
  plant: ['25', '27', '50/51', '50N/51N', '50BF', '59', '81O/U', '86'],
  transformer: ['49', '50/51', '50G/51G', '86'],
  transformer_large: ['49', '50/51', '50G/51G', '86', '87T'],
  collector: ['25', '27', '50/51V', '50N/51N', '59', '59N', '81O/U'],
  main: ['27', '59', 'LSIG'],
  tie: ['LSIG'],
  feeder: ['LSIG'],
  skid: ['27', '59', '64', '81O/U', 'LSI'],
  skid_primary: ['50/51', '50N/51N'],
  earthing: ['50/51', '51G'],
} as const satisfies Record<Duty, readonly string[]>

/**
 * Contacts in a unit transformer that trip: temperature (second stage) and pressure. Their first stages, and the thermal
 * image (49), warn. Source: IEEE C37.91 practice.
 */
export const GUARDS = ['26', '63'] as const

/**
 * Duties that measure voltage over transformers of their own, on the side away from the bus. A skid's breaker measures its
 * 480 or 690 V directly.
 */
export const MEASURES_VOLTAGE = {
  utility: true,
  utility_no_export: true,
  generator: true,
  plant: true,
  transformer: false,
  transformer_large: false,
  collector: true,
  main: true,
  tie: false,
  feeder: false,
  skid: false,
  skid_primary: false,
  earthing: false,
} as const satisfies Record<Duty, boolean>

/** Transformers from this rating on get differential protection, kVA. Source: design choice. */
export const DIFFERENTIAL_FROM_KVA = 2000
