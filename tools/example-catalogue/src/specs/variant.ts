import type { AssemblySpec } from '@edp/schemas'
import type * as z from 'zod'

/** A spec before defaults are filled in: what stands in spec.yaml. */
export type SpecSource = z.input<typeof AssemblySpec>
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

/** A cable on the tray. */
export function trayCable(
  id: string,
  from: string,
  to: string,
  description: string,
  cable: NonNullable<ConnectionSource['cable']>,
): ConnectionSource {
  return { id, from, to, description, route: 'tray', cable }
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

const VIDEO_AND_TELECOM =
  'Representation of the supplier for section 889 required: no Huawei, ZTE, Hytera, Hikvision or Dahua equipment.'
/** What the stricter tiers ask of network and video equipment; where it is made only the supplier can certify. */
const TELECOM_SOURCING: PartSource['sourcing'] = {
  federal_civilian: { note: VIDEO_AND_TELECOM },
  dod_eligible: { note: VIDEO_AND_TELECOM },
}
const VALIDATED = `${VIDEO_AND_TELECOM} Cryptographic modules validated to FIPS 140-3`
/** The same for equipment that encrypts: every managed device does, transceivers and cables do not. */
const CRYPTOGRAPHY_SOURCING: PartSource['sourcing'] = {
  federal_civilian: { note: `${VALIDATED}.` },
  dod_eligible: { note: `${VALIDATED}; a security technical implementation guide can be applied.` },
}
/** What DoD asks of anything with battery cells in it. */
const BATTERY_SOURCING: PartSource['sourcing'] = {
  dod_eligible: {
    note: 'No cells of CATL, BYD, Envision, EVE, Gotion or Hithium: certificate of the cell maker required.',
  },
}

/** A line of the bill; manufacturer and number only where a public source names the product. */
export function part(
  line_id: string,
  component_id: string | null,
  category: PartSource['category'],
  description: string,
  quantity: number,
  { cryptography = true, ...extra }: Partial<PartSource> & { readonly cryptography?: boolean } = {},
): PartSource {
  return {
    line_id,
    component: component_id,
    category,
    description,
    quantity,
    unit: 'ea',
    ...(extra.telecom === true ? { sourcing: cryptography ? CRYPTOGRAPHY_SOURCING : TELECOM_SOURCING } : {}),
    ...(extra.battery === true ? { sourcing: BATTERY_SOURCING } : {}),
    ...extra,
  }
}

/** Earth stud of outdoor equipment. */
export function ringPort(slot: string): PortSource {
  return {
    id: slot,
    on: 'FRAME',
    service: 'earth',
    flow: 'both',
    position_mm: [0, 0, 0],
    termination: 'stud M12',
    rating: { short_time_current_ka: 25 },
    interface: { plate_id: null, slot, with: 'earth_ring' },
  }
}
