import type { AssemblySpec, Finding } from '@edp/schemas'

import { counted, plural } from './counted.ts'
import { finding } from './checks.ts'
import type { FindingsInput } from './findings-input.ts'

/** Plates whose files the package holds because the profile has them, though no module of the site does. */
export function plateFindings({ plate_ids, compute, grid }: FindingsInput): Finding[] {
  const own = new Set([compute, grid].flatMap((spec) => (spec === null ? [] : platesOf(spec))))
  const without = plate_ids.filter((id) => !own.has(id))
  if (without.length === 0) return []
  const count = without.length
  return [
    finding(
      'PLATE-001',
      `${counted(count, 'plate')} in the package, ${without.join(', ')}, ${plural(count, 'is', 'are')} on no module of this site and ${plural(count, 'is', 'are')} not ordered: the profile lists ${plural(count, 'it', 'them')} for every site.`,
      without,
      { plates: count },
    ),
  ]
}

/** Plates on the modules of an assembly and on the units of its yard. */
function platesOf({ ports, yard, plate_mounts }: AssemblySpec): string[] {
  const mated = [...ports, ...yard.flatMap((unit) => unit.ports)]
  return [
    ...plate_mounts.map((mount) => mount.plate_id),
    ...mated.flatMap((port) => port.interface?.plate_id ?? []),
  ]
}
