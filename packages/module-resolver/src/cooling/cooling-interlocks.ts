import type { CoolingInterlock } from '@edp/schemas'

/**
 * What the container PLC does by itself. Design choice: a leak stops the flow to it, a pump never runs dry or against a
 * pressure above its loop's design, and lost cooling sheds the load that needs it.
 */
export const INTERLOCKS = {
  I1: { action: 'closes XV-201/202, trips P-201A/B', acts_on: ['XV-201', 'XV-202', 'P-201A', 'P-201B'] },
  I2: { action: 'closes XV-101/102, trips P-101A/B', acts_on: ['XV-101', 'XV-102', 'P-101A', 'P-101B'] },
  I3: { action: 'trips P-201A/B and P-203', acts_on: ['P-201A', 'P-201B', 'P-203'] },
  I4: { action: 'trips P-101A/B', acts_on: ['P-101A', 'P-101B'] },
  I5: { action: 'starts standby pump P-101A/B', acts_on: ['P-101A', 'P-101B'] },
  I6: { action: 'starts standby pump P-201A/B', acts_on: ['P-201A', 'P-201B'] },
  I7: { action: 'starts P-203 until the alarm clears', acts_on: ['P-203'] },
  I8: { action: 'trips P-201A/B', acts_on: ['P-201A', 'P-201B'] },
  I9: { action: 'asks the EMS to shed the nodes', acts_on: [] },
} as const satisfies Record<string, Omit<CoolingInterlock, 'number'>>

/** Number of an interlock. */
export type InterlockNumber = keyof typeof INTERLOCKS

/** The interlocks of one container in order. */
export function coolingInterlocks(): CoolingInterlock[] {
  return Object.entries(INTERLOCKS).map(([number, { action, acts_on }]) => ({ number, action, acts_on }))
}
