import type { BlockElectrical, SiteModel } from '@edp/schemas'

import { designationRange } from '../sheet/designation-range.ts'
import type { Table, TableRow } from '../sheet/table.ts'
import { kilowatts } from './labels.ts'

/** Designations as ranges, `-` where there is none. */
function rangeOf(names: readonly string[]): string {
  return names.length === 0 ? '-' : designationRange(names)
}

/** What stands in a block, as ranges of designations. */
export interface BlockSummary {
  readonly ordinal: number
  readonly head: string
  readonly supplies: string
  readonly transformers: string
  readonly sections: string
  readonly collectors: string
  readonly containers: string
  readonly containers_count: number
  readonly batteries: string
  readonly batteries_count: number
}

/** Designations by module, made once for a site: a summary of every block looks them up. */
const designations = new WeakMap<SiteModel['modules'], ReadonlyMap<string, string>>()

function designationsOf(modules: SiteModel['modules']): ReadonlyMap<string, string> {
  const known = designations.get(modules)
  if (known !== undefined) return known
  const names = new Map(modules.map((module) => [module.module_id, module.designation]))
  designations.set(modules, names)
  return names
}

/** Summarises a block for the key one-line and for the table of designations. */
export function summaryOf(site: SiteModel, block: BlockElectrical): BlockSummary {
  const names = designationsOf(site.modules)
  const place = site.blocks.find((candidate) => candidate.block_id === block.block_id)
  const of = (ids: readonly string[]): string[] => ids.map((id) => names.get(id) ?? id)
  return {
    ordinal: place?.ordinal ?? 1,
    head: names.get(place?.grid_module_id ?? '') ?? '-',
    supplies: block.supplies.map((supply) => supply.tag).join(', '),
    transformers: rangeOf(block.transformers.map((transformer) => transformer.tag)),
    sections: rangeOf(block.lv_buses.map((bus) => bus.tag)),
    collectors: rangeOf(block.bess_branches.map((branch) => branch.tag)),
    containers: rangeOf(of(place?.compute_module_ids ?? [])),
    containers_count: place?.compute_module_ids.length ?? 0,
    batteries: rangeOf(of(place?.bess_module_ids ?? [])),
    batteries_count: place?.bess_module_ids.length ?? 0,
  }
}

/** Designations of every block, so that a typical sheet can be read for each of them. */
export function designationTable(
  site: SiteModel,
  sheetOf: (block: BlockElectrical) => { sheet_id: string; number: string },
): Table {
  return {
    title: 'DESIGNATIONS BY BLOCK',
    columns: [
      'Block',
      'Switchgear',
      'MV bus',
      'Supplies',
      'Supply breakers',
      'Transformers',
      'LV sections',
      'Ties',
      'Collectors',
      'Battery units',
      'Containers',
      'Demand',
      'Sheet',
    ].map((title) => ({ title })),
    rows: site.electrical.blocks.map((block): TableRow => {
      const summary = summaryOf(site, block)
      const sheet = sheetOf(block)
      return {
        sheet_id: sheet.sheet_id,
        cells: [
          String(summary.ordinal),
          summary.head,
          block.mv_bus?.tag ?? '-',
          summary.supplies,
          block.supplies.map((supply) => supply.breaker.tag).join(', '),
          summary.transformers,
          summary.sections,
          rangeOf(block.bus_ties.map((tie) => tie.tag)),
          summary.collectors,
          summary.batteries,
          summary.containers,
          kilowatts(block.demand_kw),
          sheet.number,
        ],
      }
    }),
  }
}
