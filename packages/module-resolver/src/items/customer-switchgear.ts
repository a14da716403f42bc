import type { SiteItem } from '@edp/schemas'

import { lvBoardRating } from '../electrical/equipment-rating.ts'
import { modulesOf, siteItem, type ItemsInput } from './items-input.ts'

/** Required switchgear of the customer, one line for each block. */
export function customerSwitchgear(input: ItemsInput): SiteItem[] {
  return modulesOf(input, 'customer_switchgear').flatMap((module) => {
    const block = input.electrical.blocks.find((b) => b.block_id === module.block_id)
    const [bus] = block?.lv_buses ?? []
    return bus === undefined || block === undefined
      ? []
      : [
          siteItem(input, {
            item_id: module.designation,
            tag: module.designation,
            level: 'module',
            category: 'power',
            block_id: module.block_id,
            module_kind: 'customer_switchgear',
            module_ids: [module.module_id],
            description: 'Customer switchgear, rating required',
            rating: `${lvBoardRating(block)}, ${bus.surge_protection ?? ''} at each section, ${block.demand_kva} kVA demand`,
            scope: 'by_others',
            unit: 'ea',
            quantity_per_module: 1,
            quantity: 1,
            spec_ref: 'EL-BUS-01',
          }),
        ]
  })
}
