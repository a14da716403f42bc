import { roundTo, type SiteItem } from '@edp/schemas'

import { spineSupplyRating } from '../electrical/equipment-rating.ts'
import { SPINE_TRANSFORMER } from '../electrical/spine-supply.ts'
import { PATCH_CORD_M } from '../network/fabric-channels.ts'
import { siteItem, type ItemsInput } from './items-input.ts'

/** Ports of one twin-port transceiver. */
const TRANSCEIVER_PORTS = 2
/** Spare transceivers and cords, share. Source: design choice, as in the catalogue. */
const OPTICS_SPARES = 0.02

/** What the spines need besides themselves: their supply, their transceivers and the cords to them. */
export function spineItems(input: ItemsInput): SiteItem[] {
  return [...spineSupply(input), ...spineOptics(input), ...spineCords(input)]
}

/** Supply of the spine racks where they stand; the containers' own racks have theirs in the catalogue. */
function spineSupply(input: ItemsInput): SiteItem[] {
  const spines = input.network.nodes.find((node) => node.kind === 'spine')
  const { spine_supply } = input
  if (spines === undefined || spine_supply === null) return []
  return [
    siteItem(input, {
      item_id: `${spines.module_kind}/spine-supply`,
      tag: SPINE_TRANSFORMER,
      parent_item_id: spines.module_kind,
      level: 'equipment',
      category: 'power',
      module_kind: spines.module_kind,
      module_ids: spines.module_ids,
      description: `Supply of the spine racks: step-down transformer ${SPINE_TRANSFORMER}, dry type, with main breaker, wiring and two rack PDUs for each rack`,
      rating: spineSupplyRating(spine_supply),
      unit: 'set',
      quantity_per_module: 1,
      quantity: spines.module_ids.length,
      spec_ref: 'NE-NODE-01',
    }),
  ]
}

/** Cords from the distribution frame, or from leaves beside the spines, to every port of a spine that a link takes. */
function spineCords(input: ItemsInput): SiteItem[] {
  const quantity = input.network.fabric.spine_cables_count
  if (quantity === 0) return []
  return [
    siteItem(input, {
      item_id: 'site/spine-cords',
      level: 'site',
      category: 'network',
      description: 'Patch cord MPO-12 single mode, distribution frame to spine',
      rating: `OS2, APC, ${PATCH_CORD_M} m, type B`,
      unit: 'ea',
      quantity_per_module: quantity,
      quantity,
      spare_quantity: Math.ceil(roundTo(quantity * OPTICS_SPARES, 6)),
      spec_ref: 'NE-FABRIC-01, one for each leaf up-link',
    }),
  ]
}

/** Transceivers of the spines: those of the leaves are with the containers. */
function spineOptics(input: ItemsInput): SiteItem[] {
  const { fabric, nodes } = input.network
  const spines = nodes.find((node) => node.kind === 'spine')
  if (spines === undefined) return []
  const quantity = Math.ceil(fabric.spine_cables_count / TRANSCEIVER_PORTS)
  return [
    siteItem(
      input,
      {
        item_id: 'site/spine-optics',
        level: 'site',
        category: 'network',
        description: 'Optical transceiver twin-port OSFP 2 x 400G, single mode, spine side',
        rating: fabric.optic.rating,
        unit: 'ea',
        quantity_per_module: quantity,
        quantity,
        spare_quantity: Math.ceil(roundTo(quantity * OPTICS_SPARES, 6)),
        spec_ref: 'NE-FABRIC-01, one port for each leaf up-link',
      },
      { telecom: true },
    ),
  ]
}
