import { roundTo, type RunLength, type SiteModule } from '@edp/schemas'

import type { InsideWay } from './plate-way.ts'

/** Rise or drop at each end, termination tail at each end, m. Source: design choice. */
const RISE_M = 2
const TERMINATION_M = 3
/** Source: cable schedule practice of a US utility project, 10 % on the routed centre line. */
const SLACK_PCT = 10

/** Fibre: rises and tails together, m, and slack, %. Source: design choice. */
const FIBRE_TAILS_M = 12
const FIBRE_SLACK_PCT = 15
/** Fibre is stocked in these lengths, m; beyond them in steps of 50 m. Source: `assumption`. */
const FIBRE_STEPS_M: readonly number[] = [10, 15, 20, 30, 50, 100]

/** Rectangular route on the site plan between the south-west corners that the modules are placed by, m. */
export function routeBetween(a: SiteModule, b: SiteModule): number {
  return Math.abs(a.x_m - b.x_m) + Math.abs(a.y_m - b.y_m)
}

/** Way of a cable between two modules: on the site plan, and inside one of them where it goes on to a device there. */
export interface Route {
  readonly plan_m: number
  readonly inside: InsideWay | null
}

/** A route that ends at both modules. */
export function onPlan(plan_m: number): Route {
  return { plan_m, inside: null }
}

/** Route and rise of a cable, m, those inside among them, and the rule that they follow there. */
function pathOf({ plan_m, inside }: Route): {
  readonly route: number
  readonly up: number
  readonly rule: string
} {
  if (inside === null) return { route: plan_m, up: 0, rule: '' }
  const { plate_id, device, route_m, rise_m } = inside
  return {
    route: plan_m + route_m,
    up: rise_m,
    rule: `; LE-PLATE-01: plan to plate ${plate_id}, inside ${route_m} m of route and ${rise_m} m of rise to ${device}`,
  }
}

/** Cut length of a cable: (route + rises + terminations) x 1.10, whole metres. */
export function cableLength(way: Route): RunLength {
  const { route, up, rule } = pathOf(way)
  const rise = 2 * RISE_M + up
  const termination_m = 2 * TERMINATION_M
  const needed = (route + rise + termination_m) * (1 + SLACK_PCT / 100)
  return {
    route_m: roundTo(route, 1),
    rise_m: roundTo(rise, 1),
    termination_m,
    slack_pct: SLACK_PCT,
    cut_m: Math.ceil(roundTo(needed, 6)),
    basis: `LE-CABLE-01: (route + 2 x 2 m rise + 2 x 3 m termination) x 1.10${rule}`,
  }
}

/** Length of a pipe of others: its route and a rise at each end, whole metres. */
export function pipeLength(routeM: number): RunLength {
  const rise_m = 2 * RISE_M
  return {
    route_m: roundTo(routeM, 1),
    rise_m,
    termination_m: 0,
    slack_pct: 0,
    cut_m: Math.ceil(roundTo(routeM + rise_m, 6)),
    basis: 'LE-PIPE-01: route + 2 x 2 m rise',
  }
}

/** Ordered length of a fibre: (route + 12 m) x 1.15, next stocked length. */
export function fibreLength(way: Route): RunLength {
  const needed = fibreNeeded(way)
  const cut_m = FIBRE_STEPS_M.find((step) => step >= needed) ?? Math.ceil(needed / 50) * 50
  return fibreRun(way, cut_m, 'LE-FIBRE-01: (route + 12 m) x 1.15, next stocked length')
}

/** Trunks come made up with their connectors, in steps of 5 m and above 50 m of 10 m. Source: `assumption`. */
const TRUNK_STEPS_M = { fine: 5, fine_up_to: 50, coarse: 10 } as const

/** Made-up length of a fabric trunk: (route + 12 m) x 1.15, next step. */
export function trunkLength(way: Route): RunLength {
  const { fine, fine_up_to, coarse } = TRUNK_STEPS_M
  const needed = fibreNeeded(way)
  const step = needed > fine_up_to ? coarse : fine
  return fibreRun(
    way,
    Math.ceil(needed / step) * step,
    `LE-FIBRE-02: (route + 12 m) x 1.15, made up in steps of ${fine} m, above ${fine_up_to} m of ${coarse} m`,
  )
}

/** Glass that a way needs with its slack, m. */
function fibreNeeded(way: Route): number {
  const { route, up } = pathOf(way)
  return roundTo((route + up + FIBRE_TAILS_M) * (1 + FIBRE_SLACK_PCT / 100), 6)
}

function fibreRun(way: Route, cut_m: number, basis: string): RunLength {
  const { route, up, rule } = pathOf(way)
  return {
    route_m: roundTo(route, 1),
    rise_m: roundTo(FIBRE_TAILS_M / 2 + up, 1),
    termination_m: FIBRE_TAILS_M / 2,
    slack_pct: FIBRE_SLACK_PCT,
    cut_m,
    basis: `${basis}${rule}`,
  }
}

/** A connection between neighbours whose length is given. */
export function fixedLength(cutM: number, basis: string): RunLength {
  return { route_m: cutM, rise_m: 0, termination_m: 0, slack_pct: 0, cut_m: cutM, basis }
}

/**
 * The site drain has a gully between each container and its heat rejection unit: what runs there without pressure is short and falls
 * all the way. Length, m: design choice.
 */
const GULLY_M = 6

/** Length of what drains to the gully beside a module; the working is one line for all modules of a kind. */
export function gullyLength(kind: string): RunLength {
  return fixedLength(GULLY_M, `LE-HOSE-01: fixed, ${kind} to the gully of the site drain beside it`)
}
