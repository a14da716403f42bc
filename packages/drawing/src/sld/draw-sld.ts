import type { BlockElectrical, Connection, Drawing, SiteModel } from '@edp/schemas'

import { LINETYPES, SLD_LAYERS } from '../sheet/layers.ts'
import { paperSize, titleBlockOf } from '../sheet/title-block.ts'
import { sldSymbols } from '../symbols/sld/sld-symbols.ts'
import type { PlannedSheet } from './block-context.ts'
import { blockGroups } from './block-groups.ts'
import { planBlock } from './block-plan.ts'
import { composeSheets } from './compose-sheets.ts'
import type { Composition } from './composition.ts'
import { distributionSheets } from './distribution-sheets.ts'
import { narrowestLane } from './distribution/lanes.ts'
import { keySheets } from './key-sheets.ts'
import type { SheetContent } from './sheet-content.ts'
import { groupSheets, siteSheets } from './sheet-plan.ts'
import { sldStyle, type SldStyle } from './sld-style.ts'

/** Between the boxes of two loads in the narrowest lanes, mm. */
const LOAD_GAP_MM = 2
/** Lane that still holds a load with its current on A3, mm. */
const LEAST_LANE_MM = 15

/**
 * The single line diagram of a site: a key one-line where no sheet shows all of its medium voltage, each block from its supplies to its
 * loads with the schedules of what the sheet shows, the distribution inside the containers, then general notes, legend
 * and list of sheets. Equal blocks of a large site are drawn once; the schedules still name everything in each of them.
 *
 * @example const pdf = await renderPdf(drawSld(site))
 */
export function drawSld(site: SiteModel): Drawing {
  const { style, lane_mm } = styleOf(site)
  const title_block = titleBlockOf(site, 'sld')
  const groups = blockGroups(site)
  const planned = groups.map((group) => ({ group, sheets: planBlock(site, group.drawn, style) }))
  const sheetsOf = (block: BlockElectrical): readonly PlannedSheet[] =>
    planned.find(({ group }) => group.blocks.includes(block))?.sheets ?? []
  const sheetOf = (block: BlockElectrical): string => sheetsOf(block)[0]?.sheet_id ?? ''
  const detailOf = (block: BlockElectrical, tag: string): string =>
    sheetsOf(block).find(({ content }) => content !== null && draws(content, tag))?.sheet_id ?? sheetOf(block)
  const composition: Composition = {
    site,
    style,
    title_block,
    library: sldSymbols(style.data, Math.min(style.feeder - 3, lane_mm - LOAD_GAP_MM)),
    groups,
    sheetOf,
    diagrams: [
      ...siteSheets(
        needsKey(
          site,
          planned.flatMap(({ sheets }) => sheets),
          style,
        )
          ? keySheets(site, detailOf, style)
          : [],
      ),
      ...planned.flatMap(({ group, sheets }) => groupSheets(sheets, group, site)),
      ...siteSheets(distributionSheets(site, style)),
    ],
    cables: cablesOf(site),
    interlocks: interlocksBySwitch(site),
  }
  const { sheets, symbols } = composeSheets(composition)
  return {
    schema: 'edp.drawing/1',
    drawing_id: 'sld',
    title_block,
    layers: SLD_LAYERS,
    linetypes: LINETYPES,
    symbols,
    sheets,
  }
}

/** Whether no single sheet shows all of the medium voltage: several blocks, or a stacked one that goes on over sheets. */
function needsKey(site: SiteModel, sheets: readonly PlannedSheet[], style: SldStyle): boolean {
  return site.electrical.blocks.length > 1 || (style.stacked && sheets.length > 1)
}

/** Whether a sheet draws a supply, transformer, earthing transformer or collector. */
function draws(content: SheetContent, tag: string): boolean {
  const { supplies, transformers, earthing_transformer, bess_branches } = content
  return [...supplies, ...transformers, earthing_transformer, ...bess_branches].some(
    (part) => part?.tag === tag,
  )
}

/** Cables between modules and inside a typical one, by their number. */
function cablesOf(site: SiteModel): Map<string, Connection> {
  return new Map(site.connections.map((connection) => [connection.connection_id, connection]))
}

/** The interlocks of every switching device, as they stand beside it. */
function interlocksBySwitch(site: SiteModel): Map<string, string> {
  const tags = new Map<string, string>()
  for (const { interlocks } of site.electrical.blocks)
    for (const { tag, devices } of interlocks)
      for (const device of devices) tags.set(device, [tags.get(device) ?? [], tag].flat().join(', '))
  return tags
}

/** The style of a site with its narrowest lane, mm; a small one whose containers have too many ways for A3 is drawn as a large one. */
function styleOf(site: SiteModel): { readonly style: SldStyle; readonly lane_mm: number } {
  const style = sldStyle(paperSize(site))
  const lane_mm = narrowestLane(site, style)
  if (style.size !== 'A3' || lane_mm >= LEAST_LANE_MM) return { style, lane_mm }
  const large = sldStyle('A1')
  return { style: large, lane_mm: narrowestLane(site, large) }
}
