import { roundTo, type AssemblySpec } from '@edp/schemas'

import { CORE_KW } from '../loads/core-power.ts'
import { expand } from '../site/expand-repeats.ts'
import { continuousTrip } from './breakers.ts'
import { pduKva } from './spine-supply.ts'
import { nextRatingOrLargest, type RatingSteps } from './standard-ratings.ts'
import { IT_V, LV_V, POWER_FACTOR } from './system-voltages.ts'
import { fullLoadCurrent } from './transformers.ts'

/** Designation of the rack with EMS, OT core switches and routers. */
export const CORE_RACK = 'EMS'

/** Rack of the network whose two feeds, from the UPS and from the IT board, the core rack has too. */
export const NETWORK_RACK = 'RN'

/** Three-phase UPS, kVA. Source: `assumption`, common US product lines. */
const UPS_KVA: RatingSteps = [5, 10, 15, 20, 30, 40]

/** Inlet of a PDU of the core rack, A. Source: IEC 60309-2, series II; the smallest of them. */
const PDU_INLET_A = 20

/** Supply of the core rack in a compute container, and the UPS that carries it besides what it carries elsewhere. */
export interface CoreSupply {
  readonly load_kw: number
  /** Load of one PDU, A: it may be alone. */
  readonly load_a: number
  readonly way_a: number
  readonly pdu_kva: number
  /** Designation of the UPS. */
  readonly ups: string
  /** All that hangs on the UPS, kVA. */
  readonly ups_load_kva: number
  readonly ups_kva: number
  /** Current of the UPS at its rating, A, and the breaker of its way. */
  readonly ups_a: number
  readonly ups_way_a: number
}

/** The supply of the core rack in a container of an assembly; null where the assembly has no UPS for its network rack. */
export function coreSupply(compute: AssemblySpec): CoreSupply | null {
  const ports = new Map(expand(compute.ports, 'array').map((port) => [port.id, port]))
  const wires = expand(compute.connections, 'for_each')
  const ups = wires
    .filter(({ to }) => ports.get(to)?.on === NETWORK_RACK)
    .map(({ from }) => ports.get(from)?.on)
    .find((on) => compute.components.some(({ id, electrical }) => id === on && electrical?.kind === 'ups'))
  const data = compute.components.find(({ id }) => id === ups)?.electrical
  if (ups === undefined || data === undefined) return null
  const load_a = fullLoadCurrent(CORE_KW / POWER_FACTOR, IT_V)
  const ownKva = wires.reduce((sum, { from, cable }) => {
    const port = ports.get(from)
    if (port?.on !== ups || port.service !== 'power_lv') return sum
    const root = (port.rating.phases_count ?? 3) === 3 ? Math.sqrt(3) : 1
    return sum + (root * (port.rating.voltage_v ?? 0) * (cable?.current_a ?? 0)) / 1000
  }, 0)
  const ups_load_kva = ownKva + CORE_KW / POWER_FACTOR
  const ups_kva = Math.max(data.rated_kva ?? 0, nextRatingOrLargest(UPS_KVA, ups_load_kva))
  const ups_a = fullLoadCurrent(ups_kva, LV_V)
  return {
    load_kw: CORE_KW,
    load_a: roundTo(load_a, 1),
    way_a: PDU_INLET_A,
    pdu_kva: pduKva(PDU_INLET_A),
    ups,
    ups_load_kva,
    ups_kva,
    ups_a: roundTo(ups_a, 1),
    ups_way_a: continuousTrip(ups_a),
  }
}
