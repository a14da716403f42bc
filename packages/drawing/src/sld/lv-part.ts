import type { BlockElectrical, Breaker, Bus, Feeder } from '@edp/schemas'

import { protectionWidth } from './protection.ts'
import type { SldStyle } from './sld-style.ts'

/** A low-voltage bus section, or the part of it that one sheet holds. */
export interface LvPart {
  readonly bus: Bus
  readonly feeders: readonly Feeder[]
  /** Main breaker; null on parts after the first. */
  readonly main: Breaker | null
  /** What is at the two ends of the bus. */
  readonly left: BusEnd | null
  readonly right: BusEnd | null
}

/** Where a bus goes on: the part on that side, and the tie breaker between two sections. */
export interface BusEnd {
  readonly reference: string
  readonly bus_tag: string
  readonly tie: Breaker | null
  /** Sheet of the other part. */
  readonly sheet_id: string
  /** Whether it is the next one on the same sheet. */
  readonly adjacent: boolean
}

/** Room between the end of a part and the next one, mm. */
const GAP_MM = 6

/** The sections of a block cut into parts of at most `limit` feeders, from left to right. */
export function lvParts(
  block: BlockElectrical,
  limit: number,
): { bus: Bus; index: number; feeders: Feeder[]; first: boolean }[] {
  return block.lv_buses.flatMap((bus, index) => {
    const feeders = block.feeders.filter((feeder) => feeder.bus_tag === bus.tag)
    const count = Math.max(1, Math.ceil(feeders.length / limit))
    const size = Math.ceil(feeders.length / count)
    return Array.from({ length: count }, (_, part) => ({
      bus,
      index,
      feeders: feeders.slice(part * size, (part + 1) * size),
      first: part === 0,
    }))
  })
}

/** Width of a part on the sheet, mm. */
export function lvPartWidth(
  style: SldStyle,
  part: Pick<LvPart, 'bus' | 'feeders' | 'main'> & { left: unknown; right: unknown },
): number {
  const ends = (part.left === null ? 0 : style.end) + (part.right === null ? 0 : style.end)
  const head = part.main === null ? 0 : style.left + protectionWidth(style, part.main)
  const surge = hasSurgeProtection(part) ? surgeWidth(style) : 0
  return Math.max(part.feeders.length * style.feeder + 5 + surge, head + busLabelWidth(style)) + ends + GAP_MM
}

/** Whether a part has the surge protective device of its section: the one with the main breaker. */
export function hasSurgeProtection({ bus, main }: Pick<LvPart, 'bus' | 'main'>): boolean {
  return main !== null && bus.surge_protection !== null
}

/** Room for a surge protective device at the end of a bus, mm. */
export function surgeWidth(style: SldStyle): number {
  return style.data * 6.5
}

/** Left and right end of the bus of a part whose left edge is at `x0`, mm. */
export function busSpan(style: SldStyle, part: LvPart, x0: number): { readonly from: number; to: number } {
  return {
    from: x0 + (part.left === null ? 0 : style.end),
    to: x0 + lvPartWidth(style, part) - GAP_MM - (part.right === null ? 0 : style.end),
  }
}

/** Where the incoming line of a part stands: above the middle of its bus, with room for labels on both sides. */
export function mainX(style: SldStyle, part: LvPart, x0: number): number {
  const { from, to } = busSpan(style, part, x0)
  const head = Math.max(style.right, part.main === null ? 0 : protectionWidth(style, part.main))
  const last = to - head - busLabelWidth(style)
  return Math.max(from + style.left, Math.min(Math.round((from + to) / 2), last))
}

function busLabelWidth(style: SldStyle): number {
  return style.data * 26
}
