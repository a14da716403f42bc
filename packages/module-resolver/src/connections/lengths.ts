import { roundTo, type RunLength, type SiteModule } from '@edp/schemas'

/** Rise or drop at each end, termination tail at each end, m, and slack (10 % from a utility project; the rest design choice). */
const RISE_M = 2
const TERMINATION_M = 3
const SLACK_PCT = 10
/** Fibre is ordered in these lengths, m; beyond, in steps of 50 m. */
const FIBRE_STEPS_M = [10, 15, 20, 30, 50, 100]

/** Rectangular route on the site plan between the corners that the modules are placed by, m. */
export function routeBetween(a: SiteModule, b: SiteModule): number {
  const west = (m: SiteModule): number =>
    m.kind === 'grid_container' || m.kind === 'customer_switchgear' ? m.x_m + m.length_m : m.x_m
  return Math.abs(west(a) - west(b)) + Math.abs(a.y_m - b.y_m)
}

/** Cut length of a cable: (route + rises + terminations) x 1.10, whole metres. */
export function cableLength(route_m: number): RunLength {
  const [rise_m, termination_m] = [2 * RISE_M, 2 * TERMINATION_M]
  const cut = (route_m + rise_m + termination_m) * (1 + SLACK_PCT / 100)
  return {
    route_m: roundTo(route_m, 1),
    rise_m,
    termination_m,
    slack_pct: SLACK_PCT,
    cut_m: Math.ceil(roundTo(cut, 6)),
    basis: 'LE-CABLE-01 (route + 2 x 2 m rise + 2 x 3 m termination) x 1.10',
  }
}

/** Ordered length of a fibre: (route + 12 m) x 1.15, next stocked length. */
export function fibreLength(route_m: number): RunLength {
  const needed = (route_m + 12) * 1.15
  const cut = FIBRE_STEPS_M.find((step) => step >= needed) ?? Math.ceil(needed / 50) * 50
  return {
    route_m: roundTo(route_m, 1),
    rise_m: 6,
    termination_m: 6,
    slack_pct: 15,
    cut_m: cut,
    basis: 'LE-FIBRE-01 (route + 12 m) x 1.15, next stocked length',
  }
}

/** A short connection between neighbours with a given length. */
export function fixedLength(cut_m: number, basis: string): RunLength {
  return { route_m: cut_m, rise_m: 0, termination_m: 0, slack_pct: 0, cut_m, basis }
}
