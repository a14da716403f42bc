import type { BlockElectrical, Connection, Drawing, SiteModel } from '@edp/schemas'

import { LINETYPES, SLD_LAYERS } from '../sheet/layers.ts'
import { paperSize, titleBlockOf } from '../sheet/title-block.ts'
import { sldSymbols } from '../symbols/sld/sld-symbols.ts'
import { blockGroups } from './block-groups.ts'
import { planBlock } from './block-plan.ts'
import { composeSheets, type Composition } from './compose-sheets.ts'
import { distributionSheets } from './distribution-sheets.ts'
import { keySheets } from './key-sheets.ts'
import { groupSheets, siteSheets } from './sheet-plan.ts'
import { sldStyle } from './sld-style.ts'

/**
 * The single line diagram of a site: a key one-line where it has several blocks, each block from its supplies to its
 * loads with the schedules of what the sheet shows, the distribution inside the containers, then general notes, legend
 * and list of sheets. Equal blocks of a large site are drawn once; the schedules still name everything in each of them.
 *
 * @example const pdf = await renderPdf(drawSld(site))
 */
export function drawSld(site: SiteModel): Drawing {
  const size = paperSize(site)
  const style = sldStyle(size)
  const title_block = titleBlockOf(site, 'sld')
  const groups = blockGroups(site)
  const planned = groups.map((group) => ({ group, sheets: planBlock(site, group.drawn, style) }))
  const sheetOf = (block: BlockElectrical): string =>
    planned.find(({ group }) => group.blocks.includes(block))?.sheets[0]?.sheet_id ?? ''
  const composition: Composition = {
    site,
    style,
    title_block,
    library: sldSymbols(style.data, style.feeder - 3),
    groups,
    sheetOf,
    diagrams: [
      ...siteSheets(site.electrical.blocks.length > 1 ? keySheets(site, sheetOf, style) : []),
      ...planned.flatMap(({ group, sheets }) => groupSheets(sheets, group, site)),
      ...siteSheets(distributionSheets(site, style)),
    ],
    cables: cablesOf(site),
    interlocks: interlocksBySwitch(site),
  }
  // The sheets are composed once to see how many there are, and once more when they have their numbers.
  const draft = composeSheets(composition, [], '')
  const ids = draft.sheets.map((sheet) => sheet.sheet_id)
  const { sheets, symbols } = composeSheets(composition, ids, draft.general)
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
