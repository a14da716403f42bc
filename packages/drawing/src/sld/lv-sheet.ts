import type { Transformer } from '@edp/schemas'

import { connector, enclosure, type BlockContext, type PlannedSheet } from './block-context.ts'
import { Descent } from './descent.ts'
import type { HangingSection } from './hanging.ts'
import { boardDepth } from './lv-feeder.ts'
import { mainX } from './lv-part.ts'
import { drawLvPart, mainHeight } from './lv-section.ts'
import { contentOf } from './page-content.ts'
import { ink } from './sld-style.ts'

/** From the bus to the edge of its board where no main breaker stands above it, mm: the label of the bus. */
const BARE_HEAD_MM = 22

/** A sheet with low-voltage sections alone; each arrives over an off-page connector from its transformer. */
export function lvSheet(
  context: BlockContext,
  page: readonly HangingSection[],
  sheet_id: string,
  mvSheetOf: (transformer: Transformer) => string,
): PlannedSheet {
  const { block, style, ordinal, head } = context
  return {
    sheet_id,
    title: `Block ${ordinal}, ${head}: low voltage ${page.map((h) => h.part.bus.tag).join(', ')}`,
    content: { ...contentOf(block, page, false), transformers: [] },
    draw(place) {
      const top = style.area.y1 - 12
      const above = page.some((h) => h.part.main !== null) ? mainHeight(style) + 1 : BARE_HEAD_MM
      const bus_y = top - above - 5
      let x = style.area.x0 + 3
      return page.flatMap((h) => {
        const left = x
        x += h.width
        const board = enclosure(
          context,
          `${head} LV BOARD`,
          [left - 2, bus_y - boardDepth(style, h.part.feeders)],
          [left + h.width - 5, bus_y + above],
        )
        if (h.transformer === null || h.part.main === null)
          return [...drawLvPart(h.part, left, null, bus_y, place), ...board]
        const line = new Descent(mainX(style, h.part, left), top, h.part.main.tag, ink.lv)
        line.add(
          ...connector(place, {
            reference: `${block.block_id}/${h.transformer.tag}`,
            at: [line.x, top],
            direction: 'up',
            sheet_id: mvSheetOf(h.transformer),
            label: h.transformer.tag,
            net: line.net,
          }),
        )
        return [...drawLvPart(h.part, left, line, bus_y, place), ...board]
      })
    },
  }
}
