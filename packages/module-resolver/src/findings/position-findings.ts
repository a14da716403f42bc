import type { AssemblySpec, Finding, SiteItem } from '@edp/schemas'

import { finding } from './checks.ts'
import { plural } from './counted.ts'
import type { FindingsInput } from './findings-input.ts'

/** What a site sets into a container besides its catalogue and that needs floor or wall: ends of the ids of its lines. */
const SET_IN = ['core-rack', 'spine-rack', 'spine-TX2', 'spine-SPB'] as const

/** Racks of spines and that of the core. */
const RACK_TAG = /^(SPN\d+|EMS)$/

/** What the site sets into containers, and their assemblies keep no floor for. */
export function positionFindings({ items, compute, grid }: FindingsInput): Finding[] {
  return [compute, grid].flatMap((spec) => (spec === null ? [] : withoutFloor(spec, items)))
}

function withoutFloor({ role, positions, components }: AssemblySpec, items: readonly SiteItem[]): Finding[] {
  const places = new Set([...positions, ...components].map(({ id }) => id))
  const lines = SET_IN.flatMap((id) => items.filter(({ item_id }) => item_id === `${role}/${id}`))
  const open = lines.flatMap((line) => designationsOf(line).filter((tag) => !places.has(tag)))
  const hosts = [...new Set(lines.flatMap(({ module_ids }) => module_ids))]
  if (open.length === 0) return []
  return [
    finding(
      'LAY-003',
      `The assembly of ${hosts.length === 1 ? 'the container' : 'the containers'} keeps no floor for ${open.join(', ')}: ${plural(open.length, 'it is', 'they are')} in mass and bill, not in its model.${roomFor(components, open)}`,
      hosts,
      { without_floor: open.length },
    ),
  ]
}

/** What the buyer has to settle where racks have no floor; nothing where only a transformer or a board has none. */
function roomFor(components: AssemblySpec['components'], open: readonly string[]): string {
  const racks = open.filter((tag) => RACK_TAG.test(tag)).length
  const [width = 0, depth = 0] = components.find(({ kind }) => kind === 'rack')?.size_mm ?? []
  return racks === 0 || width === 0
    ? ''
    : ` Before the container is ordered: a row with ${racks} x ${width} mm more for racks ${depth} mm deep, or with as many racks of nodes less, or a room beside the switchgear, to which supply, cords and trunks of these racks then lead.`
}

/** Designations of a line: its own, or those of the alike things that it counts. */
function designationsOf({ tag, component_tags }: SiteItem): string[] {
  return (tag ?? component_tags).split(', ').filter((name) => name !== '')
}
