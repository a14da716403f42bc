import type { BomLineItem, ItemSourcing, SiteModel, SourcingTier } from '@edp/schemas'

import { lengthTotals, type LengthTotal } from './length-totals.ts'
import { SERVICE_NAMES } from './service-names.ts'

const TBC = 'TBC - supplier certificate'

/** Cables and hoses as lines of the bill of materials, numbered from `first`. */
export function cableLines(site: SiteModel, first: number): BomLineItem[] {
  const kinds = site.typicals.map(({ kind }) => kind)
  return lengthTotals(site).map((total, index) => {
    const several = kinds.filter((kind) => kind === total.module_kind).length > 1
    const place = several ? `${total.module_kind ?? ''} ${total.designations}` : (total.module_kind ?? 'site')
    return cableLine(total, place, first + index, site.resolution.sourcing_tier)
  })
}

function cableLine(total: LengthTotal, place: string, line_no: number, tier: SourcingTier): BomLineItem {
  const hose = total.medium === 'hose' || total.medium === 'pipe'
  const { name, drawing } = SERVICE_NAMES[total.service]
  return {
    line_no,
    item_id: [hose ? 'hose' : 'cable', total.service, total.type, total.size, place, total.scope].join('/'),
    parent_line_no: null,
    level: 0,
    category: hose ? 'hose' : 'cable',
    tag: null,
    component_tags: '',
    block_id: null,
    module_kind: total.module_kind,
    module_designations: total.designations,
    description: [
      total.type,
      ...(total.size === '' ? [] : [total.size]),
      ...(total.rated_bar === null
        ? []
        : [`rated ${total.rated_bar} bar, bursts above ${total.burst_bar ?? 0} bar`]),
    ].join(', '),
    rating: name,
    manufacturer: null,
    mpn: null,
    scope: total.scope,
    unit: 'm',
    quantity_per_module: total.length_per_module_m,
    runs_count: total.runs_count,
    quantity: total.total_length_m,
    spare_quantity: total.spare_length_m,
    order_quantity: total.order_length_m,
    unit_mass_kg: null,
    total_mass_kg: total.mass_kg,
    sourcing: bulkSourcing(tier, total.scope === 'by_others'),
    spec_ref:
      total.installed === 'factory' ? 'made up inside the module by its maker' : 'cable and hose schedule',
    drawing_ref: drawing,
  }
}

/** Nothing is known of the origin of bulk cable and hose before it is bought. */
function bulkSourcing(tier: SourcingTier, byOthers: boolean): ItemSourcing {
  const open = (applies: boolean): ItemSourcing['taa_status'] =>
    applies && !byOthers ? TBC : 'not applicable'
  return {
    tier,
    country_of_origin: byOthers ? 'not applicable' : TBC,
    taa_status: open(tier !== 'commercial'),
    baa_status: open(tier !== 'commercial'),
    section_889: 'not applicable',
    section_154: 'not applicable',
    dfars_qualifying: open(tier === 'dod_eligible'),
    excluded: false,
    supplier_certificate_required: !byOthers,
    note: '',
  }
}
