import type { FieldSwitch, SiteItem } from '@edp/schemas'

import { fieldSwitchRating } from '../electrical/field-switch.ts'
import { siteItem, type ItemsInput } from './items-input.ts'

/** A switch with the module that it stands at. */
interface PlacedSwitch {
  readonly field_switch: FieldSwitch
  readonly module_id: string
}

/** Lockable switches at the heat rejection units, as their supplies have them: alike ones in a line. */
export function fieldSwitches(input: ItemsInput): SiteItem[] {
  const alike = new Map<string, PlacedSwitch[]>()
  for (const { power, to } of input.connections) {
    if (power?.field_switch == null) continue
    const { field_switch } = power
    const rating = fieldSwitchRating(field_switch)
    alike.set(rating, [...(alike.get(rating) ?? []), { field_switch, module_id: to.module_id }])
  }
  return [...alike].map(([rating, placed], index) =>
    siteItem(input, {
      item_id: `heat_rejection_unit/switch-${index + 1}`,
      component_tags: tagsOf(placed),
      level: 'part',
      category: 'power',
      module_kind: 'heat_rejection_unit',
      module_ids: placed.map(({ module_id }) => module_id),
      description:
        'Disconnect switch within sight of the heat rejection unit, outdoors, type 3R, lockable open',
      rating,
      unit: 'ea',
      quantity_per_module: 1,
      quantity: placed.length,
      spec_ref: 'EL-FEEDER-01',
    }),
  )
}

/** 89-D01, or 89-D01..89-D32. */
function tagsOf(placed: readonly PlacedSwitch[]): string {
  const tags = placed.map(({ field_switch }) => field_switch.tag)
  return [...new Set([tags[0], tags.at(-1)])].join('..')
}
