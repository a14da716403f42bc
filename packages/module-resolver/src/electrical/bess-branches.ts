import {
  roundTo,
  type BessBranch,
  type BessBranchUnit,
  type BessUnitType,
  type SiteModule,
} from '@edp/schemas'

import { converterKva } from '../bess/size-bess.ts'
import { connectionId } from '../connections/connection-id.ts'
import { modulesOf, type BlockInput } from './block-input.ts'
import { adjustableTrip, continuousTrip, lvBreaker, mvBreaker } from './breakers.ts'
import { DC_FUSE_A, nextRatingOrLargest, SKID_TRANSFORMER_KVA } from './standard-ratings.ts'
import { LV_V, MV_V } from './system-voltages.ts'
import { fullLoadCurrent, impedancePct, interruptingKa, LARGEST_INTERRUPTING_KA } from './transformers.ts'

/** Battery units of one collector chain (docs/conventions.md). */
const CHAIN_UNITS = 4

/** AC voltage of a converter on the skid, V: reached from the lowest battery voltage. Source: makers' skid data. */
const SKID_PCS_V = 690

/** Medium-voltage collectors with their battery units, chains of four. */
export function bessBranchesOf(input: BlockInput, busKa: number): BessBranch[] {
  const { bess, head, first } = input
  if (bess === null) return []
  const skids = new Map(modulesOf(input, 'bess_skid').map((skid) => [skid.parent_module_id, skid]))
  const units = modulesOf(input, 'bess_unit').map((unit) =>
    unitOf(input, bess, unit, skids.get(unit.module_id)),
  )
  const chains = Array.from({ length: Math.ceil(units.length / CHAIN_UNITS) }, (_, i) =>
    units.slice(i * CHAIN_UNITS, (i + 1) * CHAIN_UNITS),
  )
  return chains.map((chain, index): BessBranch => {
    const tag = `52-B${first.collector + index}`
    const currentA = chain.reduce((sum, unit) => sum + fullLoadCurrent(unit.pcs_kva, MV_V), 0)
    return {
      tag,
      breaker: mvBreaker(tag, 'collector', currentA, busKa),
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
): BessBranchUnit {
  if (skid === undefined) throw new RangeError(`${unit.designation} has no skid beside it`)
  const external = type.output === 'dc'
  const pcsKva = converterKva(type, input.resolution.climate_zone)
  const transformerKva = nextRatingOrLargest(SKID_TRANSFORMER_KVA, pcsKva)
  const acV = external ? SKID_PCS_V : LV_V
  // The battery's continuous power bounds the current in service. Breaker and cable take what the converter can give,
  // reactive power included: its rated output counts (NEC 2023, 705.28(A) and 706.30).
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
    ...dcSide(type),
    ac_voltage_v: acV,
    ac_current_a: roundTo(acA, 1),
    ac_breaker: {
      ...lvBreaker(
        `52-${skid.designation}`,
        'skid',
        ratedA > 800 ? adjustableTrip(ratedA) : continuousTrip(ratedA),
        interruptingKa(transformerKva, acV, 0) ?? LARGEST_INTERRUPTING_KA,
      ),
      voltage_v: acV,
      vt_ratio: `${acV}:120`,
      scope: 'bought_in',
    },
    transformer_kva: transformerKva,
    transformer_impedance_pct: impedancePct(transformerKva),
    transformer_vector_group: 'Dyn1',
    power_connection_ids: [connectionId(external ? 'PD' : 'PL', unit.designation, skid.designation, '01')],
  }
}

type DcSide = Pick<BessBranchUnit, 'dc_min_v' | 'dc_max_v' | 'dc_current_a' | 'dc_protection'>

/** Current and fuses of a battery with a DC output: the current is greatest at the lowest voltage. */
function dcSide(type: BessUnitType): DcSide {
  if (type.output === 'ac') return { dc_min_v: null, dc_max_v: null, dc_current_a: null, dc_protection: null }
  const currentA = dcCurrent(type)
  const fuseA = dcFuse(type)
  return {
    dc_min_v: type.voltage_min_v,
    dc_max_v: type.voltage_max_v,
    dc_current_a: roundTo(currentA, 1),
    dc_protection: `${type.rack_circuits_count} x 2-pole fused isolator 89-DC, ${fuseA} A, ${type.voltage_max_v} V DC; 72-DC ${continuousTrip(currentA)} A; 64D insulation monitor`,
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
