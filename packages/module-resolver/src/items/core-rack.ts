import type { SiteItem } from '@edp/schemas'

import { CORE_RACK } from '../electrical/core-supply.ts'
import { IT_V } from '../electrical/system-voltages.ts'
import { HOSTED_KG } from '../layout/hosted-mass.ts'
import { CORE_PDUS } from '../network/management-leads.ts'
import { modulesOf, siteItem, type ItemsInput } from './items-input.ts'

/** Rack and PDUs of EMS and OT core in the compute container that holds them; a grid container has its own in the catalogue. */
export function coreRack(input: ItemsInput): SiteItem[] {
  const { core_supply } = input
  const [host] = modulesOf(input, 'compute_container')
  if (core_supply === null || host === undefined) return []
  return [
    {
      id: 'rack',
      tag: CORE_RACK,
      component_tags: CORE_RACK,
      category: 'it' as const,
      description: 'Rack 52U, 600 x 1200 mm, EMS and OT core',
      each: 1,
      unit_mass_kg: HOSTED_KG.rack,
    },
    {
      id: 'pdu',
      tag: null,
      component_tags: CORE_PDUS.map(({ tag }) => tag).join(', '),
      category: 'power' as const,
      description: `Rack PDU ${IT_V} V 3-phase ${core_supply.way_a} A, metered, EMS and OT core`,
      rating: `${core_supply.pdu_kva} kVA`,
      each: 2,
      unit_mass_kg: HOSTED_KG.pdu,
    },
  ].map(({ id, each, ...item }) =>
    siteItem(input, {
      ...item,
      item_id: `compute_container/core-${id}`,
      parent_item_id: 'compute_container',
      level: 'equipment',
      module_kind: 'compute_container',
      module_ids: [host.module_id],
      unit: 'ea',
      quantity_per_module: each,
      quantity: each,
      spec_ref: 'EL-CORE-01',
    }),
  )
}
