import type { BlockElectrical } from '@edp/schemas'

import {
  CABINET_CABLES,
  cabinetWires,
  cablesFor,
  coresOf,
  type CabinetCable,
  type CabinetWire,
} from '../electrical/cabinet-wires.ts'
import type { Draft } from './typical.ts'

/** What each cable between the cabinets of grid containers that are made alike carries: that of the block with most cores. */
export type CabinetWiring = ReadonlyMap<string, readonly CabinetWire[]>

/** Wiring between the cabinets of the grid containers of some blocks. */
export function cabinetWiring(blocks: readonly BlockElectrical[]): CabinetWiring {
  const all = blocks.map(cabinetWires)
  const most = (port: CabinetCable): readonly CabinetWire[] => {
    const [first = [], ...others] = all.map((wires) => wires[port])
    const largest = others.reduce((a, b) => (coresOf(b) > coresOf(a) ? b : a), first)
    return others.length === 0 ? largest : largest.map(untagged)
  }
  return new Map(CABINET_CABLES.map((port) => [port, most(port)]))
}

/** Tags differ from block to block: their number is said instead. */
function untagged(wire: CabinetWire): CabinetWire {
  return wire.devices.length < 2 && wire.devices.every((tag) => !tag.startsWith('52-'))
    ? wire
    : {
        ...wire,
        devices: [`${wire.devices.length} ${wire.devices.length === 1 ? 'breaker' : 'breakers'} of a block`],
      }
}

/** Cables between cabinets in the cores that the breakers of the site need; one that carries nothing is not laid. */
export function withCabinetCables(drafts: readonly Draft[], wiring: CabinetWiring): Draft[] {
  return drafts.flatMap((draft) => {
    const wires = wiring.get(draft.from.id)
    if (wires === undefined) return [draft]
    const needed = coresOf(wires)
    const { cable } = draft.source
    if (needed === 0 || cable === undefined) return []
    const { count, cores } = cablesFor(needed)
    return [
      {
        ...draft,
        source: {
          ...draft.source,
          description: `${draft.source.description}: ${signalsText(wires)}`,
          cable: { ...cable, cores_count: cores, runs_count: count },
        },
      },
    ]
  })
}

/** Signals with the breakers that they act on and their cores. */
function signalsText(wires: readonly CabinetWire[]): string {
  const spelled = wires.map(({ signal, devices, cores }) => `${signal} ${devices.join(', ')} (${cores})`)
  return `${spelled.join('; ')}; ${coresOf(wires)} cores`
}
