import type { Area, BlockElectrical, SiteModel } from '@edp/schemas'

import type { PlannedSheet } from './block-context.ts'
import { drawKeyBlock, keyBlockWidth, KEY_BLOCK_MM } from './key-block.ts'
import { drawKeyCell, KEY_CELL } from './key-cell.ts'
import { papersOf, type SldStyle } from './sld-style.ts'

const KEY = 'key-'

/** Whether a sheet is one of the key one-line. */
export function isKey(sheet_id: string): boolean {
  return sheet_id.startsWith(KEY)
}

/** A block with its place on a key sheet. */
interface PlacedBlock {
  readonly block: BlockElectrical
  /** Left and upper edge, mm. */
  readonly at: readonly [number, number]
}

/**
 * The key one-line: every block from its supplies to its loads, with the sheets that detail it. Where one sheet holds all
 * of them, transformers and collectors are drawn one by one; otherwise those of a block as one. `sheetOf` names the sheet
 * that details a supply, transformer or collector.
 */
export function keySheets(
  site: SiteModel,
  sheetOf: (block: BlockElectrical, tag: string) => string,
  style: SldStyle,
): PlannedSheet[] {
  const { blocks } = site.electrical
  const single = papersOf(style)
    .filter((area) => blocks.every((block) => keyBlockWidth(block) <= area.x1 - area.x0))
    .map((area) => placeBlocks(blocks, keyBlockWidth, KEY_BLOCK_MM, area))
    .find((pages) => pages.length === 1)
  const detailed = single !== undefined
  const pages = single ?? placeBlocks(blocks, () => KEY_CELL.width, KEY_CELL.height, style.area)
  const title = blocks.length === 1 ? 'Key one-line' : 'Key one-line of all blocks'
  return pages.map((placed, index): PlannedSheet => ({
    content: null,
    sheet_id: `${KEY}${index + 1}`,
    title: pages.length === 1 ? title : `${title}, part ${index + 1} of ${pages.length}`,
    draw: (place) =>
      placed.flatMap(({ block, at }) =>
        (detailed ? drawKeyBlock : drawKeyCell)(site, block, at, {
          ...place,
          sheetOf: (tag) => sheetOf(block, tag),
        }),
      ),
  }))
}

/** Blocks of one height row by row from the upper left corner, on as many sheets as they need. */
function placeBlocks(
  blocks: readonly BlockElectrical[],
  widthOf: (block: BlockElectrical) => number,
  height: number,
  area: Area,
): PlacedBlock[][] {
  const pages: PlacedBlock[][] = []
  let [x, y] = [area.x1, area.y0]
  for (const block of blocks) {
    const width = widthOf(block)
    if (x + width > area.x1) [x, y] = [area.x0, y - height]
    if (y - height < area.y0) {
      pages.push([])
      ;[x, y] = [area.x0, area.y1]
    }
    pages.at(-1)?.push({ block, at: [x, y] })
    x += width
  }
  return pages
}
