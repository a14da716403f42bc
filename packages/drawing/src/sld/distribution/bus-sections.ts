import type { BlockElectrical, Connection, Primitive } from '@edp/schemas'

import { ink, type SldStyle } from '../sld-style.ts'
import { wayName } from './cable-text.ts'

/** A section of the block's board that a way of a container hangs on. */
export interface BusSection {
  readonly ordinal: number
  readonly name: string
}

/** Between the bars of two sections, mm. */
const GAP_MM = 4

/** Bar of a section with one way, to each side of it, mm: its name stands over all of it. */
const SHORT_MM = 7

/** Number of a block out of a tag, as breakers of typical containers have it. */
const withoutNumber = (tag: string): string => tag.replace(/(\d+|n)([AB]?)$/, 'n$2')

/** Sections of a block by the tag of the breaker, its number left out; empty where blocks of a typical have one section each. */
export function sectionsOf(
  block: BlockElectrical | undefined,
  isTypical: boolean,
): ReadonlyMap<string, BusSection> {
  const buses = block?.lv_buses.map((bus) => bus.tag) ?? []
  if (block === undefined || (isTypical && buses.length < 2)) return new Map()
  return new Map(
    block.feeders.map((feeder) => {
      const ordinal = buses.indexOf(feeder.bus_tag) + 1
      return [
        withoutNumber(feeder.breaker.tag),
        { ordinal, name: isTypical ? `section ${ordinal}` : feeder.bus_tag },
      ]
    }),
  )
}

/** The section that a way hangs on. */
export function sectionOf(
  connection: Connection,
  sections: ReadonlyMap<string, BusSection>,
): BusSection | undefined {
  return sections.get(withoutNumber(wayName(connection)))
}

/** Where a way leaves the bus. */
export interface Drop {
  readonly x: number
  readonly connection: Connection
}

/** The bar of a board: one, or one for each section whose ways leave it, with the name of the section. */
export function drawBars(
  [from, to]: readonly [number, number],
  drops: readonly Drop[],
  sections: ReadonlyMap<string, BusSection>,
  { net, y }: { readonly net: string; readonly y: number },
  style: SldStyle,
): Primitive[] {
  const bars: { section: BusSection; from: number; to: number }[] = []
  for (const { x, connection } of drops.toSorted((a, b) => a.x - b.x)) {
    const section = sectionOf(connection, sections)
    const last = bars.at(-1)
    if (section === undefined || last?.section.ordinal === section.ordinal) {
      if (last !== undefined) last.to = x
    } else bars.push({ section, from: x, to: x })
  }
  if (bars.length < 2) return [ink.bus.line([from, y], [to, y], { net })]
  return bars.flatMap(({ section, ...bar }, index) => {
    const before = bars[index - 1]
    const after = bars[index + 1]
    const left = before === undefined ? from : (before.to + bar.from) / 2 + GAP_MM / 2
    const right = after === undefined ? to : (bar.to + after.from) / 2 - GAP_MM / 2
    if (bar.from === bar.to) {
      const half = Math.min(SHORT_MM, bar.from - left, right - bar.from)
      return [
        ink.bus.line([bar.from - half, y], [bar.from + half, y], { net }),
        ink.text.text([bar.from, y + 1.5], style.data, section.name, { halign: 'centre', net }),
      ]
    }
    return [
      ink.bus.line([left, y], [right, y], { net }),
      ink.text.text([left, y + 1.5], style.data, section.name, { net }),
    ]
  })
}
