import { SPINE_KW } from '../loads/spine-power.ts'
import { nextRatingOrLargest, OVERCURRENT_A, type RatingSteps } from './standard-ratings.ts'
import { IT_V, LV_V, POWER_FACTOR } from './system-voltages.ts'
import { fullLoadCurrent } from './transformers.ts'

/** Designation of the transformer of the spine racks inside the container that holds them, and of the board behind it. */
export const SPINE_TRANSFORMER = 'TX2'
export const SPINE_BOARD = 'SPB'

/** Dry-type transformers for the switches, kVA: their power supplies take 200 to 240 V, which 480Y/277 V does not give. */
const SPINE_SUPPLY_KVA: RatingSteps = [15, 30, 45, 75, 112.5, 150]

/** Impedance of a dry-type transformer of that size, %. Source: `assumption`, common US product lines. */
export const SPINE_IMPEDANCE_PCT = 4

/** Delta towards the board, earthed wye towards the racks. Source: design choice, as the transformer of a container. */
export const SPINE_VECTOR_GROUP = 'Dyn1'

/** Transformer of the spine racks: one rating for the site, that of the container with the most spines. */
export interface SpineSupply {
  /** Greatest load of the switches, kW. */
  readonly load_kw: number
  readonly kva: number
  /** Breaker of its primary, A: 125 % of the full-load current, next standard rating. Source: NEC 2023, 450.3(B) note 1. */
  readonly primary_a: number
  /** Breaker of its secondary, A: the largest standard rating within 125 %. Source: NEC 2023, 450.3(B), 240.21(C). */
  readonly secondary_a: number
  /** Pairs of rack PDUs, A and B, each PDU for the whole load of its pair. */
  readonly pdu_pairs: number
}

/** Greatest load of a rack PDU, kVA: 415 V, three phases, 60 A at 80 %. Source: NVIDIA DGX data centre guide. */
const PDU_KVA = 34.5

/** The supply of so many spines in one container; null where a site has none. */
export function spineSupply(most_spines: number): SpineSupply | null {
  if (most_spines === 0) return null
  const load_kw = most_spines * SPINE_KW
  const loadKva = load_kw / POWER_FACTOR
  const kva = nextRatingOrLargest(SPINE_SUPPLY_KVA, loadKva)
  const within = OVERCURRENT_A.filter((step) => step <= 1.25 * fullLoadCurrent(kva, IT_V))
  return {
    load_kw,
    kva,
    primary_a: nextRatingOrLargest(OVERCURRENT_A, 1.25 * fullLoadCurrent(kva, LV_V)),
    secondary_a: Math.max(...within),
    pdu_pairs: Math.ceil(loadKva / PDU_KVA),
  }
}
