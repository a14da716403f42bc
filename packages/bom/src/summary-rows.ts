import type { BomDocument } from '@edp/schemas'

import { text, type Cell, type Column } from './column.ts'

/** A property of the site or of the bill, in words, with its unit. */
export type SummaryRow = readonly [property: string, value: Cell, unit: string]

/** Columns of the first sheet. */
export const SUMMARY_COLUMNS: readonly Column<SummaryRow>[] = [
  text('Property', 44, ([property]) => property),
  {
    header: 'Value',
    width: 90,
    wrap: true,
    left: true,
    format: '#,##0',
    fractionFormat: '#,##0.0##',
    value: ([, value]) => value,
  },
  text('Unit', 12, ([, , unit]) => unit),
]

/** Words of the figures in the summary; a figure without words shows its key. */
const WORDS: ReadonlyMap<string, readonly [property: string, unit: string]> = new Map([
  ['deployment_profile', ['Deployment profile', '']],
  ['gpu_variant', ['GPU variant', '']],
  ['gpu_count', ['GPUs installed', '']],
  ['compute_containers_count', ['Compute containers', '']],
  ['blocks_count', ['Blocks', '']],
  ['bess_units_count', ['Battery units', '']],
  ['bess_installed_mwh', ['Battery energy installed', 'MWh']],
  ['site_demand_kw', ['Site demand', 'kW']],
  ['source_capacity_kw', ['Source capacity', 'kW']],
  ['technology_supply_c', ['Technology coolant supply', 'degC']],
  ['lines_count', ['Lines', '']],
  ['lines_supply_count', ['Lines, supply', '']],
  ['lines_bought_in_count', ['Lines, bought in', '']],
  ['lines_by_others_count', ['Lines, BY OTHERS', '']],
  ['lines_excluded_count', ['Lines excluded in this tier', '']],
  ['lines_certificate_required_count', ['Lines with a supplier certificate to obtain', '']],
  ['mass_supply_kg', ['Mass, supply', 'kg']],
  ['mass_bought_in_kg', ['Mass, bought in', 'kg']],
  ['mass_unknown_lines_count', ['Lines of unknown mass (not in the sums)', '']],
  ['mass_rule', ['Rule of the masses', '']],
  ['site_cables_m', ['Cables pulled on site, without spares', 'm']],
  ['site_hoses_m', ['Hoses between modules, without spares', 'm']],
  ['spare_rule_cables', ['Spares: cables', '']],
  ['spare_rule_hoses', ['Spares: hoses and made-up trunks', '']],
  ['spare_rule_factory', ['Spares: factory-made and BY OTHERS', '']],
  ['spare_rule_items', ['Spares: equipment and parts', '']],
  ['findings_count', ['Findings', '']],
  ['findings_critical_count', ['Findings, critical', '']],
])

/** Who and what the bill is for, then its figures. */
export function summaryRows(bom: BomDocument): SummaryRow[] {
  return [
    ['Site', bom.site_name, ''],
    ['Operator', bom.operator_org, ''],
    ['Deployment', bom.deployment_id, ''],
    ['Design revision', bom.design_revision, ''],
    ['Status', 'PRELIMINARY - NOT FOR CONSTRUCTION', ''],
    ['Sourcing tier', bom.sourcing_tier, ''],
    ['Levels of the lines', '0 site, 1 module, 2 equipment, 3 part', ''],
    ...Object.entries(bom.summary).map(([key, value]): SummaryRow => {
      const [property, unit] = WORDS.get(key) ?? [key, '']
      return [property, value, unit]
    }),
  ]
}
