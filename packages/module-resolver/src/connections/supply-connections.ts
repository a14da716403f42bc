import type { Connection, EnergySupply, SiteModule } from '@edp/schemas'

import { cablesFor } from '../electrical/cabinet-wires.ts'
import { MV_V, POWER_FACTOR } from '../electrical/system-voltages.ts'
import { connectionId } from './connection-id.ts'
import { controlCable } from './cable-details.ts'
import { connection } from './connection-parts.ts'
import { headRoute } from './head-route.ts'
import { cableLength, type Route } from './lengths.ts'
import { DUCT_BANK, lvConnection, mvConnection, type Protection } from './power-connection.ts'
import { secondaryLength } from './secondary-entrance.ts'
import { transformerControl } from './transformer-control.ts'
import { greatestOn, mated, type Wiring } from './wiring.ts'

const SQRT3 = Math.sqrt(3)

/** Supplies to the medium-voltage switchgear; the cable is BY OTHERS up to the plate, its rating is ours to state. */
export function supplyConnections(wiring: Wiring): Connection[] {
  const { electrical, head, byId, block } = wiring
  return electrical.supplies.flatMap((supply) => {
    const module = byId.get(supply.module_id)
    if (module === undefined || supply.connection_id === null) return []
    const designA = supply.design_current_a
    const slot = supply.kind === 'utility' ? 'M1' : 'M2'
    return [
      mvConnection(
        {
          connection_id: supply.connection_id,
          description: `${supply.description} to ${head.designation}`,
          block_id: block.block_id,
          scope: 'by_others',
          ...mated(wiring, module, head, slot),
          length: cableLength(headRoute(wiring, module, { slot })),
        },
        {
          load_kw: (designA * SQRT3 * MV_V * POWER_FACTOR) / 1000,
          design_current_a: designA,
          protection: protectionOf(supply.breaker),
          short_circuit_ka: electrical.mv_bus?.short_circuit_ka ?? null,
          ground_c: wiring.ground_c,
          fault_ka: electrical.mv_bus?.withstand_ka ?? 0,
        },
      ),
      ...supplyControl(wiring, supply, module),
    ]
  })
}

/** A control cable of a supply: what it is for, its slot and cores. */
interface ControlRow {
  readonly text: string
  readonly slot: 'S1' | 'S2' | 'S3'
  readonly cores: number
  readonly carries: Parameters<typeof controlCable>[1]
}

/** Current leads from the neutral of a machine: three phases and their common return, and the two of the core in its neutral earth. */
const NEUTRAL_CORES = 4 + 2

/** What a machine needs, whatever drives it: its relays in G01 measure at its neutral, and stop it. */
const MACHINE_ROWS = [
  {
    text: 'Shutdown of the machines by 86, 86BF and 87G, synchronism and status',
    slot: 'S2',
    cores: 12,
    carries: 'trip',
  },
  {
    text: 'Neutral current transformers of the machines, phases (51V, 87G) and neutral earth (51G)',
    slot: 'S3',
    cores: cablesFor(NEUTRAL_CORES).cores,
    carries: 'current_transformers',
  },
] as const

/** Signals between each kind of source and its incomer; the machine differential has current leads of its own. */
const CONTROL_ROWS = {
  utility: [{ text: 'Transfer trip from the utility and status', slot: 'S1', cores: 12, carries: 'trip' }],
  generator: MACHINE_ROWS,
  solar: [{ text: 'Stop of the inverters and status', slot: 'S2', cores: 12, carries: 'trip' }],
  nuclear: MACHINE_ROWS,
} as const satisfies Record<EnergySupply['kind'], readonly ControlRow[]>

/** Control cables from a source to the relays of its incomer, BY OTHERS like the power cable. */
function supplyControl(
  wiring: Wiring,
  { kind, tag, breaker }: EnergySupply,
  module: SiteModule,
): Connection[] {
  const { head, block } = wiring
  return CONTROL_ROWS[kind].map(({ text, slot, cores, carries }, index) =>
    connection({
      connection_id: connectionId('C', module.designation, head.designation, `0${index + 1}`),
      service: 'control',
      description: `${text}, ${tag} to ${breaker.tag}`,
      block_id: block.block_id,
      scope: 'by_others',
      ...mated(wiring, module, head, slot),
      length: cableLength(headRoute(wiring, module, { slot })),
      cable: controlCable(cores, carries),
    }),
  )
}

/** Primary, secondary and control cable of every unit transformer outside the grid container. */
export function transformerConnections(wiring: Wiring): Connection[] {
  const { electrical, head, byId, block } = wiring
  return electrical.transformers.flatMap((t, index) => {
    const module = byId.get(t.module_id)
    if (module === undefined || t.primary_connection_id === null || t.secondary_connection_id === null)
      return []
    const channel = index + 1
    const routeAt = (slot: string): Route => headRoute(wiring, module, { slot, channel })
    const loadKw = electrical.demand_kw / electrical.transformers.length
    return [
      mvConnection(
        {
          connection_id: t.primary_connection_id,
          description: `Primary of ${t.tag}`,
          block_id: block.block_id,
          length: cableLength(routeAt('T')),
          ...mated(wiring, head, module, 'T', channel, `T${channel}`),
        },
        {
          load_kw: loadKw,
          design_current_a: t.primary_a,
          protection: protectionOf(t.primary_breaker),
          short_circuit_ka: electrical.mv_bus?.short_circuit_ka ?? null,
          ground_c: wiring.ground_c,
          fault_ka: electrical.mv_bus?.withstand_ka ?? 0,
        },
      ),
      lvConnection(
        {
          connection_id: t.secondary_connection_id,
          description: `Secondary of ${t.tag} to ${t.bus_tag}`,
          block_id: block.block_id,
          length: secondaryLength(cableLength(routeAt('L')), routeAt('L')),
          ...mated(wiring, module, head, 'L', channel, `L${channel}`),
        },
        {
          load_kw: loadKw,
          design_current_a: t.secondary_a,
          protection: protectionOf(t.secondary_breaker),
          short_circuit_ka: greatestOn(wiring, t.bus_tag),
          voltage_v: t.secondary_v,
          phases: '3ph',
          neutral: true,
          ambient_c: wiring.air_c,
          method: DUCT_BANK,
          supply_side: true,
        },
      ),
      ...transformerControl(wiring, t, module, channel),
    ]
  })
}

/** Protection of a circuit by a breaker. */
export function protectionOf(breaker: {
  readonly tag: string
  readonly trip_a: number
  readonly interrupting_ka: number
  readonly poles: number
}): Protection {
  return {
    tag: breaker.tag,
    trip_a: breaker.trip_a,
    ka: breaker.interrupting_ka,
    poles: breaker.poles,
  }
}
