import {
  roundTo,
  type BessBranch,
  type BessBranchUnit,
  type BessUnitType,
  type Breaker,
  type DirectCurrent,
  type RingMainUnit,
  type SiteModule,
} from '@edp/schemas'

import { converterKva } from '../bess/size-bess.ts'
import { connectionId } from '../connections/connection-id.ts'
import { TRANSFORMER_CONTACTS } from './transformer-contacts.ts'
import { modulesOf, type BlockInput } from './block-input.ts'
import {
  adjustableTrip,
  continuousTrip,
  lvBreaker,
  lvBreakerKind,
  mvBreaker,
  mvShortCircuitRating,
  pickUp,
} from './breakers.ts'
import { settingAbove } from './grading.ts'
import { PROTECTION_FUNCTIONS } from './protection-functions.ts'
import { skidVoltageInputs } from './skid-sensing.ts'
import {
  DC_FUSE_A,
  DC_INTERRUPTING_KA,
  DC_VOLTAGE_V,
  nextRatingOrLargest,
  SKID_TRANSFORMER_KVA,
} from './standard-ratings.ts'
import { MV_V, skidVoltage } from './system-voltages.ts'
import { fullLoadCurrent, impedancePct, interruptingKa, LARGEST_INTERRUPTING_KA } from './transformers.ts'

/** Battery units of one collector chain (docs/conventions.md). */
const CHAIN_UNITS = 4

/** Medium-voltage collectors with their battery units, chains of four. */
export function bessBranchesOf(input: BlockInput, busKa: number): BessBranch[] {
  const { bess, head, first } = input
  if (bess === null) return []
  const skids = new Map(modulesOf(input, 'bess_skid').map((skid) => [skid.parent_module_id, skid]))
  const units = modulesOf(input, 'bess_unit').map((unit) =>
    unitOf(input, bess, unit, skids.get(unit.module_id), busKa),
  )
  const chains = Array.from({ length: Math.ceil(units.length / CHAIN_UNITS) }, (_, i) =>
    units.slice(i * CHAIN_UNITS, (i + 1) * CHAIN_UNITS),
  )
  return chains.map((chain, index): BessBranch => {
    const tag = `52-B${first.collector + index}`
    const currentA = chain.reduce((sum, unit) => sum + fullLoadCurrent(unit.pcs_kva, MV_V), 0)
    return {
      tag,
      breaker: mvBreaker(tag, 'collector', currentA, busKa, {
        leastA: settingAbove(chain.map((unit) => unit.ring_main.breaker.trip_a)),
      }),
      current_a: roundTo(currentA, 1),
      collector_connection_ids: chain.map((unit, i) =>
        connectionId(
          'PM',
          i === 0 ? head.designation : (chain[i - 1]?.skid_designation ?? ''),
          unit.skid_designation,
          '01',
        ),
      ),
      units: chain,
    }
  })
}

function unitOf(
  input: BlockInput,
  type: BessUnitType,
  unit: SiteModule,
  skid: SiteModule | undefined,
  busKa: number,
): BessBranchUnit {
  if (skid === undefined) throw new RangeError(`${unit.designation} has no skid beside it`)
  const external = type.output === 'dc'
  const pcsKva = converterKva(type, input.resolution.climate_zone)
  const transformerKva = nextRatingOrLargest(SKID_TRANSFORMER_KVA, pcsKva)
  const acV = skidVoltage(type)
  // The battery's continuous power bounds the active current. Breaker and cable take what the converter can give, reactive
  // power included: its rated output counts (NEC 2023, 705.28(A) and 706.30).
  const acA = fullLoadCurrent(type.power_kw, acV)
  const ratedA = fullLoadCurrent(pcsKva, acV)
  return {
    module_id: unit.module_id,
    designation: unit.designation,
    skid_module_id: skid.module_id,
    skid_designation: skid.designation,
    energy_mwh: type.energy_mwh,
    power_kw: type.power_kw,
    pcs_tag: external ? `PCS-${skid.designation}` : null,
    pcs_kva: pcsKva,
    pcs_location: external ? 'skid' : 'battery enclosure',
    dc: directCurrent(type),
    ac_voltage_v: acV,
    ac_current_a: roundTo(acA, 1),
    ac_rated_a: roundTo(ratedA, 1),
    ac_breaker: skidBreaker(skid, ratedA, transformerKva, acV),
    voltage_inputs: skidVoltageInputs(acV, PROTECTION_FUNCTIONS.skid),
    ring_main: ringMain(skid, fullLoadCurrent(transformerKva, MV_V), busKa),
    transformer_kva: transformerKva,
    transformer_impedance_pct: impedancePct(transformerKva),
    transformer_vector_group: 'Dyn1',
    transformer_contacts: [...TRANSFORMER_CONTACTS],
    power_connection_ids: [connectionId(external ? 'PD' : 'PL', unit.designation, skid.designation, '01')],
  }
}

/** Breaker between a skid's transformer and its converter. */
function skidBreaker(skid: SiteModule, ratedA: number, transformerKva: number, acV: number): Breaker {
  const trip = skidTrip(ratedA)
  const ka = interruptingKa(transformerKva, acV, 0, lvBreakerKind(trip)) ?? LARGEST_INTERRUPTING_KA
  return {
    ...lvBreaker(`52-${skid.designation}`, 'skid', trip, ka),
    voltage_v: acV,
    scope: 'bought_in',
  }
}

/** Trip of a skid's breaker for the rated output of its converter, A. */
function skidTrip(ratedA: number): number {
  return lvBreakerKind(ratedA) === 'ACB' ? adjustableTrip(ratedA) : continuousTrip(ratedA)
}

/** Continuous current of the switches of a ring main unit, A. Source: `assumption`, 15 kV class product lines. */
const RING_A = 600

/**
 * Ring main unit of a skid: a fault in one skid's transformer opens its own breaker, not the collector of the chain, and a
 * skid can be isolated while the others of the chain run. Its relay has sensors of its own and needs no supply.
 */
function ringMain(skid: SiteModule, transformerA: number, busKa: number): RingMainUnit {
  const { designation } = skid
  return {
    tag: `RMU-${designation}`,
    rating_a: RING_A,
    short_circuit_ka: mvShortCircuitRating(busKa),
    incoming_tag: `89-${designation}A`,
    outgoing_tag: `89-${designation}B`,
    breaker: {
      ...mvBreaker(`52-${designation}H`, 'skid_primary', transformerA, busKa, { scope: 'bought_in' }),
      ct_ratio: null,
      ct_accuracy: null,
      emergency_lock_out: null,
      relay_from_a: null,
      trip_a: pickUp(transformerA),
    },
  }
}

/** Short-circuit current of a lithium iron phosphate battery over its one-hour current. Source: `assumption`, its maker confirms it. */
const BATTERY_FAULT = 10

/**
 * Protection of a battery with a DC output: the current is greatest at the lowest voltage. Its circuits are parallel at the
 * converter, so that a fault in one is fed from its racks and over the converter's bus from the other circuits: each has
 * fuses at both ends (NEC 2023, 240.21 and 706.31). All devices hold the short-circuit current of the whole unit.
 */
function directCurrent(type: BessUnitType): DirectCurrent | null {
  if (type.output === 'ac') return null
  const currentA = dcCurrent(type)
  const shortCircuitKa = (BATTERY_FAULT * type.energy_mwh * 1000) / type.voltage_nominal_v
  return {
    min_v: type.voltage_min_v,
    max_v: type.voltage_max_v,
    current_a: roundTo(currentA, 1),
    rated_v: nextRatingOrLargest(DC_VOLTAGE_V, type.voltage_max_v),
    circuits_count: type.rack_circuits_count,
    fuse_a: dcFuse(type),
    battery_device: '89-DC',
    converter_device: '89-DCP',
    breaker: '72-DC',
    breaker_trip_a: continuousTrip(currentA),
    monitor: '64D',
    short_circuit_ka: roundTo(shortCircuitKa, 1),
    interrupting_ka: nextRatingOrLargest(DC_INTERRUPTING_KA, shortCircuitKa),
  }
}

/** Current of a DC battery at its lowest voltage, A. */
export function dcCurrent(type: BessUnitType): number {
  return (type.power_kw * 1000) / type.voltage_min_v
}

/** Fuse of each rack circuit, A: 125 % of its share of the current, next standard link. */
export function dcFuse(type: BessUnitType): number {
  return nextRatingOrLargest(DC_FUSE_A, (dcCurrent(type) / type.rack_circuits_count) * 1.25)
}
