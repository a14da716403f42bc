import { roundTo, type AssemblyPort, type CableDetail, type PowerDesign, type RunLength } from '@edp/schemas'

import { continuousTrip } from '../electrical/breakers.ts'
import { conductorForMetric } from '../electrical/conductor-table.ts'
import { temperatureFactor90 } from '../electrical/correction-factors.ts'
import { deratedAmpacity } from '../electrical/lv-cable.ts'
import { POWER_FACTOR } from '../electrical/system-voltages.ts'
import { voltageDrop } from '../electrical/voltage-drop.ts'
import { plainCable } from './cable-details.ts'
import type { Source } from './typical.ts'

/** Air that cables inside a container are rated for, degC. Source: design choice, hot side of the racks. */
const INSIDE_AIR_C = 40

/** Mass of insulated copper, kg per m and mm2. Source: `assumption`, typical catalogue values. */
const COPPER_KG = 0.0115

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
  const american = power || from.service === 'earth'
  const singles = power && (cable.cores_count ?? 1) === 1
  const cores = cable.cores_count ?? cable.fibres_count ?? (from.service === 'copper' ? 8 : 1)
  const perSet = singles ? cable.runs_count : 1
  const size = cable.size_mm2
  const earth = cable.earth_mm2
  const inside = earth !== undefined && !singles
  const copper = (size ?? 0) * cores * perSet + (earth === undefined || inside ? 0 : earth)
  return {
    quantity: singles ? 1 : cable.runs_count,
    detail: plainCable(cable.type, {
      conductor: from.service === 'fibre' ? 'glass' : 'Cu',
      cores_count: inside ? cores - 1 : cores,
      cables_per_set_count: perSet,
      neutrals_count: cable.neutrals_count,
      size_awg: american && size !== undefined ? conductorForMetric(size).awg : null,
      size_mm2: size ?? null,
      earth_size_awg: earth === undefined ? null : conductorForMetric(earth).awg,
      earth_size_mm2: earth ?? null,
      fibres_count: cable.fibres_count ?? null,
      voltage_rating_v: power ? 600 : null,
      mass_kg_per_m: size === undefined ? null : roundTo(copper * COPPER_KG, 2),
      install_method: source.route === 'tray' ? 'tray' : 'direct',
    }),
  }
}

/**
 * Power design of an internal cable whose current the catalogue states. `breaker` is the port whose breaker protects it: at
 * least 125 % of the current, next standard rating (NEC 2023, 215.3 and 240.6).
 */
export function powerOf(
  source: Source,
  cable: CableDetail,
  from: AssemblyPort,
  to: AssemblyPort,
  length: RunLength,
  breaker: string | null,
): PowerDesign | null {
  const currentA = source.cable?.current_a
  const voltage = from.rating.voltage_v ?? to.rating.voltage_v
  if (currentA === undefined || voltage === undefined || cable.size_mm2 === null) return null
  const conductor = conductorForMetric(cable.size_mm2)
  const phases = from.service === 'power_dc' ? 'dc' : (from.rating.phases_count ?? 3) === 3 ? '3ph' : '1ph'
  const powerFactor = phases === 'dc' ? 1 : POWER_FACTOR
  const loaded = phases === '3ph' ? 3 : 2
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
    load_kw: roundTo(((phases === '3ph' ? Math.sqrt(3) : 1) * voltage * currentA * powerFactor) / 1000, 1),
    power_factor: powerFactor,
    design_current_a: currentA,
    protection_tag: breaker,
    protection_a: breaker === null ? null : continuousTrip(currentA),
    protection_ka: null,
    ambient_c: INSIDE_AIR_C,
    temperature_factor: temperatureFactor90(INSIDE_AIR_C),
    grouping_factor: 1,
    ampacity_base_a: conductor.amps90,
    ampacity_derated_a: roundTo(derated, 1),
    utilisation_pct: roundTo((100 * currentA) / derated, 1),
    resistance_ohm_per_km: roundTo(conductor.r, 4),
    reactance_ohm_per_km: roundTo(conductor.x, 4),
    voltage_drop_v: roundTo(drop.volt, 2),
    voltage_drop_pct: roundTo(drop.pct, 2),
    short_circuit_ka: null,
  }
}
