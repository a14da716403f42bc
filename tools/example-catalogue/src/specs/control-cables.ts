import { SHIELDED, SHIELDED_PAIRS, TRAY_CABLE } from './cable-types.ts'
import type { ConnectionSource } from './variant.ts'

type Cable = NonNullable<ConnectionSource['cable']>

/**
 * Control cables inside containers, by what they carry: they share trays with circuits of 480 V, so that all of them are tray cable with
 * 600 V insulation. Source: NEC 2023 Article 724 (Class 1, 724.49), 336.10; sizes: design choice, 12 AWG for the coils of breakers.
 */
export const CONTROL_CABLES = {
  /** 125 V DC to trip and close breakers. */
  trip: { ...TRAY_CABLE, size_mm2: 3.31 },
  /** 24 V DC of releases and shunt trips. */
  release: { ...TRAY_CABLE, size_mm2: 2.08 },
  /** Contacts and measured values. */
  signal: { ...SHIELDED, size_mm2: 2.08 },
  /** Measured values beside contacts: each pair has a screen of its own. */
  pairs: { ...SHIELDED_PAIRS, size_mm2: 2.08 },
} as const satisfies Record<string, Cable>

/** A control cable of so many cores. */
export function controlCable(carries: keyof typeof CONTROL_CABLES, cores_count: number): Cable {
  return { ...CONTROL_CABLES[carries], cores_count }
}
