import { roundTo, type SiteItem } from '@edp/schemas'

import { pduKva, SPINE_BOARD, SPINE_RACK, SPINE_TRANSFORMER } from '../electrical/spine-supply.ts'
import { IT_V } from '../electrical/system-voltages.ts'
import { HOSTED_KG } from '../layout/hosted-mass.ts'
import { spinePduTag } from '../network/management-leads.ts'
import { siteItem, type ItemsInput } from './items-input.ts'
import { spineCords, spineFrames } from './spine-cords.ts'

const PDU_SIDES = ['A', 'B'] as const
/** Ports of one twin-port transceiver. */
const TRANSCEIVER_PORTS = 2
/** Spare transceivers, share. Source: design choice, as in the catalogue. */
const OPTICS_SPARES = 0.02

/** What the spines need besides themselves: their supply, their frame, their transceivers and the cords to them. */
export function spineItems(input: ItemsInput): SiteItem[] {
  return [...spineRacks(input), ...spineFrames(input), ...spineOptics(input), ...spineCords(input)]
}

/** Racks, transformer, board and rack PDUs of the spines where they stand; the containers' own racks are in the catalogue. */
function spineRacks(input: ItemsInput): SiteItem[] {
  const spines = input.network.nodes.find((node) => node.kind === 'spine')
  const { spine_supply } = input
  if (spines === undefined || spine_supply === null) return []
  const [first = ''] = spines.module_ids
  const inside = input.typicals.find((typical) => typical.module_ids.includes(first))
  const ratingOf = (tag: string): string =>
    inside?.equipment.find((equipment) => equipment.device === tag)?.rating ?? ''
  const racks = Array.from({ length: spine_supply.pdu_pairs }, (_, index) => `${SPINE_RACK}${index + 1}`)
  return [
    {
      id: 'rack',
      tag: null,
      component_tags: racks.join(', '),
      category: 'it' as const,
      description: 'Rack 52U, 600 x 1000 mm, spine switches',
      rating: '',
      each: racks.length,
      unit_mass_kg: HOSTED_KG.rack,
    },
    {
      id: SPINE_TRANSFORMER,
      tag: SPINE_TRANSFORMER,
      description: 'Step-down transformer of the spine racks, dry type',
      rating: ratingOf(SPINE_TRANSFORMER),
      each: 1,
      unit_mass_kg: HOSTED_KG.transformer,
    },
    {
      id: SPINE_BOARD,
      tag: SPINE_BOARD,
      description: 'Board of the spine racks, with main breaker and a way for each rack PDU',
      rating: ratingOf(SPINE_BOARD),
      each: 1,
      unit_mass_kg: HOSTED_KG.board,
    },
    {
      id: 'pdu',
      tag: null,
      component_tags: racks
        .flatMap((_, index) => PDU_SIDES.map((side) => spinePduTag(index + 1, side)))
        .join(', '),
      description: `Rack PDU ${IT_V} V 3-phase ${spine_supply.pdu_inlet_a} A, metered, spine racks`,
      rating: `${pduKva(spine_supply.way_a)} kVA behind ${spine_supply.way_a} A`,
      each: 2 * spine_supply.pdu_pairs,
      unit_mass_kg: HOSTED_KG.pdu,
    },
  ].map(({ id, each, category = 'power', ...item }) =>
    siteItem(input, {
      ...item,
      item_id: `${spines.module_kind}/spine-${id}`,
      parent_item_id: spines.module_kind,
      level: 'equipment',
      category,
      module_kind: spines.module_kind,
      module_ids: spines.module_ids,
      unit: 'ea',
      quantity_per_module: each,
      quantity: each * spines.module_ids.length,
      spec_ref: 'NE-NODE-01',
    }),
  )
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
