import type { Sheet, SiteModel } from '@edp/schemas'

import type { Table } from '../../sheet/table.ts'
import { fixed } from '../labels.ts'
import { left, right, wrapped } from './cells.ts'

type Row = [string, number, string]

const AUXILIARIES = 'running, spine switches included; feeders carry the connected load'

/** Widest column of what a load rests on, mm: on A3 the table stands beside a diagram. */
const BASIS_MM = { A1: 70, A2: 70, A3: 36 } as const satisfies Record<Sheet['size'], number>

/** Loads of the site with what its sources give. */
export function loadTable(site: SiteModel, size: Sheet['size']): Table {
  const { loads } = site
  const rows: Row[] = [
    ...loads.container_lines.map((line): Row => [line.line, line.per_container_kw, line.note]),
    ['One compute container, design maximum', loads.container_max_kw, `${loads.container_kva} kVA`],
    [
      countText(site.resolution.compute_container_count),
      loads.compute_kw,
      hostedText(loads, site.resolution.compute_container_count),
    ],
    ...(loads.grid_auxiliary_kw === 0
      ? []
      : [['Grid container auxiliaries', loads.grid_auxiliary_kw, AUXILIARIES] satisfies Row]),
    ...(loads.bess_auxiliary_kw === 0
      ? []
      : [['Battery auxiliaries', loads.bess_auxiliary_kw, ''] satisfies Row]),
    [
      'Site demand',
      loads.site_kw,
      `${loads.site_kva} kVA; ${demandText(loads, site.resolution.compute_container_count)}`,
    ],
    ['Source capacity', loads.source_capacity_kw, `margin ${loads.source_margin_kw} kW`],
  ]
  return {
    title: 'LOADS',
    columns: [left('Load'), right('kW'), wrapped('Basis', BASIS_MM[size])],
    rows: rows.map(([line, kw, note]) => ({ cells: [line, fixed(kw, 1), note] })),
  }
}

/** A site may have one container alone. */
function countText(count: number): string {
  return `${count} compute container${count === 1 ? '' : 's'}`
}

/** What they hold for the site beside their own loads. */
function hostedText(
  { compute_kw, container_max_kw, grid_auxiliary_kw }: SiteModel['loads'],
  count: number,
): string {
  const hosted = compute_kw - count * container_max_kw
  return grid_auxiliary_kw > 0 || hosted < 0.1
    ? ''
    : `EMS, OT core and spine switches with their cooling included, ${fixed(hosted, 1)} kW`
}

/** How the demand is made: `0.9 x 2155.2 kW of containers + 144.1 kW in full`. */
function demandText({ demand_factor, container_max_kw, site_kw }: SiteModel['loads'], count: number): string {
  const compute = count * container_max_kw
  return `${demand_factor} x ${fixed(compute, 1)} kW of compute containers (demand factor, assumption) + ${fixed(site_kw - demand_factor * compute, 1)} kW in full`
}
