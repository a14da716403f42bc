import {
  EdpError,
  roundTo,
  type BomDocument,
  type BomLineItem,
  type SiteItem,
  type SiteModel,
} from '@edp/schemas'

import { bomSummary } from './bom-summary.ts'
import { cableLines } from './cable-lines.ts'
import { designationRanges } from './designation-ranges.ts'

const LEVELS = { site: 0, module: 1, equipment: 2, part: 3 } as const satisfies Record<
  SiteItem['level'],
  number
>

/** Drawing that shows items of a category. */
const DRAWINGS: ReadonlyMap<string, string> = new Map([
  ['power', 'E-SLD'],
  ['bess', 'E-SLD'],
  ['cooling', 'M-PID'],
  ['network', 'T-NET'],
  ['control', 'T-NET'],
])

/**
 * Bill of materials of a site: every item below the one that contains it, then cables and hoses by type with spares.
 *
 * @throws {EdpError} `internal` when items contain each other in a circle.
 * @example buildBom(site).lines.filter((line) => line.scope === 'bought_in')
 */
export function buildBom(site: SiteModel): BomDocument {
  const items = containedOrder(site.items)
  const numbers = new Map(items.map((item, index) => [item.item_id, index + 1]))
  const designations = new Map(site.modules.map((module) => [module.module_id, module.designation]))
  const lines = [
    ...items.map((item, index) => itemLine(item, index + 1, numbers, designations)),
    ...cableLines(site, items.length + 1),
  ]
  return {
    schema: 'edp.bom/1',
    deployment_id: site.payload.deployment_id,
    design_revision: site.design_revision,
    site_name: site.payload.deployment_site_name,
    operator_org: site.payload.operator_org,
    sourcing_tier: site.resolution.sourcing_tier,
    summary: bomSummary(site, lines),
    lines,
    findings: site.findings,
    basis: site.basis,
  }
}

/** Items in the site's order, each followed by what it contains. */
function containedOrder(items: readonly SiteItem[]): SiteItem[] {
  const ids = new Set(items.map((item) => item.item_id))
  const contents = new Map<string | null, SiteItem[]>()
  for (const item of items) {
    const parent = item.parent_item_id !== null && ids.has(item.parent_item_id) ? item.parent_item_id : null
    const siblings = contents.get(parent)
    if (siblings === undefined) contents.set(parent, [item])
    else siblings.push(item)
  }
  const withContents = (item: SiteItem): SiteItem[] => [
    item,
    ...(contents.get(item.item_id) ?? []).flatMap(withContents),
  ]
  const ordered = (contents.get(null) ?? []).flatMap(withContents)
  if (ordered.length !== items.length)
    throw new EdpError(
      'internal',
      `items contain each other: ${items.length - ordered.length} of them are in no other`,
    )
  return ordered
}

function itemLine(
  item: SiteItem,
  line_no: number,
  numbers: ReadonlyMap<string, number>,
  designations: ReadonlyMap<string, string>,
): BomLineItem {
  return {
    line_no,
    item_id: item.item_id,
    parent_line_no: item.parent_item_id === null ? null : (numbers.get(item.parent_item_id) ?? null),
    level: LEVELS[item.level],
    category: item.category,
    tag: item.tag,
    component_tags: item.component_tags,
    block_id: item.block_id,
    module_kind: item.module_kind,
    module_designations: designationRanges(item.module_ids.map((id) => designations.get(id) ?? id)),
    description: item.description,
    rating: item.rating,
    manufacturer: item.manufacturer,
    mpn: item.mpn,
    scope: item.scope,
    unit: item.unit,
    quantity_per_module: item.quantity_per_module,
    runs_count: null,
    quantity: item.quantity,
    spare_quantity: item.spare_quantity,
    order_quantity: roundTo(item.quantity + item.spare_quantity, 3),
    unit_mass_kg: item.unit_mass_kg,
    total_mass_kg: item.unit_mass_kg === null ? null : roundTo(item.unit_mass_kg * item.quantity, 1),
    sourcing: item.sourcing,
    spec_ref: item.spec_ref,
    drawing_ref: DRAWINGS.get(item.category) ?? '',
  }
}
