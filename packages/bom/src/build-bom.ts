import { roundTo, type BomDocument, type BomLineItem, type Connection, type ItemSourcing, type SiteItem, type SiteModel } from '@edp/schemas'

import { rangeOf } from './range-of.ts'
import { cableTotals } from './cable-totals.ts'

const LEVELS = { site: 0, module: 1, equipment: 2, part: 3 } as const satisfies Record<SiteItem['level'], number>

/**
 * Bill of materials of a site: its items, and its cables and hoses by type with spares.
 *
 * @example buildBom(site).lines.filter((line) => line.scope === 'bought_in')
 */
export function buildBom(site: SiteModel): BomDocument {
  const designation = new Map(site.modules.map((m) => [m.module_id, m.designation]))
  const numbers = new Map(site.items.map((item, index) => [item.item_id, index + 1]))
  const items = site.items.map((item, index): BomLineItem => ({
    line_no: index + 1,
    item_id: item.item_id,
    parent_line_no: item.parent_item_id === null ? null : (numbers.get(item.parent_item_id) ?? null),
    level: LEVELS[item.level],
    category: item.category,
    tag: item.tag,
    block_id: item.block_id,
    module_kind: item.module_kind,
    module_designations: rangeOf(item.module_ids.map((id) => designation.get(id) ?? id)),
    description: item.description,
    rating: item.rating,
    manufacturer: item.manufacturer,
    mpn: item.mpn,
    scope: item.scope,
    unit: item.unit,
    quantity_per_module: item.quantity_per_module,
    quantity: item.quantity,
    spare_quantity: item.spare_quantity,
    order_quantity: roundTo(item.quantity + item.spare_quantity, 3),
    unit_mass_kg: item.unit_mass_kg,
    total_mass_kg: item.unit_mass_kg === null ? null : roundTo(item.unit_mass_kg * item.quantity, 1),
    sourcing: item.sourcing,
    spec_ref: item.spec_ref,
    drawing_ref: drawingRef(item),
  }))
  const lines = [...items, ...cableLines(site, items.length)]
  return {
    schema: 'edp.bom/1',
    deployment_id: site.payload.deployment_id,
    design_revision: site.design_revision,
    site_name: site.payload.deployment_site_name,
    operator_org: site.payload.operator_org,
    sourcing_tier: site.resolution.sourcing_tier,
    summary: summaryOf(site, lines),
    lines,
    findings: site.findings,
    basis: site.basis,
  }
}

function drawingRef(item: SiteItem): string {
  if (item.tag !== null || item.category === 'power' || item.category === 'bess') return 'E-SLD'
  if (item.category === 'cooling') return 'M-PID'
  return item.category === 'network' || item.category === 'control' ? 'T-NET' : ''
}

const CATEGORY: Partial<Record<Connection['service'], [category: string, drawing: string]>> = {
  coolant_supply: ['hose', 'M-PID'],
  coolant_return: ['hose', 'M-PID'],
  drain: ['hose', 'M-PID'],
  fibre: ['cable', 'T-NET'],
  copper: ['cable', 'T-NET'],
}

function cableLines(site: SiteModel, offset: number): BomLineItem[] {
  return cableTotals(site).map((total, index) => {
    const [category, drawing_ref] = CATEGORY[total.service as Connection['service']] ?? ['cable', 'E-SLD']
    return {
      line_no: offset + index + 1,
      item_id: `X-${String(index + 1).padStart(3, '0')}`,
      parent_line_no: null,
      level: LEVELS.site,
      category,
      tag: null,
      block_id: null,
      module_kind: null,
      module_designations: total.installed,
      description: `${total.type}${total.size === '' ? '' : `, ${total.size}`}`,
      rating: total.service,
      manufacturer: null,
      mpn: null,
      scope: total.scope,
      unit: 'm',
      quantity_per_module: total.total_length_m,
      quantity: total.total_length_m,
      spare_quantity: total.spare_length_m,
      order_quantity: total.order_length_m,
      unit_mass_kg: null,
      total_mass_kg: total.mass_kg,
      sourcing: bulkSourcing(site, total.scope === 'by_others'),
      spec_ref: 'LE-CABLE-01',
      drawing_ref,
    }
  })
}

const TBC = 'TBC - supplier certificate'

/** Nothing is known of the origin of bulk cable and hose before it is bought. */
function bulkSourcing(site: SiteModel, byOthers: boolean): ItemSourcing {
  const tier = site.resolution.sourcing_tier
  const federal = tier !== 'commercial' && !byOthers
  const open = (applies: boolean): ItemSourcing['taa_status'] => (applies ? TBC : 'not applicable')
  return {
    tier, country_of_origin: byOthers ? 'not applicable' : TBC, taa_status: open(federal), baa_status: open(federal), section_889: 'not applicable', section_154: 'not applicable',
    dfars_qualifying: open(federal && tier === 'dod_eligible'), excluded: false, supplier_certificate_required: !byOthers, note: '',
  }
}

function summaryOf(site: SiteModel, lines: readonly BomLineItem[]): BomDocument['summary'] {
  const scope = (name: BomLineItem['scope']): number => lines.filter((line) => line.scope === name).length
  return {
    deployment_profile: site.resolution.deployment_profile,
    gpu_variant: site.resolution.gpu_variant,
    gpu_count: site.resolution.gpu_count,
    compute_containers_count: site.resolution.compute_container_count,
    blocks_count: site.blocks.length,
    bess_units_count: site.bess?.units_count ?? 0,
    bess_installed_mwh: site.bess?.installed_mwh ?? 0,
    site_demand_kw: site.loads.site_kw,
    source_capacity_kw: site.loads.source_capacity_kw,
    technology_supply_c: site.cooling.technology_supply_c,
    lines_count: lines.length,
    lines_supply_count: scope('supply'),
    lines_bought_in_count: scope('bought_in'),
    lines_by_others_count: scope('by_others'),
    lines_excluded_count: lines.filter((line) => line.sourcing.excluded).length,
    container_mass_kg: site.modules.find((m) => m.kind === 'compute_container')?.mass_kg ?? 0,
    findings_count: site.findings.length,
  }
}
