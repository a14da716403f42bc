import { roundTo, type BomDocument, type BomLineItem, type SiteModel } from '@edp/schemas'

import { SPARE_RULES } from './spare-rules.ts'

/** The site in figures, what the lines add up to, and the rules behind the spares. Units stand in the keys. */
export function bomSummary(site: SiteModel, lines: readonly BomLineItem[]): BomDocument['summary'] {
  const count = (holds: (line: BomLineItem) => boolean): number => lines.filter(holds).length
  const mass = (scope: BomLineItem['scope']): number =>
    roundTo(
      deliveries(lines).reduce(
        (sum, line) => sum + (line.scope === scope ? (line.total_mass_kg ?? 0) : 0),
        0,
      ),
      0,
    )
  const length = (category: string): number =>
    roundTo(
      lines.reduce((sum, line) => sum + (line.category === category && onSite(line) ? line.quantity : 0), 0),
      1,
    )
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
    lines_supply_count: count((line) => line.scope === 'supply'),
    lines_bought_in_count: count((line) => line.scope === 'bought_in'),
    lines_by_others_count: count((line) => line.scope === 'by_others'),
    lines_excluded_count: count((line) => line.sourcing.excluded),
    lines_certificate_required_count: count((line) => line.sourcing.supplier_certificate_required),
    mass_supply_kg: mass('supply'),
    mass_bought_in_kg: mass('bought_in'),
    mass_unknown_lines_count: deliveries(lines).filter(
      (line) => line.scope !== 'by_others' && line.total_mass_kg === null,
    ).length,
    mass_rule:
      'sum of the lines that no other line contains, without spares; cables and hoses inside containers belong to the containers',
    site_cables_m: length('cable'),
    site_hoses_m: length('hose'),
    ...SPARE_RULES,
    findings_count: site.findings.length,
    findings_critical_count: site.findings.filter((finding) => finding.severity === 'critical').length,
  }
}

/** Lines that come to the site on their own: contained in no other, and no cable inside a module. */
function deliveries(lines: readonly BomLineItem[]): BomLineItem[] {
  return lines.filter((line) => line.parent_line_no === null && (line.runs_count === null || onSite(line)))
}

/** A cable or hose that is pulled on site, by us. */
function onSite(line: BomLineItem): boolean {
  return line.runs_count !== null && line.module_kind === null && line.scope !== 'by_others'
}
