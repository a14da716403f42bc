import { textWidth, type InsideEquipment, type Primitive } from '@edp/schemas'

import { labelStack, stackHeight, type LabelLine } from '../labels.ts'
import { ink, type SldStyle } from '../sld-style.ts'
import type { BoardPlace } from './cable-text.ts'

/** Half the width of a breaker, the gaps beside what is written left of the first one, and from the remote input to its text, mm. */
const BREAKER_MM = 2.5
const INPUT_MM = 3
const TEXT_MM = 8.5
/** Longest rating of an incomer: it stands above the line left of its breaker. */
const RATING = '1200 A 4P'
/** Most interlocks that are named one by one: each block has its own. */
const NAMED = 3

/** Two incomers of one board: one of them is closed, the other follows by transfer. `level` is the height of the line between them. */
export function drawTransfer(
  equipment: InsideEquipment | null,
  [first, second]: readonly [number, number],
  { net, level }: { readonly net: string; readonly level: number },
  { style, scope }: Pick<BoardPlace, 'style' | 'scope'>,
): Primitive[] {
  const [from, to] = [first + BREAKER_MM, second - BREAKER_MM]
  const poles = equipment?.incomers[0]?.poles ?? 4
  const transfer = equipment?.transfer ?? null
  return [
    ink.relay.line([from, level], [to, level], { net, linetype: 'HIDDEN' }),
    ink.relay.text([to - style.tag * 8, level + 1.2], style.data, `A or B, by ${poles}-pole transfer`, {
      halign: 'right',
      net,
    }),
    ...(transfer === null ? [] : remoteInput(transfer, [first - BREAKER_MM, level], net, { style, scope })),
  ]
}

/** The dry contact left of the first incomer that blocks the transfer, with its cable and the interlocks that close it. */
function remoteInput(
  { port, connection_id, blocked_by }: NonNullable<InsideEquipment['transfer']>,
  [x, y]: readonly [number, number],
  net: string,
  { style, scope }: { readonly style: SldStyle; readonly scope: string },
): Primitive[] {
  const at = x - textWidth(RATING, style.data) - INPUT_MM
  const label: LabelLine[] = [
    { value: `${connection_id}: block of the transfer,` },
    {
      value:
        blocked_by.length === 0
          ? 'spare, no interlock sheds load'
          : `load shed by ${interlocksText(blocked_by)}`,
    },
  ]
  return [
    ink.relay.line([at, y], [x, y], { net, linetype: 'HIDDEN' }),
    ink.relay.use('REMOTE-INPUT', [at, y], {
      id: `${scope}/${port}`,
      attributes: { TAG: port, MODULE_ID: scope },
      net,
    }),
    ...labelStack(style, at - TEXT_MM, y + stackHeight(style, label) / 2, label, { halign: 'right', net }),
  ]
}

function interlocksText(tags: readonly string[]): string {
  const [first = '', ...others] = tags
  if (tags.length <= NAMED) return `interlock ${tags.join(', ')}`
  return `interlock ${first} to ${others.at(-1) ?? ''}`
}
