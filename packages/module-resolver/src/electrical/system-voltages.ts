import type { BessUnitType } from '@edp/schemas'

/** Nominal voltages and frequency of every site. Source: design choice, US default; stated on the single line diagram. */
export const FREQUENCY_HZ = 60
export const MV_V = 13_800
export const LV_V = 480
export const IT_V = 415

/** AC voltage of a converter on the skid, V: reached from the lowest battery voltage. Source: makers' skid data. */
const SKID_PCS_V = 690

/** Voltage of the low-voltage winding of a battery skid, V: that of the converter beside it, or of the battery units' own. */
export function skidVoltage({ output }: Pick<BessUnitType, 'output'>): number {
  return output === 'dc' ? SKID_PCS_V : LV_V
}

/** Voltage of a four-wire system as it is written: `480Y/277 V`. */
export function wyeText(voltageV: number): string {
  return `${voltageV}Y/${Math.round(voltageV / Math.sqrt(3))} V`
}

/** Power factor of the site load, lagging. Source: `assumption`. */
export const POWER_FACTOR = 0.95

/** Voltage drop limit of one feeder, %. Source: NEC 2023, 215.2(A)(2) informational note. */
export const DROP_LIMIT_PCT = 3
