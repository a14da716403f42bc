import type { AssemblyPort, AssemblySpec, Problem } from '@edp/schemas'

import { expandedIds } from '../expand-repeats.ts'
import { componentIds } from './check-components.ts'
import { inconsistent, repeatedIds } from './consistency-problem.ts'

/** Yard equipment is drawn as one body; its ports stand on this. */
const YARD_BODY = 'FRAME'

/** Ids of ports after their repetition. */
export function portIds(ports: readonly AssemblyPort[]): string[][] {
  return ports.map((port) => expandedIds(port.id, port.array))
}

/** Ports: ids once, on components or plate mounts that exist. */
export function checkPorts(spec: AssemblySpec): Problem[] {
  const components = new Set([...componentIds(spec).flat(), ...spec.plate_mounts.map(({ id }) => id)])
  return [
    ...repeatedIds(['ports'], portIds(spec.ports)),
    ...strayPorts(spec.ports, components, ['ports']),
    ...spec.yard.flatMap((unit, index) => {
      const list = ['yard', index, 'ports']
      return [
        ...repeatedIds(list, portIds(unit.ports)),
        ...strayPorts(unit.ports, new Set([YARD_BODY]), list),
      ]
    }),
  ]
}

function strayPorts(
  ports: readonly AssemblyPort[],
  bodies: ReadonlySet<string>,
  list: Problem['path'],
): Problem[] {
  return ports.flatMap((port, index) =>
    [...new Set(expandedIds(port.on, port.array))]
      .filter((on) => !bodies.has(on))
      .map((on) =>
        inconsistent(
          [...list, index, 'on'],
          `no component or plate mount ${on}, expected an id of one of them`,
          port.on,
        ),
      ),
  )
}
