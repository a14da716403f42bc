import type { AssemblyPort } from '@edp/schemas'

import { continuousTrip } from '../electrical/breakers.ts'
import type { FaultLevel } from '../electrical/inside-faults.ts'
import { insideInterruptingKa } from './inside-equipment.ts'
import type { InsideSupply } from './inside-supply.ts'
import { phasesOf, type InsideCircuit, type WayBreaker } from './typical-cable.ts'
import type { Draft } from './typical.ts'

/**
 * Poles of a way: the phases, two of a single-phase circuit without neutral, or both poles of direct current; a neutral is not switched.
 * Source: NEC 2023, 404.2(B), 210.10, 240.15(B).
 */
function polesOf({ source, from }: Draft): number {
  const phases = phasesOf(from)
  if (phases === '3ph') return 3
  return phases === '1ph' && (source.cable?.neutrals_count ?? 0) > 0 ? 1 : 2
}

/** Where a circuit stands. */
export interface CircuitPlace {
  /** Kinds of the components inside, those that the design adds included. */
  readonly kinds: ReadonlyMap<string, string>
  readonly levels: ReadonlyMap<string, FaultLevel>
  readonly supply: InsideSupply
}

/** Current, breaker and prospective current of an internal circuit. */
export function insideCircuit(draft: Draft, { kinds, levels, supply }: CircuitPlace): InsideCircuit {
  const { from, to } = draft
  const level = from.service === 'power_dc' ? undefined : levels.get(from.on)
  return {
    current_a: supply.currents.get(from.id) ?? supply.currents.get(to.id) ?? null,
    load_kw: supply.loads_kw.get(to.id) ?? null,
    breaker: supply.ways.get(from.id) ?? ownBreaker(draft, breakerPort(kinds, from, to), level),
    short_circuit_ka: from.service === 'power_dc' ? STATION_BATTERY_KA : (level?.ka ?? null),
  }
}

/**
 * As the design sets it, else at least 125 % of the current that the catalogue rates the circuit for, next standard rating
 * (NEC 2023, 215.3 and 240.6).
 */
function ownBreaker(draft: Draft, port: string | null, level: FaultLevel | undefined): WayBreaker | null {
  const { source, from, trip_a } = draft
  const rated = source.cable?.current_a
  return port === null || rated === undefined
    ? null
    : {
        tag: port,
        trip_a: trip_a ?? continuousTrip(rated),
        interrupting_ka: interruptingKaOf(from, level),
        poles: polesOf(draft),
      }
}

/** Greatest current of the station battery of the 125 V DC trip supply, kA. Source: `assumption`, 1 to 2 kA at this size. */
const STATION_BATTERY_KA = 2

/** Breakers of that supply, kA. Source: UL 489, the least rating that it lists for direct current. */
const TRIP_SUPPLY_KA = 10

function interruptingKaOf(from: AssemblyPort, level: FaultLevel | undefined): number | null {
  if (from.service === 'power_dc') return TRIP_SUPPLY_KA
  return level === undefined ? null : insideInterruptingKa(level)
}

const WAY_KINDS: ReadonlySet<string> = new Set(['panel', 'panelboard', 'rack_pdu'])

/**
 * Port whose breaker protects a connection: an outgoing way of a panel or rack PDU, or the main of the panel behind a
 * transformer, whose secondary conductors need one (NEC 2023, 240.21(C) and 408.36).
 */
function breakerPort(
  kinds: ReadonlyMap<string, string>,
  from: AssemblyPort,
  to: AssemblyPort,
): string | null {
  const kindOf = (port: AssemblyPort): string => kinds.get(port.on) ?? ''
  if (WAY_KINDS.has(kindOf(from))) return from.id
  return kindOf(from) === 'transformer' && kindOf(to) === 'panel' ? to.id : null
}
