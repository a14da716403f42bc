import type { SiteItem } from '@edp/schemas'

import { modulesOf, siteItem, type ItemsInput } from './items-input.ts'

/** Lockable switches at the heat rejection units, as the ends of their supplies say: alike ones in a line. */
export function fieldSwitches(input: ItemsInput): SiteItem[] {
  const units = new Set(modulesOf(input, 'heat_rejection_unit').map((module) => module.module_id))
  const places = new Map<string, string[]>()
  for (const { service, to } of input.connections)
    if (service === 'power_lv' && units.has(to.module_id))
      places.set(to.termination, [...(places.get(to.termination) ?? []), to.module_id])
  return [...places].map(([termination, module_ids], index) =>
    siteItem(input, {
      item_id: `heat_rejection_unit/switch-${index + 1}`,
      level: 'part',
      category: 'power',
      module_kind: 'heat_rejection_unit',
      module_ids,
      description:
        'Disconnect switch within sight of the heat rejection unit, outdoors, type 3R, lockable open',
      rating: termination.replace(/^lockable switch /, ''),
      unit: 'ea',
      quantity_per_module: 1,
      quantity: module_ids.length,
      spec_ref: 'EL-FEEDER-01',
    }),
  )
}
