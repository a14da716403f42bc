import { roundTo, type AssemblySpec } from '@edp/schemas'

import { DISTRIBUTION_LOSS } from '../loads/container-budget.ts'
import { expand } from '../site/expand-repeats.ts'
import { POWER_FACTOR } from '../electrical/system-voltages.ts'
import { fullLoadCurrent } from '../electrical/transformers.ts'

/** Loads of the IT equipment of one container, kW. */
export interface ItLoads {
  /** All nodes at their greatest input. */
  readonly node_kw: number
  readonly network_kw: number
}

/**
 * Currents inside a compute container that follow from its GPU variant, by the port at one end, A: a feed of a rack carries all nodes
 * of the rack, because it may be alone; the transformer carries all nodes and the network rack, with the losses behind it
 * on its primary. The catalogue rates these circuits for the largest variant.
 */
export function itCurrents(spec: AssemblySpec, loads: ItLoads): Map<string, number> {
  const kindOf = new Map(expand(spec.components, 'array').map((c) => [c.id, c.kind]))
  const ports = new Map(expand(spec.ports, 'array').map((port) => [port.id, port]))
  const wires = expand(spec.connections, 'for_each').flatMap((connection) => {
    const [from, to] = [ports.get(connection.from), ports.get(connection.to)]
    return from?.service === 'power_lv' && to !== undefined ? [{ from, to }] : []
  })
  const nodes = new Set(wires.filter(({ to }) => kindOf.get(to.on) === 'node').map(({ to }) => to.on))
  const eachKw = nodes.size === 0 ? 0 : loads.node_kw / nodes.size
  const current = (kw: number, voltage_v: number): number =>
    roundTo(fullLoadCurrent(kw / POWER_FACTOR, voltage_v), 1)
  return new Map(
    wires.flatMap(({ from, to }): [string, number][] => {
      const voltage = from.rating.voltage_v ?? to.rating.voltage_v
      if (voltage === undefined) return []
      if (kindOf.get(to.on) === 'rack_pdu') {
        const fed = new Set(
          wires.filter((wire) => wire.from.on === to.on && nodes.has(wire.to.on)).map((wire) => wire.to.on),
        )
        return fed.size === 0 ? [] : [[to.id, current(fed.size * eachKw, voltage)]]
      }
      const all = loads.node_kw + loads.network_kw
      if (kindOf.get(to.on) === 'transformer')
        return [[to.id, current((1 + DISTRIBUTION_LOSS) * all, voltage)]]
      return kindOf.get(from.on) === 'transformer' ? [[from.id, current(all, voltage)]] : []
    }),
  )
}
