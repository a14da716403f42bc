import {
  plugsText,
  roundTo,
  type AssemblyPort,
  type CableDetail,
  type PowerDesign,
  type RunLength,
} from '@edp/schemas'

import { faultFigure } from '../electrical/fault-figure.ts'
import { conductorForMetric, CONDUCTORS } from '../electrical/conductor-table.ts'
import { groupingFactor, temperatureFactor90 } from '../electrical/correction-factors.ts'
import { equipmentEarthing } from '../electrical/earthing-conductors.ts'
import { loadedConductors } from '../electrical/loaded-conductors.ts'
import { deratedAmpacity, SMALL_CONDUCTOR_MAX_A } from '../electrical/lv-cable.ts'
import { nextRatingOrLargest, OVERCURRENT_A } from '../electrical/standard-ratings.ts'
import { POWER_FACTOR } from '../electrical/system-voltages.ts'
import { voltageDrop } from '../electrical/voltage-drop.ts'
import { plainCable, trayCableDiameter } from './cable-details.ts'
import type { Source } from './typical.ts'

/** Air that cables inside a container are rated for, degC. Source: design choice, hot side of the racks. */
const INSIDE_AIR_C = 40

/** Mass of insulated copper, kg per m and mm2. Source: `assumption`, typical catalogue values. */
const COPPER_KG = 0.0115

/** Rating of power cables inside a container of which the catalogue states none, V. */
const INSIDE_V = 600

const POWER_SERVICES: ReadonlySet<AssemblyPort['service']> = new Set(['power_lv', 'power_dc', 'power_mv'])

/**
 * `runs_count` of the catalogue: for single-conductor power cables the conductors of one circuit without the earthing
 * conductor beside them, for everything else identical cables side by side. `cores_count` of a multicore cable counts its
 * earthing conductor.
 */
export function cableOf(
  source: Source,
  cable: NonNullable<Source['cable']>,
  from: AssemblyPort,
): { readonly detail: CableDetail; readonly quantity: number } {
  const power = POWER_SERVICES.has(from.service)
  const singles = power && (cable.cores_count ?? 1) === 1
  const cores = coresOf(cable, from, singles)
  const perSet = singles ? cable.runs_count : 1
  const { size_mm2: size, earth_mm2: earth } = cable
  const sizes = sizesOf(cable, power || from.service === 'earth' || from.service === 'control')
  return {
    quantity: singles ? 1 : cable.runs_count,
    detail: plainCable(cable.plugs === undefined ? cable.type : `${cable.type}, ${plugsText(cable.plugs)}`, {
      conductor: from.service === 'fibre' ? 'glass' : 'Cu',
      cores_count: cores,
      cables_per_set_count: perSet,
      neutrals_count: cable.neutrals_count,
      ...sizes,
      ...(from.service === 'control'
        ? { outer_diameter_mm: trayCableDiameter(cable.type, cores, sizes.size_awg) }
        : {}),
      fibres_count: cable.fibres_count ?? null,
      plugs: cable.plugs ?? null,
      voltage_rating_v: cable.voltage_rating_v ?? (power ? INSIDE_V : null),
      mass_kg_per_m:
        size === undefined ? null : roundTo((size * cores * perSet + (earth ?? 0)) * COPPER_KG, 2),
      install_method: source.route === 'tray' ? 'tray' : 'direct',
    }),
  }
}

/** A cable in the size that a breaker of the design asks for (240.4(D) included), where the catalogue does not know it. */
export function sizedFor(cable: Cable, tripA: number, from: AssemblyPort): Cable {
  const conductor = CONDUCTORS.find(
    (one) =>
      deratedAmpacity(one, INSIDE_AIR_C, loadedOf(cable, from)) >= tripA &&
      (SMALL_CONDUCTOR_MAX_A[one.awg] ?? Number.POSITIVE_INFINITY) >= tripA,
  )
  return conductor === undefined
    ? cable
    : { ...cable, size_mm2: conductor.mm2, earth_mm2: equipmentEarthing(tripA).mm2 }
}

/** Largest breaker that a cable of the catalogue may have: the next standard rating above its ampacity (NEC 2023, 240.4(B)), A. */
export function largestTrip(cable: Cable, from: AssemblyPort): number {
  const conductor = conductorForMetric(cable.size_mm2 ?? 0)
  return nextRatingOrLargest(OVERCURRENT_A, deratedAmpacity(conductor, INSIDE_AIR_C, loadedOf(cable, from)))
}

function loadedOf({ neutrals_count }: Cable, from: AssemblyPort): number {
  return loadedConductors(phasesOf(from), from.rating.voltage_v ?? 0, neutrals_count)
}

type Cable = NonNullable<Source['cable']>

/** Cores of one cable; a multicore cable's earthing conductor is stated by its size instead. */
function coresOf(cable: Cable, from: AssemblyPort, singles: boolean): number {
  const cores = cable.cores_count ?? cable.fibres_count ?? (from.service === 'copper' ? 8 : 1)
  return cable.earth_mm2 !== undefined && !singles ? cores - 1 : cores
}

type Sizes = Pick<CableDetail, 'size_awg' | 'size_mm2' | 'earth_size_awg' | 'earth_size_mm2'>

function sizesOf({ size_mm2, earth_mm2 }: Cable, american: boolean): Sizes {
  const awg = (mm2: number | undefined): string | null =>
    american && mm2 !== undefined ? conductorForMetric(mm2).awg : null
  return {
    size_awg: awg(size_mm2),
    size_mm2: size_mm2 ?? null,
    earth_size_awg: awg(earth_mm2),
    earth_size_mm2: earth_mm2 ?? null,
  }
}

/** Breaker of an outgoing way. */
export interface WayBreaker {
  readonly tag: string
  readonly trip_a: number | null
  readonly interrupting_ka: number | null
  readonly poles: number
}

/** An internal circuit as the design of the site sees it. */
export interface InsideCircuit {
  /** Design current where it follows from the site, else null: that of the catalogue counts, A. */
  readonly current_a: number | null
  /** Its power where it goes on outside, else null: that of the current, kW. */
  readonly load_kw: number | null
  readonly breaker: WayBreaker | null
  /** Prospective current at its start, kA. */
  readonly short_circuit_ka: number | null
}

/** Phases of what a port carries. */
export function phasesOf(from: AssemblyPort): PowerDesign['phases'] {
  if (from.service === 'power_dc') return 'dc'
  return (from.rating.phases_count ?? 3) === 3 ? '3ph' : '1ph'
}

/** Power design of an internal cable whose current the catalogue states. */
export function powerOf(
  source: Source,
  cable: CableDetail,
  from: AssemblyPort,
  to: AssemblyPort,
  length: RunLength,
  circuit: InsideCircuit,
): PowerDesign | null {
  const currentA = circuit.current_a ?? source.cable?.current_a
  const voltage = from.rating.voltage_v ?? to.rating.voltage_v
  if (currentA === undefined || voltage === undefined || cable.size_mm2 === null) return null
  const conductor = conductorForMetric(cable.size_mm2)
  const phases = phasesOf(from)
  const powerFactor = phases === 'dc' ? 1 : POWER_FACTOR
  const factor = phases === '3ph' ? Math.sqrt(3) : 1
  const loaded = loadedConductors(phases, voltage, cable.neutrals_count)
  const derated = deratedAmpacity(conductor, INSIDE_AIR_C, loaded)
  const drop = voltageDrop({
    phases,
    voltage_v: voltage,
    current_a: currentA,
    length_m: length.cut_m,
    power_factor: powerFactor,
    resistance_ohm_per_km: conductor.r,
    reactance_ohm_per_km: conductor.x,
  })
  return {
    voltage_v: voltage,
    phases,
    leg: from.rating.leg ?? null,
    load_kw: circuit.load_kw ?? roundTo((factor * voltage * currentA * powerFactor) / 1000, 1),
    power_factor: powerFactor,
    design_current_a: roundTo(currentA, 1),
    ...protectionOf(circuit),
    field_switch: null,
    ambient_c: INSIDE_AIR_C,
    temperature_factor: temperatureFactor90(INSIDE_AIR_C),
    grouping_factor: groupingFactor(loaded),
    ampacity_base_a: conductor.amps90,
    ampacity_derated_a: roundTo(derated, 1),
    utilisation_pct: roundTo((100 * currentA) / derated, 1),
    resistance_ohm_per_km: roundTo(conductor.r, 4),
    reactance_ohm_per_km: roundTo(conductor.x, 4),
    voltage_drop_v: roundTo(drop.volt, 2),
    voltage_drop_pct: roundTo(drop.pct, 2),
  }
}

type Protected = 'protection_tag' | 'protection_a' | 'protection_ka' | 'protection_poles' | 'short_circuit_ka'

function protectionOf({ breaker, short_circuit_ka }: InsideCircuit): Pick<PowerDesign, Protected> {
  return {
    protection_tag: breaker?.tag ?? null,
    protection_a: breaker?.trip_a ?? null,
    protection_ka: breaker?.interrupting_ka ?? null,
    protection_poles: breaker?.poles ?? null,
    short_circuit_ka: short_circuit_ka === null ? null : faultFigure(short_circuit_ka),
  }
}
