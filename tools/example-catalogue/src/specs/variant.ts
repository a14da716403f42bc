import type { AssemblySpec } from '@edp/schemas'
import type * as z from 'zod'
import type { AssemblySpec as Schema } from '@edp/schemas'

/** A spec before defaults are filled in: what stands in spec.yaml. */
export type SpecSource = z.input<typeof Schema>
export type PortSource = SpecSource['ports'][number]
export type ComponentSource = SpecSource['components'][number]
export type ConnectionSource = SpecSource['connections'][number]
export type PartSource = SpecSource['bom'][number]
export type YardSource = SpecSource['yard'][number]

/** Sourcing family of an assembly. */
export const FAMILIES = ['commercial', 'federal', 'defense'] as const
export type Family = (typeof FAMILIES)[number]

/** Battery family: AC plate or DC plate. */
export const COUPLINGS = ['ac', 'dc'] as const
export type Coupling = (typeof COUPLINGS)[number]

export type Role = AssemblySpec['role']

/** Head of every spec of the example catalogue. */
export function head(
  role: Role,
  family: Family,
  coupling: Coupling,
  title: string,
): Pick<SpecSource, 'schema' | 'assembly_id' | 'assembly_version' | 'status' | 'role' | 'title'> {
  return {
    schema: 'edp.assembly.spec/1',
    assembly_id: `${role.replace('_', '-')}-${family}-${coupling}`,
    assembly_version: '1.0.0',
    status: 'example',
    role,
    title: `${title}, ${family}, ${coupling.toUpperCase()} battery plate`,
  }
}

/** A component standing on the floor or hanging at a height, by its corner and size in mm. */
export function component(
  id: string,
  kind: string,
  origin_mm: [number, number, number],
  size_mm: [number, number, number],
  mass_kg: number,
  description: string,
  extra: Partial<ComponentSource> = {},
): ComponentSource {
  return {
    id,
    kind,
    origin_mm,
    size_mm,
    facing: origin_mm[1] > 1200 ? '-y' : '+y',
    mass_kg,
    description,
    ...extra,
  }
}

/** Middle of the top of a component: where its cables and hoses arrive. */
export function topOf(components: readonly ComponentSource[], id: string): [number, number, number] {
  const found = components.find((c) => c.id === id)
  if (found?.origin_mm === undefined || found.size_mm === undefined)
    throw new Error(`no component ${id} with a size`)
  const [x, y, z] = found.origin_mm
  const [length = 0, width = 0, height = 0] = found.size_mm
  return [x + length / 2, y + width / 2, z + height]
}

/** Declared dry mass: the shell and its components, as on the rating plate of the example. */
export function dryMass(shell_kg: number, components: readonly ComponentSource[]): number {
  return Math.round(components.reduce((sum, c) => sum + c.mass_kg * (c.array?.count ?? 1), shell_kg))
}
