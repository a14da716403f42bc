import type { BlockElectrical, SiteModel } from '@edp/schemas'

import type { BlockGroup } from './block-groups.ts'
import type { PlannedSheet } from './block-context.ts'

/** A sheet with the group of blocks that it shows; null on sheets of the whole site. */
export interface PlannedGroupSheet extends PlannedSheet {
  readonly group: BlockGroup | null
}

/** Sheets of the whole site. */
export function siteSheets(sheets: readonly PlannedSheet[]): PlannedGroupSheet[] {
  return sheets.map((sheet) => ({ ...sheet, group: null }))
}

/** The sheets of a group, titled as a typical where it stands for several blocks. */
export function groupSheets(
  sheets: readonly PlannedSheet[],
  group: BlockGroup,
  site: SiteModel,
): PlannedGroupSheet[] {
  const title = (sheet: PlannedSheet): string =>
    group.blocks.length === 1 ? sheet.title : `${sheet.title} (typical of blocks ${ordinalsOf(group, site)})`
  return sheets.map((sheet) => ({ ...sheet, group, title: title(sheet) }))
}

/** What a reader of a typical has to know; empty on the sheets of one block. */
export function typicalNote(group: BlockGroup, site: SiteModel): string {
  if (group.blocks.length === 1) return ''
  return `Typical of blocks ${ordinalsOf(group, site)}: the designations, cable lengths and voltage drops shown are those of the first one; the schedules give every block's own.`
}

/** The blocks drawn as typicals, in the order of the site: their sheets show those of the first one only. */
export function typicalBlocks(site: SiteModel, groups: readonly BlockGroup[]): BlockElectrical[] {
  const typical = new Set(groups.filter((group) => group.blocks.length > 1).flatMap((group) => group.blocks))
  return site.electrical.blocks.filter((block) => typical.has(block))
}

function ordinalsOf(group: BlockGroup, site: SiteModel): string {
  const ordinals = group.blocks.map((block) => site.electrical.blocks.indexOf(block) + 1)
  const runs: [number, number][] = []
  for (const ordinal of ordinals) {
    const run = runs.at(-1)
    if (run?.[1] === ordinal - 1) run[1] = ordinal
    else runs.push([ordinal, ordinal])
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from} to ${to}`)).join(', ')
}
