import {
  roundTo,
  type CableDetail,
  type Connection,
  type Endpoint,
  type HoseDetail,
  type RunLength,
} from '@edp/schemas'

import type { SizedCable } from '../electrical/size-cable.ts'
import type { MatedEnd } from './ports.ts'

/** End of a connection between modules. */
export function endpoint(
  end: MatedEnd,
  slot: string,
  plate: string | null,
  termination = 'by others',
): Endpoint {
  return {
    module_id: end.module.module_id,
    designation: end.module.designation,
    device: end.port?.on ?? end.module.designation,
    port: end.port?.id ?? slot,
    plate_id: end.port?.interface.plate_id ?? plate,
    slot,
    termination: end.port?.termination ?? termination,
  }
}

/** Single-conductor low-voltage cable as sized. */
export function lvCable(sized: SizedCable, dc: boolean, install_method: string): CableDetail {
  const { conductor, sets, earth } = sized
  const poles = dc ? 2 : 3
  return {
    type: dc ? 'RHH/RHW-2 Cu 2 kV' : 'XHHW-2 Cu 600 V',
    conductor: 'Cu',
    cores_count: 1,
    cables_per_set_count: poles,
    sets_count: sets,
    size_awg: conductor.awg,
    size_mm2: conductor.mm2,
    earth_size_awg: earth.awg,
    earth_size_mm2: earth.mm2,
    fibres_count: null,
    voltage_rating_v: dc ? 2000 : 600,
    outer_diameter_mm: conductor.od_mm,
    mass_kg_per_m: roundTo(conductor.kg_m * poles + (earth.mm2 * 8.96) / 1000, 2),
    min_bend_radius_mm: roundTo(conductor.od_mm * 8, 0),
    colour_code: dc ? 'red + / black -' : 'brown, orange, yellow; green earth',
    install_method,
  }
}

/** Three single-conductor medium-voltage cables. */
export function mvCable(
  size: { awg: string; mm2: number; od_mm: number; kg_m: number },
  sets: number,
): CableDetail {
  return {
    type: 'MV-105 Cu EPR 15 kV 133 %',
    conductor: 'Cu',
    cores_count: 1,
    cables_per_set_count: 3,
    sets_count: sets,
    size_awg: size.awg,
    size_mm2: size.mm2,
    earth_size_awg: '4/0',
    earth_size_mm2: 107.2,
    fibres_count: null,
    voltage_rating_v: 15_000,
    outer_diameter_mm: size.od_mm,
    mass_kg_per_m: roundTo(size.kg_m * 3 + 0.96, 2),
    min_bend_radius_mm: roundTo(size.od_mm * 12, 0),
    colour_code: 'phase tape',
    install_method: 'duct bank, 0.9 m deep',
  }
}

/** A cable that carries signals or data, or an earth conductor. */
export function plainCable(type: string, extra: Partial<CableDetail>): CableDetail {
  return {
    type,
    conductor: 'Cu',
    cores_count: 1,
    cables_per_set_count: 1,
    sets_count: 1,
    size_awg: null,
    size_mm2: null,
    earth_size_awg: null,
    earth_size_mm2: null,
    fibres_count: null,
    voltage_rating_v: null,
    outer_diameter_mm: null,
    mass_kg_per_m: null,
    min_bend_radius_mm: null,
    colour_code: '',
    install_method: 'conduit',
    ...extra,
  }
}

/** Peroxide-cured EPDM hose. */
export function epdmHose(
  dn: number,
  inner_diameter_mm: number,
  line_no: string,
  fluid: string,
  working_pressure_bar: number,
  coupling: string,
  braided: boolean,
): HoseDetail {
  return {
    type: braided ? 'Stainless braided hose' : 'EPDM hose',
    line_no,
    fluid,
    dn,
    inner_diameter_mm,
    material: braided ? '316L corrugated' : 'EPDM, peroxide cured',
    reinforcement: braided ? 'stainless braid' : 'textile',
    working_pressure_bar,
    burst_pressure_bar: working_pressure_bar * 4,
    test_pressure_bar: roundTo(working_pressure_bar * 1.5, 1),
    temperature_min_c: -40,
    temperature_max_c: 100,
    min_bend_radius_mm: roundTo(inner_diameter_mm * 6, 0),
    coupling,
    dry_break: coupling.startsWith('UQD'),
    insulation: 'none',
  }
}

/** What a connection says of itself; lengths and masses follow. */
export type ConnectionSource = Pick<
  Connection,
  'connection_id' | 'service' | 'medium' | 'description' | 'block_id' | 'from' | 'to' | 'length'
> &
  Partial<Pick<Connection, 'scope' | 'system' | 'quantity' | 'cable' | 'hose' | 'power' | 'flow' | 'data'>>

/** Completes a connection with its total length and mass. */
export function connection(source: ConnectionSource): Connection {
  const quantity = source.quantity ?? 1
  const cable = source.cable ?? null
  const length: RunLength = source.length
  const sets = cable?.sets_count ?? 1
  const singles = cable === null ? 1 : sets * cable.cables_per_set_count
  return {
    connection_id: source.connection_id,
    service: source.service,
    medium: source.medium,
    description: source.description,
    scope: source.scope ?? 'supply',
    block_id: source.block_id,
    system: source.system ?? null,
    from: source.from,
    to: source.to,
    quantity,
    cable,
    hose: source.hose ?? null,
    length,
    total_length_m: roundTo(length.cut_m * quantity * singles, 1),
    earth_length_m: cable?.earth_size_mm2 == null ? 0 : roundTo(length.cut_m * quantity * sets, 1),
    total_mass_kg:
      cable?.mass_kg_per_m == null ? null : roundTo(cable.mass_kg_per_m * length.cut_m * sets * quantity, 1),
    power: source.power ?? null,
    flow: source.flow ?? null,
    data: source.data ?? null,
  }
}
