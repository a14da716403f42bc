import { roundTo, type SiteItem, type SiteModule } from '@edp/schemas'

import type { ItemSource } from './items-input.ts'

/** A line of the site as a whole; the rule says where its quantity comes from. */
export type Row = [
  id: string,
  category: string,
  description: string,
  unit: SiteItem['unit'],
  quantity: number,
  rule: string,
  spares: number,
  unit_kg: number | null,
]

/** Lines of nothing are left out. */
export function hasQuantity([, , , , quantity]: Row): boolean {
  return quantity > 0
}

/** A row as an item. */
export function sourceOf([id, category, description, unit, quantity, rule, spares, kg]: Row): ItemSource {
  return {
    item_id: `site/${id}`,
    level: 'site',
    category,
    description,
    unit,
    quantity_per_module: quantity,
    quantity,
    spare_quantity: spares === 0 ? 0 : Math.ceil(roundTo(quantity * spares, 6)),
    unit_mass_kg: kg,
    spec_ref: rule,
  }
}

/** Outline of a module on the site plan, m. */
export function perimeter(module: SiteModule): number {
  return 2 * (module.length_m + module.width_m)
}
