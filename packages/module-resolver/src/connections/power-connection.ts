import { roundTo, type Connection, type Endpoint, type PowerDesign, type RunLength } from '@edp/schemas'

import { AMBIENT_FACTOR_90, MV_CABLES } from '../electrical/conductors.ts'
import { POWER_FACTOR } from '../electrical/loads.ts'
import { sizeCable, voltageDrop } from '../electrical/size-cable.ts'
import { connection, lvCable, mvCable } from './connection-parts.ts'

/** Limit of the voltage drop of a feeder, % (NEC 210.19 informational note). */
export const DROP_LIMIT_PCT = 3

/** A power connection to be sized. */
export interface PowerTask {
  readonly id: string
  readonly description: string
  readonly block_id: string
  readonly from: Endpoint
  readonly to: Endpoint
  readonly length: RunLength
  readonly voltage_v: number
  readonly phases: PowerDesign['phases']
  readonly load_kw: number
  readonly design_a: number
  readonly ocpd_a: number
  readonly protection_tag: string | null
  readonly protection_ka: number | null
  readonly short_circuit_ka: number | null
  readonly ambient_c: number
  readonly system?: 'A' | 'B' | null
  readonly scope?: Connection['scope']
}

/** Sizes a low-voltage or DC connection. */
export function lvConnection(task: PowerTask): Connection {
  const dc = task.phases === 'dc'
  const power_factor = dc ? 1 : POWER_FACTOR
  const sized = sizeCable({
    design_a: task.design_a,
    ocpd_a: task.ocpd_a,
    voltage_v: task.voltage_v,
    phases: dc ? 'dc' : '3ph',
    power_factor,
    length_m: task.length.cut_m,
    ambient_c: task.ambient_c,
    grouping_factor: 1,
    drop_limit_pct: DROP_LIMIT_PCT,
  })
  return connection({
    connection_id: task.id,
    service: dc ? 'power_dc' : 'power_lv',
    medium: 'cable',
    description: task.description,
    block_id: task.block_id,
    from: task.from,
    to: task.to,
    length: task.length,
    system: task.system ?? null,
    scope: task.scope ?? 'supply',
    cable: lvCable(sized, dc, 'duct bank, one set per conduit'),
    power: {
      voltage_v: task.voltage_v,
      phases: task.phases,
      load_kw: roundTo(task.load_kw, 1),
      power_factor,
      design_current_a: roundTo(task.design_a, 1),
      protection_tag: task.protection_tag,
      protection_a: task.ocpd_a,
      protection_ka: task.protection_ka,
      ambient_c: task.ambient_c,
      temperature_factor: sized.temperature_factor,
      grouping_factor: 1,
      ampacity_base_a: roundTo(sized.ampacity_base_a, 1),
      ampacity_derated_a: roundTo(sized.ampacity_derated_a, 1),
      utilisation_pct: roundTo((100 * task.design_a) / sized.ampacity_derated_a, 1),
      resistance_ohm_per_km: roundTo(sized.conductor.r_ohm_km, 4),
      reactance_ohm_per_km: roundTo(sized.conductor.x_ohm_km, 4),
      voltage_drop_v: roundTo(sized.drop_v, 2),
      voltage_drop_pct: roundTo(sized.drop_pct, 2),
      short_circuit_ka: task.short_circuit_ka,
    },
  })
}

/** Sizes a 13.8 kV connection: smallest cable, then parallel sets, with ambient correction. */
export function mvConnection(task: PowerTask): Connection {
  const temperature_factor = AMBIENT_FACTOR_90[task.ambient_c] ?? 0.82
  const largest = MV_CABLES[MV_CABLES.length - 1] ?? MV_CABLES[0]
  const sets = Math.max(1, Math.ceil(task.design_a / (largest.a * temperature_factor)))
  const size = MV_CABLES.find((c) => c.a * temperature_factor * sets >= task.design_a) ?? largest
  const drop = voltageDrop(
    {
      design_a: task.design_a,
      length_m: task.length.cut_m,
      voltage_v: task.voltage_v,
      phases: '3ph',
      power_factor: POWER_FACTOR,
    },
    size,
    sets,
  )
  return connection({
    connection_id: task.id,
    service: 'power_mv',
    medium: 'cable',
    description: task.description,
    block_id: task.block_id,
    from: task.from,
    to: task.to,
    length: task.length,
    scope: task.scope ?? 'supply',
    cable: mvCable(size, sets),
    power: {
      voltage_v: task.voltage_v,
      phases: '3ph',
      load_kw: roundTo(task.load_kw, 1),
      power_factor: POWER_FACTOR,
      design_current_a: roundTo(task.design_a, 1),
      protection_tag: task.protection_tag,
      protection_a: task.ocpd_a,
      protection_ka: task.protection_ka,
      ambient_c: task.ambient_c,
      temperature_factor,
      grouping_factor: 1,
      ampacity_base_a: size.a * sets,
      ampacity_derated_a: roundTo(size.a * sets * temperature_factor, 1),
      utilisation_pct: roundTo((100 * task.design_a) / (size.a * sets * temperature_factor), 1),
      resistance_ohm_per_km: size.r_ohm_km,
      reactance_ohm_per_km: size.x_ohm_km,
      voltage_drop_v: roundTo(drop.drop_v, 1),
      voltage_drop_pct: roundTo(drop.drop_pct, 2),
      short_circuit_ka: task.short_circuit_ka,
    },
  })
}
