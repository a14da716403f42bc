import { roundTo, type SiteItem } from '@edp/schemas'

import { pduKva, SPINE_BOARD, SPINE_TRANSFORMER } from '../electrical/spine-supply.ts'
import { IT_V } from '../electrical/system-voltages.ts'
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

/** Transformer, board and rack PDUs of the spines where they stand; the containers' own racks have theirs in the catalogue. */
function spineSupply(input: ItemsInput): SiteItem[] {
  const spines = input.network.nodes.find((node) => node.kind === 'spine')
  const { spine_supply } = input
  if (spines === undefined || spine_supply === null) return []
  const inside = input.typicals.find((typical) =>
    spines.module_ids.every((id) => typical.module_ids.includes(id)),
  )
  const ratingOf = (tag: string): string =>
    inside?.equipment.find((equipment) => equipment.device === tag)?.rating ?? ''
  return [
    {
      tag: SPINE_TRANSFORMER,
      description: 'Step-down transformer of the spine racks, dry type',
      rating: ratingOf(SPINE_TRANSFORMER),
      each: 1,
    },
    {
      tag: SPINE_BOARD,
      description: 'Board of the spine racks, with main breaker and a way for each rack PDU',
      rating: ratingOf(SPINE_BOARD),
      each: 1,
    },
    {
      tag: null,
      description: `Rack PDU ${IT_V} V 3-phase ${spine_supply.pdu_inlet_a} A, metered, spine racks`,
      rating: `${pduKva(spine_supply.way_a)} kVA behind ${spine_supply.way_a} A`,
      each: 2 * spine_supply.pdu_pairs,
    },
  ].map(({ tag, description, rating, each }) =>
    siteItem(input, {
      item_id: `${spines.module_kind}/spine-${tag ?? 'pdu'}`,
      tag,
      parent_item_id: spines.module_kind,
      level: 'equipment',
      category: 'power',
      module_kind: spines.module_kind,
      module_ids: spines.module_ids,
      description,
      rating,
      unit: 'ea',
      quantity_per_module: each,
      quantity: each * spines.module_ids.length,
      spec_ref: 'NE-NODE-01',
    }),
  )
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
