import { roundTo, type BlockElectrical, type Transformer } from '@edp/schemas'

import { converterKva } from '../bess/size-bess.ts'
import { connectionId } from '../connections/connection-id.ts'
import { bessBranchesOf } from './bess-branches.ts'
import { blockEarthing } from './block-earthing.ts'
import { isByOthers, modulesOf, switchgearScope, type BlockInput } from './block-input.ts'
import { lvBreaker, mainTrip, MV_VT_RATIO, mvBreaker, mvShortCircuitRating } from './breakers.ts'
import { largestContainerTrip } from './container-load.ts'
import { earthingTransformerOf } from './earthing-transformer.ts'
import { emergencyOffOf, withLockOut } from './emergency-off.ts'
import { faultFigure } from './fault-figure.ts'
import { feedersOf, type Section } from './feeders.ts'
import { busMva } from './source-strength.ts'
import { MV_FRAME_A, nextRatingOrLargest } from './standard-ratings.ts'
import { withGrading } from './grading.ts'
import { requiredMvCable, requiredSecondary } from './required-cables.ts'
import { interlocksOf } from './interlocks.ts'
import { islandProtectionOf } from './island-protection.ts'
import { TRANSFORMER_CONTACTS } from './transformer-contacts.ts'
import { busTies, lvBus, motorKa } from './lv-sections.ts'
import { withProtectionDevices } from './protection-devices.ts'
import { dischargeKva, suppliesOf, supplyStrengths } from './supplies.ts'
import { LV_V, MV_V, POWER_FACTOR } from './system-voltages.ts'
import {
  fullLoadCurrent,
  impedancePct,
  interruptingKa,
  LARGEST_INTERRUPTING_KA,
  transformerShortCircuitKa,
} from './transformers.ts'

/**
 * Electrical design of one block. Without a grid container everything up to the feeder breakers is the customer's: the
 * design then states the ratings that the customer's equipment must have.
 */
export function blockElectrical(input: BlockInput): BlockElectrical {
  const { plan, block } = input
  const scope = switchgearScope(input)
  const busA = mvBusCurrent(input)
  const interlocked = input.payload.grid_connection === 'grid_backup'
  const sourceMva = busMva(supplyStrengths(input), interlocked, converterKvaOf(input))
  const mvKa = sourceMva / (Math.sqrt(3) * (MV_V / 1000))
  const earthing = earthingTransformerOf(input, mvKa)
  const transformers = transformersOf(input, sourceMva, mvKa)
  const lvBuses = transformers.map((t) => lvBus(input, t, transformers.length))
  const sections = lvBuses.map((bus): Section => ({ tag: bus.tag, interrupting_ka: bus.withstand_ka }))
  const ownTies = busTies(input, transformers, sections)
  const branches = bessBranchesOf(input, mvKa)
  const supplies = suppliesOf(input, mvKa, [
    ...transformers.map((t) => t.primary_breaker.trip_a),
    ...branches.map((branch) => branch.breaker.trip_a),
  ])
  const designed = withGrading(
    withProtectionDevices({
      block_id: block.block_id,
      demand_kw: roundTo(plan.demand_kw, 1),
      demand_kva: roundTo(plan.demand_kva, 1),
      supplies,
      mv_bus: {
        tag: `MVS${block.ordinal}`,
        voltage_v: MV_V,
        rating_a: nextRatingOrLargest(MV_FRAME_A, Math.max(busA, MV_BUS_MINIMUM_A)),
        short_circuit_ka: faultFigure(mvKa),
        greatest_ka: null,
        withstand_ka: mvShortCircuitRating(mvKa),
        vt_ratio: MV_VT_RATIO,
        surge_protection: null,
        module_id: input.head.module_id,
        scope,
      },
      earthing_transformer: earthing,
      transformers,
      lv_buses: lvBuses,
      bus_ties: ownTies,
      feeders: feedersOf(input, sections),
      bess_branches: branches,
      island: null,
      interlocks: [],
      emergency_off: null,
      earthing: blockEarthing(input),
    }),
  )
  const emergency_off = scope === 'by_others' ? null : emergencyOffOf(designed)
  const facts = {
    apart: interlocked,
    redundant: isRedundant(plan),
    scope,
    ordinal: block.ordinal,
    emergency_off,
  }
  return {
    ...withLockOut(designed, emergency_off),
    emergency_off,
    island: islandProtectionOf(designed),
    interlocks: interlocksOf(designed, facts),
  }
}

/** Smallest metal-clad line-up that is bought. Source: design choice, one frame for the catalogue's switchgear. */
const MV_BUS_MINIMUM_A = 1200

/** Current of the medium-voltage bus, A: demand with charging, or the battery's full discharge, whichever is larger. */
function mvBusCurrent(input: BlockInput): number {
  const importKva = (input.plan.demand_kw + input.charge_kw) / POWER_FACTOR
  return fullLoadCurrent(Math.max(importKva, dischargeKva(input)), MV_V)
}

function converterKvaOf(input: BlockInput): number {
  const { bess } = input
  return bess === null
    ? 0
    : modulesOf(input, 'bess_unit').length * converterKva(bess, input.resolution.climate_zone)
}

function transformersOf(input: BlockInput, sourceMva: number, mvKa: number): Transformer[] {
  const { plan, head, first } = input
  const kva = plan.transformer_kva
  const byOthers = isByOthers(input)
  const modules = modulesOf(input, 'unit_transformer')
  const primaryA = fullLoadCurrent(kva, MV_V)
  const secondaryA = fullLoadCurrent(kva, LV_V)
  const faultKa = transformerShortCircuitKa(kva, LV_V, sourceMva)
  return Array.from({ length: plan.transformers }, (_, index): Transformer => {
    const module = byOthers ? head : modules[index]
    if (module === undefined)
      throw new RangeError(`${input.block.block_id} has no place for transformer ${index + 1}`)
    const ordinal = first.transformer + index
    const tag = byOthers ? `T${String(ordinal).padStart(2, '0')}` : module.designation
    const scope = switchgearScope(input)
    const primary = mvBreaker(`52-T${ordinal}`, 'transformer', primaryA, mvKa, { scope })
    const main = lvBreaker(
      `52-M${ordinal}`,
      'main',
      mainTrip(secondaryA, largestContainerTrip(input)),
      interruptingKa(kva, LV_V, motorKa(input, plan.transformers)) ?? LARGEST_INTERRUPTING_KA,
      scope,
    )
    const secondary = byOthers ? requiredSecondary({ breaker: main, load_a: secondaryA }, input) : null
    return {
      tag,
      module_id: module.module_id,
      rating_kva: kva,
      primary_v: MV_V,
      secondary_v: LV_V,
      impedance_pct: impedancePct(kva),
      vector_group: 'Dyn1',
      cooling: 'KNAN',
      primary_a: roundTo(primaryA, 1),
      secondary_a: roundTo(secondaryA, 1),
      loading_pct: roundTo((100 * plan.demand_kva) / (plan.transformers * kva), 1),
      short_circuit_ka: faultFigure(faultKa),
      primary_breaker: primary,
      secondary_breaker: main,
      contacts: [...TRANSFORMER_CONTACTS],
      winding_sensor: byOthers ? null : { signal: '4-20 mA', read_by: `xfm-0${index + 1}` },
      bonding_jumper_awg: secondary?.bonding_jumper_awg ?? null,
      electrode: secondary === null ? null : { connection_id: null, size_awg: secondary.electrode_awg },
      bus_tag: `LVS${ordinal}`,
      primary_connection_id: byOthers ? null : connectionId('PM', head.designation, tag, '01'),
      secondary_connection_id: byOthers ? null : connectionId('PL', tag, head.designation, '01'),
      required_cables:
        secondary === null
          ? null
          : {
              primary: requiredMvCable({ breaker: primary, load_a: primaryA }, mvKa, input),
              secondary: secondary.cable,
            },
    }
  })
}

/** Whether the transformers that are left carry the demand with one of them out of service. */
function isRedundant(plan: BlockInput['plan']): boolean {
  return (plan.transformers - 1) * plan.transformer_kva >= plan.demand_kva
}
