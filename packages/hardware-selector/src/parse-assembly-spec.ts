import { AssemblySpec, EdpError, parseWith } from '@edp/schemas'

import { checkComponents } from './checks/check-components.ts'
import { checkConnections } from './checks/check-connections.ts'
import { checkParts } from './checks/check-parts.ts'
import { checkPorts } from './checks/check-ports.ts'
import { checkPositions } from './checks/check-positions.ts'
import { checkWalls } from './checks/check-walls.ts'
import { parseYaml } from './parse-yaml.ts'

/** What no schema can see: two places of a specification that contradict each other. */
const CHECKS = [checkComponents, checkPositions, checkWalls, checkPorts, checkConnections, checkParts]

/**
 * Reads an assembly's spec.yaml and checks what no schema can: ids once, components and positions inside the envelope, ports on
 * components, connections between ports of the same service, parts of components that exist, masses that add up.
 *
 * @throws {EdpError} `invalid_catalogue` with every problem at once.
 */
export function parseAssemblySpec(text: string, name: string): AssemblySpec {
  const spec = parseWith(AssemblySpec, parseYaml(text, name), 'invalid_catalogue', name)
  const problems = CHECKS.flatMap((check) => check(spec))
  if (problems.length > 0)
    throw new EdpError('invalid_catalogue', `${name}: ${problems.length} problems`, problems)
  return spec
}
