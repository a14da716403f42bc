import type { Primitive, Sheet } from '@edp/schemas'

import { tablePanel, type Panel } from '../sheet/panels.ts'
import type { Table } from '../sheet/table.ts'
import type { BlockGroup } from './block-groups.ts'
import type { Composition } from './composition.ts'
import { isKey } from './key-sheets.ts'
import { ofSheet } from './schedules/block-schedules.ts'
import type { PlannedGroupSheet } from './sheet-plan.ts'
import type { SheetRooms } from './sheet-rooms.ts'
import { tableStyle } from './sld-style.ts'
import { asWide, WIDTHS } from './wide-table.ts'
import { onSmaller, withSchedules, type WithSchedules } from './with-schedules.ts'

/** How the sheets of a site share what concerns all of it. */
interface Share {
  /** When the key sheet is asked for room for a table, of the sheets of the whole site. */
  readonly key: 'first' | 'last'
  /** Whether the general content stands beside a diagram where there is room; otherwise it has sheets of its own. */
  readonly general: 'beside' | 'apart'
}

/**
 * Ways to share, tried in turn until the key sheet has paper below A1 and still holds the general content: all on the key
 * sheet; tables elsewhere; general content on a sheet of its own; both.
 */
const SHARES = [
  { key: 'first', general: 'beside' },
  { key: 'last', general: 'beside' },
  { key: 'first', general: 'apart' },
  { key: 'last', general: 'apart' },
] as const satisfies readonly Share[]

/** Papers of a key sheet, smallest first. */
const SIZES: readonly Sheet['size'][] = ['A3', 'A2', 'A1']

/** A table with the blocks and the position of the sheet that it is about; null for one of the whole site. */
interface OwnTable {
  readonly table: Table
  /** The same for other sheets than its own. */
  readonly elsewhere: Table
  readonly group: BlockGroup | null
  readonly sheet: number | null
}

/** What a site has beside its diagrams, and the printed number of the sheet at a position. */
interface OfSite {
  readonly tables: readonly Table[]
  /** The general content in the ways that a sheet may hold it, the preferred one first. */
  readonly general: readonly (readonly Panel[])[]
  readonly numberAt: (index: number) => string
}

/** The diagrams with what stands beside them. */
export interface Filled {
  readonly rooms: readonly SheetRooms[]
  /** Tables that found no room. */
  readonly rest: readonly Table[]
  /** Position of the sheet that holds the general content, -1 where none does. */
  readonly home: number
}

/**
 * Puts the schedules beside what they are about, then the tables of the site and the general content where there is room:
 * on the key sheet if that then needs no A1, otherwise in the way that leaves the key sheet the smallest paper. `general` are the ways
 * that the general content may stand in, the best one first.
 */
export function fillSheets(
  work: Composition,
  drawn: readonly (readonly Primitive[])[],
  ofSite: OfSite,
): Filled {
  const keys = work.diagrams.flatMap(({ sheet_id }, index) => (isKey(sheet_id) ? [index] : []))
  const paperOf = ({ rooms }: Filled): number => SIZES.indexOf(rooms[keys[0] ?? -1]?.size ?? 'A3')
  const beside = work.diagrams.map((sheet, index) => withSchedules(work, sheet, drawn[index] ?? []))
  const [usual, ...others] = SHARES
  let best = filledIn(work, beside, ofSite, usual)
  for (const share of keys.length === 1 ? others : []) {
    if (SIZES[paperOf(best)] !== 'A1' && best.home >= 0) break
    const filled = filledIn(work, beside, ofSite, share)
    if (filled.rest.length === 0 && paperOf(filled) < paperOf(best)) best = filled
  }
  return best
}

function filledIn(
  work: Composition,
  beside: readonly WithSchedules[],
  { tables, general, numberAt }: OfSite,
  share: Share,
): Filled {
  const { diagrams, style } = work
  // What is filled in another way must not see what is put here.
  const rooms = beside.map(({ room }) => room.copy())
  const open = [
    ...beside.flatMap(({ rest }, index) =>
      rest.map((table): OwnTable => {
        const elsewhere = ofSheet(table, numberAt(index))
        return { table, elsewhere, group: diagrams[index]?.group ?? null, sheet: index }
      }),
    ),
    ...tables.map((table): OwnTable => ({ table, elsewhere: table, group: null, sheet: null })),
  ]
  const rest = open.filter(({ table, elsewhere, group, sheet }) => {
    const order = orderFor(diagrams, group, share.key)
    const own = order.filter((index) => group !== null && diagrams[index]?.group === group)
    const panelOn = (index: number, times: number): Panel =>
      tablePanel(asWide(index === sheet ? table : elsewhere, times), tableStyle(style))
    // Rather low and wide beside its diagram than far from it.
    return ![own, order].some((indices) =>
      WIDTHS.some(
        (times) =>
          indices.some((index) => rooms[index]?.addAll([panelOn(index, times)])) ||
          indices.some((index) => rooms[index]?.addAcross(panelOn(index, times))),
      ),
    )
  })
  const homes = share.general === 'beside' && rest.length === 0 ? orderFor(diagrams, null, 'first') : []
  const home = homes.find((index) => general.some((panels) => rooms[index]?.addAll(panels))) ?? -1
  return {
    rooms: rooms.map((room, index) =>
      isKey(diagrams[index]?.sheet_id ?? '') ? onSmaller(room, 'site', style) : room,
    ),
    rest: rest.map(({ elsewhere }) => elsewhere),
    home,
  }
}

/** Positions of the sheets in the order in which a table asks them for room: those about the same, of the whole site, others. */
function orderFor(
  diagrams: readonly PlannedGroupSheet[],
  about: BlockGroup | null,
  turn: Share['key'],
): number[] {
  const rank = ({ group, sheet_id }: PlannedGroupSheet): number => {
    if (about !== null && group === about) return 0
    if (group !== null) return 3
    return turn === 'last' && isKey(sheet_id) ? 2 : 1
  }
  return diagrams
    .map((sheet, index) => ({ index, rank: rank(sheet) }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ index }) => index)
}
