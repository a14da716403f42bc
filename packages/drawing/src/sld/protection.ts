import type { Breaker, Point, Primitive } from '@edp/schemas'

import { CORE_BALANCE_MM, relayDiameter } from '../symbols/sld/measuring.ts'
import { labelStack } from './labels.ts'
import { lockOutRelay, lockOutWidth } from './lock-out-relay.ts'
import { bubble } from './relay-bubble.ts'
import { ink, type SldStyle } from './sld-style.ts'
import { tripLines } from './trip-lines.ts'

/** Where the relays of a breaker get their signals from and send their trip to. */
export interface ProtectionPlace {
  readonly style: SldStyle
  readonly breaker: Breaker
  /** The breaker's line. */
  readonly x: number
  readonly net: string
  /** Heights of voltage, current and core-balance current transformer (or null), and of the breaker. */
  readonly vt_y: number | null
  readonly ct_y: number | null
  readonly core_y?: number | null
  readonly breaker_y: number
  /** Meter above the relays, with the current transformers of its own that stand at a height. */
  readonly meter: { readonly label: readonly string[]; readonly ct_y: number } | null
}

/** Distance of the relays from the line, mm: room for the voltage transformer. */
export const OFFSET_MM = 11
/** Relays that stand in one row; the meter above a main is close to them, so that all five of a main do. */
const ONE_ROW = 4
const ONE_ROW_BELOW_METER = 5

/** Two rows of relays are as high as their instrument transformers and breaker; more functions make them wider. */
function bubblesPerRow(count: number, oneRow: number = ONE_ROW): number {
  return count <= oneRow ? count : Math.max(ONE_ROW, Math.ceil(count / 2))
}

/**
 * The protection of a breaker right of its line: a frame with one bubble per function, fed by CT and VT, with its trip
 * line (dashed) to the breaker.
 */
export function protection(place: ProtectionPlace): Primitive[] {
  const { style, breaker, x, net, vt_y, ct_y, core_y = null, breaker_y } = place
  if (breaker.functions.length === 0) return []
  const d = relayDiameter(style.data)
  const count = breaker.functions.length
  const perRow = bubblesPerRow(count, place.meter === null ? ONE_ROW : ONE_ROW_BELOW_METER)
  const rows = Math.ceil(count / perRow)
  const bubbles = { width: perRow * (d + 1) + 1, height: rows * (d + 1) + 1 }
  const taps = [vt_y, ct_y, core_y, breaker_y].filter((y) => y !== null)
  const reach = { top: Math.max(...taps) + 2, bottom: Math.min(...taps) - 2 }
  const height = Math.max(bubbles.height, reach.top - reach.bottom)
  const top = (reach.top + reach.bottom + height) / 2
  const left = x + OFFSET_MM
  const items: Primitive[] = [
    ink.relay.box([left, top - height], bubbles.width, height, { net }),
    ink.relay.line([x + 4.3, breaker_y], [left, breaker_y], { net, linetype: 'HIDDEN' }),
    ink.relay.polygon(
      [
        [x + 2.5, breaker_y],
        [x + 4.3, breaker_y + 0.7],
        [x + 4.3, breaker_y - 0.7],
      ],
      { net, filled: true },
    ),
  ]
  const below = (index: number): Point => [left, top - height - 1 - index * style.pitch]
  tripLines(style, breaker, textWidth(style)).forEach((value, index) => {
    items.push(ink.relay.text(below(index), style.data, value, { valign: 'top', net }))
  })
  if (vt_y !== null)
    items.push(
      ink.metering.use('VT', [x + 1.5, vt_y], { net, attributes: { TAG: `${breaker.tag}/VT` } }),
      ink.metering.line([x, vt_y], [x + 1.5, vt_y], { net }),
      ink.metering.line([x + 9.5, vt_y], [left, vt_y], { net }),
    )
  const firstRow = top - (height - bubbles.height) / 2 - 1 - d / 2
  const cell = (index: number): Point => [
    left + 1 + d / 2 + (index % perRow) * (d + 1),
    firstRow - Math.floor(index / perRow) * (d + 1),
  ]
  breaker.functions.forEach((name, index) => {
    const [cx, cy] = cell(index)
    items.push(...bubble(style, cx, cy, name, breaker.tag, net))
  })
  if (ct_y !== null) items.push(ink.metering.line([x + 1.25, ct_y], [left, ct_y], { net }))
  if (core_y !== null)
    items.push(ink.metering.line([x + CORE_BALANCE_MM / 2, core_y], [left, core_y], { net }))
  items.push(...lockOutRelay(style, breaker, [left + bubbles.width, top - height / 2], net))
  if (place.meter !== null) items.push(...meterOnItsCore(place, left + d / 2 + 1, place.meter))
  return items
}

/** A meter on a core of its own and on the voltage transformers of the relays. */
function meterOnItsCore(
  { style, x, net, vt_y }: ProtectionPlace,
  cx: number,
  { label, ct_y }: NonNullable<ProtectionPlace['meter']>,
): Primitive[] {
  const radius = relayDiameter(style.data) / 2
  const low = ct_y - radius / 2
  const edge = cx - Math.sqrt(radius * radius - (radius * radius) / 4)
  const voltage: Primitive[] =
    vt_y === null
      ? []
      : [
          ink.metering.circle([x + 10.2, vt_y], 0.5, { filled: true, net }),
          ink.metering.path(
            [
              [x + 10.2, vt_y],
              [x + 10.2, low],
              [edge, low],
            ],
            { net },
          ),
        ]
  return [...voltage, ...meter(style, [cx, ct_y], [x + 1.25, ct_y], label, net)]
}

/** Room between the relays of a supply and its meter, mm: from the voltage transformers up to the core of the meter. */
export function meterRise(style: SldStyle): number {
  return relayDiameter(style.data) / 2 + 3.5
}

/** Width of the text below the relays, mm. */
function textWidth(style: SldStyle): number {
  return style.right - OFFSET_MM - 1
}

/** Height of what stands below the relays of a breaker, mm. */
export function tripHeight(style: SldStyle, breaker: Breaker): number {
  return tripLines(style, breaker, textWidth(style)).length * style.pitch
}

/** A meter on the signals of the relays, with its designation and class beside it; `from` is where its line starts. */
function meter(style: SldStyle, at: Point, from: Point, label: readonly string[], net: string): Primitive[] {
  const d = relayDiameter(style.data)
  const [x, y] = at
  const lines = label.filter((line) => line !== '')
  const edge: Point = from[1] === y ? [x - d / 2, y] : [x, y - d / 2]
  return [
    ink.metering.line(from, edge, { net }),
    ink.metering.use('METER', at, { net, attributes: { TAG: lines[0] ?? '' } }),
    ...labelStack(
      style,
      x + d / 2 + 1,
      y + ((lines.length - 1) * style.pitch + style.data) / 2,
      lines.map((value) => ({ value })),
      { net },
    ),
  ]
}

/** Width of a breaker that hangs from the bus, with its labels and relays, mm. */
export function hangingWidth(style: SldStyle, breaker: Breaker): number {
  return style.left + Math.max(style.right, protectionWidth(style, breaker)) + 6
}

/** Width that the protection of a breaker takes right of its line, mm. */
export function protectionWidth(style: SldStyle, breaker: Breaker): number {
  const perRow = bubblesPerRow(breaker.functions.length)
  const d = relayDiameter(style.data)
  return OFFSET_MM + perRow * (d + 1) + 1 + lockOutWidth(style, breaker)
}
