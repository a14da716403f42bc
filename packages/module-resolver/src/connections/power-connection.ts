import { roundTo, type Connection, type FieldSwitch, type PowerDesign } from '@edp/schemas'

import { bondingJumper } from '../electrical/bonding-jumpers.ts'
import { loadedConductors } from '../electrical/loaded-conductors.ts'
import { sizeLvCable, type LvCable } from '../electrical/lv-cable.ts'
import { sizeMvCable } from '../electrical/mv-cable.ts'
import { DROP_LIMIT_PCT, MV_V, POWER_FACTOR } from '../electrical/system-voltages.ts'
import { lvCableDetail, mvCableDetail } from './cable-details.ts'
import { connection, type ConnectionSource } from './connection-parts.ts'

/** Who protects a circuit: tag, trip and interrupting rating. */
export interface Protection {
  readonly tag: string | null
  readonly trip_a: number
  readonly ka: number | null
  readonly poles: number
}

/** A power circuit whose cable is to be sized. */
export interface PowerCircuit {
  readonly load_kw: number
  readonly design_current_a: number
  readonly protection: Protection
  readonly short_circuit_ka: number | null
}

/** How a circuit between modules is laid, as the schedule says it: in a duct bank, or beside what it feeds. */
export const DUCT_BANK = 'duct bank, one set per conduit'
type LvMethod = typeof DUCT_BANK | 'conduit'

/** A low-voltage or DC circuit. */
export interface LvPowerCircuit extends PowerCircuit {
  readonly voltage_v: number
  readonly phases: PowerDesign['phases']
  readonly neutral: boolean
  readonly ambient_c: number
  readonly method: LvMethod
  /** Parallel sets are a multiple of this, e.g. of the rack circuits of a battery. */
  readonly sets_multiple?: number
  /** Whether it lies before the first overcurrent device of a separately derived system; false when not given. */
  readonly supply_side?: boolean
  /** Lockable switch at what it feeds; none when not given. */
  readonly field_switch?: FieldSwitch | null
}

/**
 * Largest share of its ampacity that a circuit in a duct bank carries, %: the rest is for the heat of its neighbours, which the grouping
 * factor of one raceway does not count. Source: `assumption`.
 */
export const DUCT_BANK_PCT = 90

type Source = Omit<ConnectionSource, 'service' | 'cable' | 'power'>

/** Low-voltage or DC connection with the cable that its circuit needs. */
export function lvConnection(source: Source, circuit: LvPowerCircuit): Connection {
  const dc = circuit.phases === 'dc'
  const powerFactor = dc ? 1 : POWER_FACTOR
  const sized = sizeLvCable({
    phases: circuit.phases,
    voltage_v: circuit.voltage_v,
    design_current_a: circuit.design_current_a,
    required_a: circuit.protection.trip_a,
    utilisation_max_pct: circuit.method === DUCT_BANK ? DUCT_BANK_PCT : 100,
    power_factor: powerFactor,
    ambient_c: circuit.ambient_c,
    loaded_conductors: loadedConductors(circuit.phases, circuit.voltage_v, circuit.neutral ? 1 : 0),
    length_m: source.length.cut_m,
    drop_limit_pct: DROP_LIMIT_PCT,
    ...(circuit.sets_multiple === undefined ? {} : { sets_multiple: circuit.sets_multiple }),
  })
  return connection({
    ...source,
    service: dc ? 'power_dc' : 'power_lv',
    cable: lvCableDetail(
      circuit.supply_side === true ? supplySide(sized) : sized,
      circuit.phases,
      circuit.neutral,
      circuit.method,
    ),
    power: {
      ...common(circuit, powerFactor),
      voltage_v: circuit.voltage_v,
      phases: circuit.phases,
      leg: null,
      field_switch: circuit.field_switch ?? null,
      ambient_c: circuit.ambient_c,
      temperature_factor: sized.temperature_factor,
      grouping_factor: sized.grouping_factor,
      ...ampacity(circuit, sized.ampacity_base_a, sized.ampacity_derated_a),
      resistance_ohm_per_km: roundTo(sized.conductor.r, 4),
      reactance_ohm_per_km: roundTo(sized.conductor.x, 4),
      voltage_drop_v: roundTo(sized.drop_v, 2),
      voltage_drop_pct: roundTo(sized.drop_pct, 2),
    },
  })
}

/** 13.8 kV connection with the cable that its circuit needs, in a duct bank. */
export function mvConnection(
  source: Source,
  circuit: PowerCircuit & { readonly ground_c: number; readonly fault_ka: number },
): Connection {
  const sized = sizeMvCable({
    voltage_v: MV_V,
    current_a: circuit.protection.trip_a,
    load_a: circuit.design_current_a,
    power_factor: POWER_FACTOR,
    ground_c: circuit.ground_c,
    length_m: source.length.cut_m,
    fault_ka: circuit.fault_ka,
  })
  return connection({
    ...source,
    service: 'power_mv',
    cable: mvCableDetail(sized),
    power: {
      ...common(circuit, POWER_FACTOR),
      voltage_v: MV_V,
      phases: '3ph',
      leg: null,
      field_switch: null,
      ambient_c: circuit.ground_c,
      temperature_factor: roundTo(sized.temperature_factor, 3),
      grouping_factor: 1,
      ...ampacity(circuit, sized.ampacity_base_a, sized.ampacity_derated_a),
      resistance_ohm_per_km: sized.conductor.r,
      reactance_ohm_per_km: sized.conductor.x,
      voltage_drop_v: roundTo(sized.drop_v, 2),
      voltage_drop_pct: roundTo(sized.drop_pct, 2),
    },
  })
}

/**
 * Earthing conductor of a transformer's secondary: the supply-side bonding jumper of each raceway by the conductors in it, not by the
 * main behind them (NEC 2023, 250.102(C)(2)).
 */
export function supplySide(sized: LvCable): LvCable {
  return { ...sized, earth: bondingJumper(sized.conductor.mm2) }
}

type Common =
  | 'load_kw'
  | 'power_factor'
  | 'design_current_a'
  | 'protection_tag'
  | 'protection_a'
  | 'protection_ka'
  | 'protection_poles'
  | 'short_circuit_ka'

function common(circuit: PowerCircuit, powerFactor: number): Pick<PowerDesign, Common> {
  return {
    load_kw: roundTo(circuit.load_kw, 1),
    power_factor: powerFactor,
    design_current_a: roundTo(circuit.design_current_a, 1),
    protection_tag: circuit.protection.tag,
    protection_a: circuit.protection.trip_a,
    protection_ka: circuit.protection.ka,
    protection_poles: circuit.protection.poles,
    short_circuit_ka: circuit.short_circuit_ka,
  }
}

type Ampacity = 'ampacity_base_a' | 'ampacity_derated_a' | 'utilisation_pct'

function ampacity(circuit: PowerCircuit, base: number, derated: number): Pick<PowerDesign, Ampacity> {
  return {
    ampacity_base_a: roundTo(base, 1),
    ampacity_derated_a: roundTo(derated, 1),
    utilisation_pct: roundTo((100 * circuit.design_current_a) / derated, 1),
  }
}
