import { roundTo } from '@edp/schemas'

import { SPINE_KW } from '../loads/spine-power.ts'
import { continuousTrip } from './breakers.ts'
import { SELECTIVE_RATIO } from './grading.ts'
import { nextRatingOrLargest, OVERCURRENT_A, type RatingSteps } from './standard-ratings.ts'
import { IT_V, LV_V, POWER_FACTOR } from './system-voltages.ts'
import { fullLoadCurrent } from './transformers.ts'

/** Designation of the transformer of the spine racks inside the container that holds them, and of the board behind it. */
export const SPINE_TRANSFORMER = 'TX2'
export const SPINE_BOARD = 'SPB'

/** First letters of a rack of spines: SPN1, SPN2. */
export const SPINE_RACK = 'SPN'

/** Dry-type transformers for the switches, kVA: their power supplies take 200 to 240 V, which 480Y/277 V does not give. */
const SPINE_SUPPLY_KVA: RatingSteps = [15, 30, 45, 75, 112.5, 150, 225, 300]

/** Impedance of a dry-type transformer of that size, %. Source: `assumption`, common US product lines. */
export const SPINE_IMPEDANCE_PCT = 4

/** Delta towards the board, earthed wye towards the racks. Source: design choice, as the transformer of a container. */
export const SPINE_VECTOR_GROUP = 'Dyn1'

/** Transformer of the spine racks: one rating for the site, that of the container with the most spines. */
export interface SpineSupply {
  /** Switches of the container with the most. */
  readonly spines_count: number
  /** Greatest load of the switches, kW. */
  readonly load_kw: number
  readonly kva: number
  /** Breaker of its primary, A: 125 % of the full-load current, next standard rating. Source: NEC 2023, 450.3(B) note 1. */
  readonly primary_a: number
  /**
   * Breaker of its secondary, the main of the board, A: the largest standard rating within 125 % of its current, or the next one above where
   * that makes the main selective. Source: NEC 2023, Table 450.3(B) note 1; the conductors carry the main in full (240.21(C)).
   */
  readonly secondary_a: number
  /** Pairs of rack PDUs, A and B, each PDU for the whole load of its pair. */
  readonly pdu_pairs: number
  /** Greatest load of a PDU, A: that of its pair. */
  readonly pdu_load_a: number
  /** Breaker of the way of a PDU, A: the inlet of the PDU, or what the load asks for where the main of the board is not selective with that. */
  readonly way_a: number
  /** Inlet of a PDU, A. */
  readonly pdu_inlet_a: number
}

/** Inlets of rack PDUs at 415 V, three phases with neutral, A. Source: IEC 60309-2, ratings of its series II for North America. */
const PDU_INLETS_A: RatingSteps = [20, 30, 60]

/** What a rack PDU may carry behind a breaker, kVA: 80 % of it, continuous (NEC 2023, 210.20(A)). */
export function pduKva(wayA: number): number {
  return roundTo((Math.sqrt(3) * IT_V * 0.8 * wayA) / 1000, 1)
}

/** Mains that a transformer may have behind it, A: the largest standard rating within 125 % of its current, and the next one. */
function secondariesA(kva: number): number[] {
  const most = 1.25 * fullLoadCurrent(kva, IT_V)
  return [Math.max(...OVERCURRENT_A.filter((step) => step <= most)), nextRatingOrLargest(OVERCURRENT_A, most)]
}

/** Breaker of the primary of a transformer, A. */
function primaryA(kva: number): number {
  return nextRatingOrLargest(OVERCURRENT_A, 1.25 * fullLoadCurrent(kva, LV_V))
}

/** Transformer, main and way that go together. */
type Board = Pick<SpineSupply, 'kva' | 'secondary_a' | 'way_a'>

/**
 * Whether a fault behind one PDU leaves the other on: the main of the board and the breaker of the transformer, whose current is that of the
 * way on the other side, are so far above the way that their bands do not meet.
 */
function isSelective({ kva, secondary_a, way_a }: Board): boolean {
  const wayOnPrimaryA = (way_a * IT_V) / LV_V
  return secondary_a >= SELECTIVE_RATIO * way_a && primaryA(kva) >= SELECTIVE_RATIO * wayOnPrimaryA
}

/** Smallest transformer of which a main carries the load at 80 % (NEC 2023, 215.3) and is selective with the ways, widest way first. */
function boardFor(loadKva: number, ways: readonly number[]): Board {
  const load_a = fullLoadCurrent(loadKva, IT_V)
  const boards = SPINE_SUPPLY_KVA.flatMap((kva) =>
    secondariesA(kva).flatMap((secondary_a) => ways.map((way_a) => ({ kva, secondary_a, way_a }))),
  ).filter(({ kva, secondary_a }) => kva >= loadKva && secondary_a >= 1.25 * load_a)
  const found = boards.find(isSelective)
  if (found === undefined)
    throw new RangeError(`no transformer for ${loadKva} kVA of spines behind ways of ${ways.join(', ')} A`)
  return found
}

/** The supply of so many spines in one container; null where a site has none. */
export function spineSupply(most_spines: number): SpineSupply | null {
  if (most_spines === 0) return null
  const load_kw = most_spines * SPINE_KW
  const loadKva = load_kw / POWER_FACTOR
  const pdu_pairs = Math.ceil(loadKva / pduKva(Math.max(...PDU_INLETS_A)))
  const pdu_load_a = fullLoadCurrent(loadKva / pdu_pairs, IT_V)
  const least_a = continuousTrip(pdu_load_a)
  const pdu_inlet_a = nextRatingOrLargest(PDU_INLETS_A, least_a)
  const { kva, secondary_a, way_a } = boardFor(loadKva, [pdu_inlet_a, least_a])
  return {
    spines_count: most_spines,
    load_kw,
    kva,
    primary_a: primaryA(kva),
    secondary_a,
    pdu_pairs,
    pdu_load_a,
    way_a,
    pdu_inlet_a,
  }
}
