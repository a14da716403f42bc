import { plugsText, roundTo, type Connection, type SiteItem } from '@edp/schemas'

import { HOSTED_KG } from '../layout/hosted-mass.ts'
import { cordPlugs } from '../network/array-polarity.ts'
import { CROSS_CONNECT_CORD, FRAME_CORD, PATCH_CORD_M } from '../network/fabric-channels.ts'
import { SPINE_FRAME } from '../connections/spine-fibres.ts'
import { frameRating } from './frame-rating.ts'
import { siteItem, type ItemsInput } from './items-input.ts'

/** Spare cords, share. Source: design choice, as the spares of the transceivers. */
const SPARES = 0.02

/** A cord as its channels need it; where none passes it, as the catalogue has them. */
function cord({ network }: ItemsInput, name: string): Pick<SiteItem, 'rating' | 'unit'> {
  const found = network.fabric.loss.channels
    .flatMap(({ segments }) => segments)
    .find(({ segment }) => segment === name)
  return {
    rating: `OS2, low loss, ${PATCH_CORD_M} m, ${plugsText(found?.plugs ?? cordPlugs('B'))}`,
    unit: 'ea',
  }
}

/** Fibres of a compute container with spines that end on their distribution frame, and how many containers are made so. */
function arriving({ typicals }: ItemsInput): {
  readonly module_ids: readonly string[]
  readonly fibres: readonly Connection[]
}[] {
  return typicals.flatMap(({ kind, module_ids, connections }) => {
    const fibres = connections.filter(({ to }) => to.device === SPINE_FRAME)
    return kind !== 'compute_container' || fibres.length === 0 ? [] : [{ module_ids, fibres }]
  })
}

const linksOf = (fibres: readonly Connection[]): number => fibres.reduce((sum, c) => sum + c.quantity, 0)

/**
 * Distribution frames of the spines where they stand in a compute container, all as large as that of the container with the most
 * links; a grid container has its own in the catalogue.
 */
export function spineFrames(input: ItemsInput): SiteItem[] {
  const hosts = arriving(input)
  if (hosts.length === 0) return []
  const module_ids = hosts.flatMap((host) => host.module_ids)
  return [
    siteItem(input, {
      item_id: `compute_container/spine-${SPINE_FRAME}`,
      parent_item_id: 'compute_container',
      level: 'equipment',
      category: 'network',
      tag: SPINE_FRAME,
      module_kind: 'compute_container',
      module_ids,
      description: 'Optical distribution frame of the spine racks, MPO-12 adapters',
      rating: frameRating(Math.max(...hosts.map(({ fibres }) => linksOf(fibres)))),
      unit: 'ea',
      quantity_per_module: 1,
      quantity: module_ids.length,
      unit_mass_kg: HOSTED_KG.frame,
      spec_ref: 'NE-NODE-01',
    }),
  ]
}

/**
 * Cords between the distribution frame and the spines, one for each link that arrives there; leaves beside the spines have theirs in
 * the cable schedule. Where links pass the cross-connect of the site each has a cord there too, BY OTHERS.
 */
export function spineCords(input: ItemsInput): SiteItem[] {
  const { spine_cables_count } = input.network.fabric
  if (spine_cables_count === 0) return []
  const hosts = arriving(input)
  const crossing = hosts.reduce((sum, { module_ids, fibres }) => sum + module_ids.length * linksOf(fibres), 0)
  const quantity = hosts.length === 0 ? spine_cables_count : crossing
  return [
    siteItem(input, {
      ...cord(input, FRAME_CORD),
      item_id: 'site/spine-cords',
      level: 'site',
      category: 'network',
      description: 'Patch cord MPO-12 single mode, distribution frame to spine',
      quantity_per_module: quantity,
      quantity,
      spare_quantity: Math.ceil(roundTo(quantity * SPARES, 6)),
      spec_ref: 'NE-FABRIC-01, one for each leaf up-link over the frame',
    }),
    ...(crossing === 0
      ? []
      : [
          siteItem(input, {
            ...cord(input, CROSS_CONNECT_CORD),
            item_id: 'site/cross-connect-cords',
            level: 'site',
            category: 'network',
            description: 'Patch cord MPO-12 single mode, trunk to trunk in the cross-connect of the site',
            scope: 'by_others',
            quantity_per_module: crossing,
            quantity: crossing,
            spec_ref: 'NE-FABRIC-01, one for each leaf up-link to another container',
          }),
        ]),
  ]
}
