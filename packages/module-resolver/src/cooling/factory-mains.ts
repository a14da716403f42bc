import type { AssemblySpec } from '@edp/schemas'

import { hoseOf, MAIN_HOSE_DN_MIN, pipeOf, type PipeSize } from './pipe-table.ts'

/** Sizes that a factory-made assembly brings: inside the container the design agrees with them. */
export interface FactoryMains {
  /** Facility line from the interface plate to the heat exchanger. */
  readonly facility: PipeSize
  /** Mains of the technology loop. */
  readonly technology: PipeSize
  /** Hose of one node, null where no node has a coolant inlet with a size. */
  readonly node_hose: PipeSize | null
  /** Hoses between the CDU and the mains, null where it has pipes. */
  readonly main_hose: PipeSize | null
}

/** Port of the interface plate that facility coolant enters by. */
const FACILITY_INLET = 'CD.S1'

/**
 * Sizes of the ports of an assembly: of its plate, of the supply outlet of its CDU, of the inlets of its nodes. Where the
 * assembly names none, the designed sizes stand. Whether they carry the flow is finding HOSE-002.
 *
 * @throws {RangeError} when a main has a size that the pipe table does not list.
 */
export function factoryMains(
  spec: Pick<AssemblySpec, 'components' | 'ports' | 'connections'>,
  designed: Omit<FactoryMains, 'node_hose' | 'main_hose'>,
): FactoryMains {
  const nodes = new Set(spec.components.filter((c) => c.kind === 'node').map((c) => c.id))
  const supplies = spec.ports.filter((port) => port.service === 'coolant_supply')
  const sizesOf = (ports: AssemblySpec['ports']): number[] => ports.flatMap(({ rating }) => rating.dn ?? [])
  const [plate] = sizesOf(supplies.filter((port) => port.id === FACILITY_INLET))
  const [main] = sizesOf(
    supplies.filter((port) => port.flow === 'out' && port.interface === undefined),
  ).filter((dn) => dn >= MAIN_HOSE_DN_MIN)
  const hoses = spec.connections.flatMap(({ hose }) => hose?.dn ?? [])
  const main_hose = hoses.find((dn) => dn >= MAIN_HOSE_DN_MIN)
  const [node] = sizesOf(supplies.filter((port) => nodes.has(port.on)))
  return {
    facility: plate === undefined ? designed.facility : pipeOf(plate),
    technology: main === undefined ? designed.technology : pipeOf(main),
    main_hose: main_hose === undefined ? null : hoseOf(main_hose),
    node_hose: node === undefined ? null : hoseOf(node),
  }
}
