import type { BlockElectrical, Primitive } from '@edp/schemas'

import { LOW_VOLTAGE_FEEDERS } from './schedules/feeder-table.ts'
import { INTERLOCKS, SUPPLIES } from './schedules/switchgear-tables.ts'
import { TRANSFORMERS } from './schedules/transformer-table.ts'
import type { SheetContent } from './sheet-content.ts'

/** How often a text stands on a sheet. */
export type SheetTexts = ReadonlyMap<string, number>

/**
 * Counts the texts of a sheet, so that its schedules are found without going through it again; a heading that says more after a
 * comma counts without that too.
 */
export function textsOf(items: readonly Primitive[]): SheetTexts {
  const counts = new Map<string, number>()
  for (const item of items)
    if (item.kind === 'text') {
      const heading = SCHEDULES.find((schedule) => item.value.startsWith(`${schedule.heading},`))?.heading
      for (const text of [item.value, heading])
        if (text !== undefined) counts.set(text, (counts.get(text) ?? 0) + 1)
    }
  return counts
}

/** A schedule that a sheet of a block may have on another one. */
interface Schedule {
  /** As a note calls it. */
  readonly name: string
  readonly heading: string
  /** A tag that is in it. */
  readonly tagOf: (content: SheetContent, block: BlockElectrical) => string | undefined
  /** How often the tag stands on the sheet that draws it, besides the schedule. */
  readonly drawn: number
}

const SCHEDULES: readonly Schedule[] = [
  { name: 'Interlocks', heading: INTERLOCKS, tagOf: (_, block) => block.interlocks[0]?.tag, drawn: 0 },
  {
    name: 'Feeders',
    heading: LOW_VOLTAGE_FEEDERS,
    tagOf: ({ feeders }) => feeders[0]?.breaker.tag,
    drawn: 1,
  },
  { name: 'Supplies', heading: SUPPLIES, tagOf: ({ supplies }) => supplies[0]?.tag, drawn: 1 },
  {
    name: 'Transformers',
    heading: TRANSFORMERS,
    tagOf: ({ transformers }) => transformers[0]?.tag,
    drawn: 1,
  },
]

/** Where the schedules of a block's sheet stand, as a note says it, as far as they found no room on the sheet itself. */
export function schedulesElsewhere(
  content: SheetContent,
  block: BlockElectrical,
  own: number,
  sheets: readonly SheetTexts[],
  numberAt: (index: number) => string,
): string {
  return SCHEDULES.flatMap(({ name, heading, tagOf, drawn }) => {
    const tag = tagOf(content, block)
    if (tag === undefined) return []
    const places = sheets.map(
      (texts, index) => texts.has(heading) && (texts.get(tag) ?? 0) > (index === own ? drawn : 0),
    )
    const at = places.indexOf(true)
    return at < 0 || places[own] === true ? [] : [` ${name}: sheet ${numberAt(at)}.`]
  }).join('')
}
