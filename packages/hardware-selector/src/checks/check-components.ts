import type { AssemblyComponent, AssemblySpec, Problem } from '@edp/schemas'

import { expandedIds } from '../expand-repeats.ts'
import { inconsistent, repeatedIds } from './consistency-problem.ts'

/** Declared and summed mass may differ by this much, kg. */
const MASS_TOLERANCE_KG = 5

/** Ids of all components after their repetition. */
export function componentIds(spec: AssemblySpec): string[][] {
  return spec.components.map((component) => expandedIds(component.id, component.array))
}

/** Components: ids once, inside the envelope, masses that add up to the declared one. */
export function checkComponents(spec: AssemblySpec): Problem[] {
  return [
    ...repeatedIds(['components'], componentIds(spec)),
    ...spec.components.flatMap((component, index) => outsideProblems(spec, component, index)),
    ...massProblems(spec),
  ]
}

function outsideProblems(spec: AssemblySpec, component: AssemblyComponent, index: number): Problem[] {
  const { length_mm, width_mm, height_mm } = spec.envelope
  const points = cornersOf(component)
  return (['length', 'width', 'height'] as const).flatMap((name, axis) => {
    const limit = [length_mm, width_mm, height_mm][axis] ?? 0
    const values = points.map((point) => point[axis] ?? 0)
    const [low, high] = [Math.min(...values), Math.max(...values)]
    if (values.length === 0 || (low >= 0 && high <= limit)) return []
    const path = ['components', index]
    return [
      inconsistent(
        path,
        `${component.id} leaves the envelope: ${name} ${low} to ${high} mm, expected 0 to ${limit} mm`,
        component.id,
      ),
    ]
  })
}

/** Corners of the box of a component, first and last of a repetition, or the points of its path. */
function cornersOf(component: AssemblyComponent): number[][] {
  const { origin_mm, size_mm, path_mm, array } = component
  if (path_mm !== undefined) return path_mm.map((point) => [...point])
  if (origin_mm === undefined) return []
  const size = size_mm ?? []
  const steps = (array?.count ?? 1) - 1
  return [0, steps].flatMap((step) => {
    const corner = origin_mm.map((value, axis) => value + step * (array?.pitch_mm?.[axis] ?? 0))
    return [corner, corner.map((value, axis) => value + (size[axis] ?? 0))]
  })
}

function massProblems(spec: AssemblySpec): Problem[] {
  const { shell_kg, dry_declared_kg, coolant_fill_kg, gross_max_kg } = spec.mass
  const sum = spec.components.reduce((total, c) => total + c.mass_kg * (c.array?.count ?? 1), shell_kg)
  const filled = dry_declared_kg + coolant_fill_kg
  return [
    ...(Math.abs(sum - dry_declared_kg) <= MASS_TOLERANCE_KG
      ? []
      : [
          inconsistent(
            ['mass', 'dry_declared_kg'],
            `shell and components weigh ${Math.round(sum)} kg, expected the declared mass within ${MASS_TOLERANCE_KG} kg, found ${dry_declared_kg}`,
            dry_declared_kg,
          ),
        ]),
    ...(filled <= gross_max_kg
      ? []
      : [
          inconsistent(
            ['mass', 'gross_max_kg'],
            `the filled module weighs ${filled} kg, expected at most ${gross_max_kg}`,
            gross_max_kg,
          ),
        ]),
  ]
}
