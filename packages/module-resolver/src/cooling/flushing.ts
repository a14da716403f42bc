import type { Cooling } from '@edp/schemas'

import type { PipeSize } from './pipe-table.ts'

/** Least velocity of flushing, m/s: it carries particles out of level pipes (design choice). */
const FLUSH_M_S = 1.5

/** Flow that flushes the mains of a container. */
export function flushing({ dn, inner_diameter_mm }: PipeSize): Cooling['flushing'] {
  const area_m2 = (Math.PI / 4) * (inner_diameter_mm / 1000) ** 2
  return { velocity_m_s: FLUSH_M_S, flow_lpm: Math.round(FLUSH_M_S * area_m2 * 60_000), dn }
}
