import type { Primitive } from '@edp/schemas'

import { LOW_VOLTAGE_FEEDERS } from './schedules/feeder-table.ts'
import { SUPPLIES } from './schedules/switchgear-tables.ts'
import { TRANSFORMERS } from './schedules/transformer-table.ts'
import type { SheetContent } from './sheet-content.ts'

/** The schedules that a sheet of a block may have on another one: their name in a note, their heading, and a tag in them. */
const SCHEDULES: readonly {
  readonly name: string
  readonly heading: string
  readonly tagOf: (content: SheetContent) => string | undefined
}[] = [
  { name: 'Feeders', heading: LOW_VOLTAGE_FEEDERS, tagOf: ({ feeders }) => feeders[0]?.breaker.tag },
  { name: 'Supplies', heading: SUPPLIES, tagOf: ({ supplies }) => supplies[0]?.tag },
  { name: 'Transformers', heading: TRANSFORMERS, tagOf: ({ transformers }) => transformers[0]?.tag },
]

/** What a sheet draws stands in its schedule on another one, as a note says it; empty where all are on the sheet itself. */
export function schedulesElsewhere(
  content: SheetContent | null,
  own: number,
  contents: readonly (readonly Primitive[])[],
  numberAt: (index: number) => string,
): string {
  if (content === null) return ''
  return SCHEDULES.flatMap(({ name, heading, tagOf }) => {
    const tag = tagOf(content)
    if (tag === undefined) return []
    // On its own sheet a tag stands beside its symbol, too.
    const lists = (items: readonly Primitive[], least: number): boolean =>
      counted(items, heading) > 0 && counted(items, tag) >= least
    if (lists(contents[own] ?? [], 2)) return []
    const at = contents.findIndex((items, index) => index !== own && lists(items, 1))
    return at < 0 ? [] : [` ${name}: sheet ${numberAt(at)}.`]
  }).join('')
}

function counted(items: readonly Primitive[], value: string): number {
  return items.filter((item) => item.kind === 'text' && item.value === value).length
}
