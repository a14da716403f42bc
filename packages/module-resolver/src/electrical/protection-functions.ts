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

/**
 * Protection functions by duty, IEEE C37.2 device numbers. Source: design choice of this product after common utility
 * and NEC practice; settings come from the coordination study. `utility_no_export` adds reverse power where the grid is
 * backup only. `collector` sees faults that inverters alone feed, near their load current: overcurrent is restrained by
 * voltage (51V), an earth fault without an earth source shows in the voltage (59N). The wye winding of a `skid` is not
 * earthed, so that 64 detects an earth fault (NEC 2023, 250.21(B)). `transformer_large` adds differential and lock-out from 2,000 kVA on.
 */
export const PROTECTION_FUNCTIONS = {
  utility: ['25', '27', '50/51', '50N/51N', '50BF', '59', '81O/U', '86'],
  utility_no_export: ['25', '27', '32R', '50/51', '50N/51N', '50BF', '59', '81O/U', '86'],
  generator: ['25', '27', '32', '40', '46', '50/51V', '51G', '59', '81O/U', '86', '87G'],
  plant: ['25', '27', '50/51', '50N/51N', '59', '81O/U'],
  transformer: ['26', '49', '50/51', '50G/51G', '63'],
  transformer_large: ['26', '49', '50/51', '50G/51G', '63', '86', '87T'],
  collector: ['25', '27', '50/51V', '50N/51N', '59', '59N', '81O/U'],
  main: ['27', '59', 'LSIG'],
  tie: ['25', 'LSIG'],
  feeder: ['LSIG'],
  skid: ['27', '59', '64', '81O/U', 'LSI'],
} as const satisfies Record<Duty, readonly string[]>

/** Duties that measure voltage and therefore need voltage transformers. */
export const MEASURES_VOLTAGE = {
  utility: true,
  utility_no_export: true,
  generator: true,
  plant: true,
  transformer: false,
  transformer_large: false,
  collector: true,
  main: true,
  tie: true,
  feeder: false,
  skid: true,
} as const satisfies Record<Duty, boolean>

/** Transformers from this rating on get differential protection, kVA. Source: design choice. */
export const DIFFERENTIAL_FROM_KVA = 2000
