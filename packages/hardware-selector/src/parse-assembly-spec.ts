import { AssemblySpec, EdpError, parseWith, type Problem } from '@edp/schemas'

import { expandedIds, substitute } from './expand-repeats.ts'
import { parseYaml } from './parse-yaml.ts'

/** Declared and summed mass may differ by this much, kg. */
const MASS_TOLERANCE_KG = 5

/**
 * Reads an assembly's spec.yaml and checks what no schema can: ids once, ports on components, connections between ports
 * of the same service, parts of components that exist, masses that add up.
 *
 * @throws {EdpError} `invalid_catalogue` with every problem at once.
 */
export function parseAssemblySpec(text: string, name: string): AssemblySpec {
  const spec = parseWith(AssemblySpec, parseYaml(text, name), 'invalid_catalogue', name)
  const problems = [
    ...componentProblems(spec),
    ...portProblems(spec),
    ...connectionProblems(spec),
    ...partProblems(spec),
  ]
  if (problems.length > 0)
    throw new EdpError('invalid_catalogue', `${name}: ${problems.length} problems`, problems)
  return spec
}

function problem(path: Problem['path'], message: string, input: unknown): Problem {
  return { path, type: 'inconsistent', message, input }
}

function duplicates(ids: readonly string[], list: string): Problem[] {
  const seen = new Set<string>()
  return ids.flatMap((id) => {
    if (!seen.has(id)) {
      seen.add(id)
      return []
    }
    return [problem([list], `${id} stands twice`, id)]
  })
}

function componentIds(spec: AssemblySpec): string[] {
  return spec.components.flatMap((component) => expandedIds(component.id, component.array))
}

function componentProblems(spec: AssemblySpec): Problem[] {
  const sum = spec.components.reduce(
    (total, component) => total + component.mass_kg * (component.array?.count ?? 1),
    spec.mass.shell_kg,
  )
  const difference = Math.abs(sum - spec.mass.dry_declared_kg)
  return [
    ...duplicates(componentIds(spec), 'components'),
    ...(difference > MASS_TOLERANCE_KG
      ? [
          problem(
            ['mass', 'dry_declared_kg'],
            `shell and components weigh ${Math.round(sum)} kg`,
            spec.mass.dry_declared_kg,
          ),
        ]
      : []),
  ]
}

function portProblems(spec: AssemblySpec): Problem[] {
  const components = new Set([...componentIds(spec), ...spec.plate_mounts.map((mount) => mount.id)])
  const unknown = spec.ports.flatMap((port, index) =>
    expandedIds(port.on, port.array)
      .filter((on) => !components.has(on))
      .map((on) => problem(['ports', index, 'on'], `no component or plate mount ${on}`, port.on)),
  )
  return [
    ...duplicates(
      spec.ports.flatMap((port) => expandedIds(port.id, port.array)),
      'ports',
    ),
    ...unknown,
  ]
}

function connectionProblems(spec: AssemblySpec): Problem[] {
  const services = new Map(
    spec.ports.flatMap((port) => expandedIds(port.id, port.array).map((id) => [id, port.service])),
  )
  return spec.connections.flatMap((connection, index) => {
    const repeat = connection.for_each
    const counts =
      repeat === undefined ? [0] : Array.from({ length: repeat.count }, (_, i) => repeat.from + i)
    return counts.flatMap((count) => {
      const [from, to] = [connection.from, connection.to].map((id) =>
        repeat === undefined ? id : substitute(id, repeat.var, count),
      ) as [string, string]
      const missing = [from, to].filter((id) => !services.has(id))
      if (missing.length > 0) {
        return missing.map((id) => problem(['connections', index], `${connection.id}: no port ${id}`, id))
      }
      return services.get(from) === services.get(to)
        ? []
        : [
            problem(
              ['connections', index],
              `${connection.id}: ${from} is ${String(services.get(from))}, ${to} is ${String(services.get(to))}`,
              to,
            ),
          ]
    })
  })
}

function partProblems(spec: AssemblySpec): Problem[] {
  const components = componentIds(spec)
  const lines = new Set(spec.bom.map((part) => part.line_id))
  return [
    ...duplicates(
      spec.bom.map((part) => part.line_id),
      'bom',
    ),
    ...spec.bom.flatMap((part, index) => {
      const { component, parent } = part
      const known =
        component === null ||
        (component.endsWith('*')
          ? components.some((id) => id.startsWith(component.slice(0, -1)))
          : components.includes(component))
      return [
        ...(known ? [] : [problem(['bom', index, 'component'], `no component ${component}`, component)]),
        ...(parent === null || lines.has(parent)
          ? []
          : [problem(['bom', index, 'parent'], `no line ${parent}`, parent)]),
      ]
    }),
  ]
}
