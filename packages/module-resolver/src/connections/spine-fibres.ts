import type { ArrayPlugs, AssemblyPort } from '@edp/schemas'

import { PATCH_CORD_M } from '../network/fabric-channels.ts'
import type { HostedSpines } from '../network/hosted-spines.ts'
import { chosenLength } from './spine-circuits.ts'
import type { Draft } from './typical.ts'

/** Distribution frame between the plate and the spines, and the spines. */
export const SPINE_FRAME = 'ODF'
const SPINES = 'SPN'
const PLATE = 'CG'

/**
 * Fibres of a compute container that holds the spines. Its own leaves stand beside them: a cord for each link. The fibres from the
 * plate carry the links of all the other containers to a distribution frame, from which cords lead to the spines.
 */
export function withSpineFibres(drafts: readonly Draft[], hosted: HostedSpines | null): Draft[] {
  if (hosted === null) return [...drafts]
  return drafts.flatMap((draft) =>
    isUplink(draft) ? [besideSpines(draft, hosted), ...arriving(draft, hosted)] : [draft],
  )
}

/** Positions X of plate CG are those of the compute fabric (docs/conventions.md). */
function isUplink({ from, to }: Draft): boolean {
  const { interface: side } = to
  return from.service === 'fibre' && side?.plate_id === PLATE && side.slot.startsWith('X')
}

/** Cords from a leaf to the spines, one for each of its links. */
function besideSpines({ source, from }: Draft, { links_per_leaf }: HostedSpines): Draft {
  const to = spinePort(from)
  return {
    source: {
      id: source.id,
      from: from.id,
      to: to.id,
      description: `${leafText(from)} to the spines beside it, ${links_per_leaf} links of 400 Gbit/s`,
      route: 'direct',
      cable: { ...fibresOf(source), runs_count: links_per_leaf },
    },
    from,
    to,
    length: chosenLength(PATCH_CORD_M),
  }
}

/** Fibres from a position of the plate to the frame: the links of that leaf of every other container. */
function arriving(
  { source, from, to, length }: Draft,
  { links_per_leaf, others_count }: HostedSpines,
): Draft[] {
  if (others_count === 0) return []
  const slot = to.id.slice(to.id.indexOf('.') + 1)
  const frame: AssemblyPort = {
    id: `${SPINE_FRAME}.${slot}`,
    on: SPINE_FRAME,
    service: 'fibre',
    flow: 'both',
    position_mm: from.position_mm,
    termination: 'MPO-12',
    rating: from.rating,
  }
  const containers = others_count === 1 ? 'the other container' : `${others_count} other containers`
  return [
    {
      source: {
        id: `F-SP${slot}`,
        from: to.id,
        to: frame.id,
        description: `${leafText(from)} of ${containers} to the frame of the spines, ${links_per_leaf * others_count} links of 400 Gbit/s`,
        route: source.route,
        cable: { ...fibresOf(source), ...toFrame(source), runs_count: links_per_leaf * others_count },
      },
      from: to,
      to: frame,
      // The frame stands in the racks of the network, as the leaf whose up-links the catalogue leads to this position.
      length,
    },
  ]
}

/** At the frame it has the pins that the trunk has at the plate: the cords to the spines have none. */
function toFrame({ cable }: Draft['source']): { readonly plugs?: ArrayPlugs } {
  return cable?.plugs === undefined ? {} : { plugs: { ...cable.plugs, from_pinned: false, to_pinned: true } }
}

function fibresOf({ id, cable }: Draft['source']): NonNullable<Draft['source']['cable']> {
  if (cable === undefined) throw new RangeError(`${id} is no cable`)
  return cable
}

function leafText({ on }: AssemblyPort): string {
  return `Leaf ${Number(on.slice(on.indexOf('-') + 1))}`
}

function spinePort(leaf: AssemblyPort): AssemblyPort {
  return { ...leaf, id: `${SPINES}.${leaf.on}`, on: SPINES }
}
