import {
  fitText,
  textWidth,
  type BlockElectrical,
  type Breaker,
  type Bus,
  type Feeder,
  type Primitive,
} from '@edp/schemas'

import { offPageConnector } from '../sheet/off-page.ts'
import { loadHeight } from '../symbols/sld/sld-symbols.ts'
import type { Place } from './column.ts'
import { Descent } from './descent.ts'
import {
  ampsOf,
  cableLines,
  kilowatts,
  labelStack,
  ratingOf,
  stackHeight,
  uprightLines,
  volts,
  type LabelLine,
} from './labels.ts'
import { protection, protectionWidth } from './protection.ts'
import { ink, type SldStyle } from './sld-style.ts'
import { breakerLabel } from './supply.ts'

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
  part: Pick<LvPart, 'feeders' | 'main'> & { left: unknown; right: unknown },
): number {
  const ends = (part.left === null ? 0 : style.end) + (part.right === null ? 0 : style.end)
  const head = part.main === null ? 0 : style.left + protectionWidth(style, part.main)
  return Math.max(part.feeders.length * style.feeder + 5, head + busLabelWidth(style)) + ends + 6
}

function busLabelWidth(style: SldStyle): number {
  return style.data * 26
}

/** From the top of a main breaker to its bus, mm. */
export function mainHeight(style: SldStyle): number {
  return 10 + 7.5 + 8 * style.stretch
}

/** Main breaker, bus with its ends, and the feeders below it. `line` arrives at the main breaker from above. */
export function drawLvPart(
  part: LvPart,
  x0: number,
  line: Descent | null,
  bus_y: number,
  place: Place,
): Primitive[] {
  const { style } = place
  const { bus } = part
  const start = x0 + (part.left === null ? 0 : style.end)
  const end = x0 + lvPartWidth(style, part) - 6 - (part.right === null ? 0 : style.end)
  const items: Primitive[] = [ink.bus.line([start, bus_y], [end, bus_y], { net: bus.tag })]
  if (line !== null && part.main !== null) {
    mainBreaker(line, part.main, bus, bus_y, style)
    items.push(...line.items)
  }
  const label: LabelLine[] = [
    { value: `${bus.tag}${part.main === null ? ' (continued)' : ''}`, tag: true },
    { value: `${volts(bus.voltage_v)}, 3 ph, ${bus.rating_a} A` },
    { value: `Isc ${bus.short_circuit_ka} kA, withstand ${bus.withstand_ka} kA` },
  ]
  items.push(
    ...labelStack(
      style,
      end - (part.right === null ? 1 : 8),
      bus_y + stackHeight(style, label) + 1.5,
      label,
      {
        halign: 'right',
        net: bus.tag,
      },
    ),
  )
  const zone = cableZone(part.feeders, place)
  part.feeders.forEach((feeder, index) => {
    items.push(...drawFeeder(feeder, start + style.feeder * (index + 0.35), bus_y, bus.tag, zone, place))
  })
  if (part.left !== null && !part.left.adjacent)
    items.push(...busEnd(part.left, start, bus_y, 'left', bus.tag, place))
  if (part.right !== null) {
    if (part.right.adjacent)
      items.push(...tieOf(part.right, end, end + 2 * style.end + 6, bus_y, bus.tag, style))
    else items.push(...busEnd(part.right, end, bus_y, 'right', bus.tag, place))
  }
  return items
}

function mainBreaker(line: Descent, main: Breaker, bus: Bus, bus_y: number, style: SldStyle): void {
  const { x } = line
  line.wireTo(bus_y + mainHeight(style) - 3)
  const vt_y = main.vt_ratio === null ? null : line.y
  if (main.vt_ratio !== null)
    line.add(
      ink.text.text([x - 4, line.y], style.data, `VT ${main.vt_ratio} V`, {
        halign: 'right',
        valign: 'middle',
        net: line.net,
      }),
    )
  line.wire(5)
  const ct_y = main.ct_ratio === null ? null : line.y - 1.5
  if (main.ct_ratio !== null)
    line.add(
      ink.text.text([x - 4, line.y - 1.5], style.data, `CT ${main.ct_ratio} A`, {
        halign: 'right',
        valign: 'middle',
        net: line.net,
      }),
      ink.metering.use('CT', [x, line.y + 1], { net: line.net }),
    )
  line.wire(5)
  const breaker_y = line.y - 3.75
  line.add(
    ...labelStack(style, x - 4, line.y, breakerLabel(main), { halign: 'right', net: line.net }),
    ...protection({ style, breaker: main, x, net: line.net, vt_y, ct_y, breaker_y, meter: null }),
  )
  line.device('BREAKER-LV', { id: main.tag, attributes: { TAG: main.tag, RATING: ratingOf(main) } })
  line.becomes(bus.tag, ink.lv).wireTo(bus_y)
}

/** Length that the cable data of the feeders take along their cables, mm. */
function cableZone(feeders: readonly Feeder[], place: Place): number {
  const widths = feeders.flatMap((feeder) =>
    linesOf(feeder, place).map((line) => textWidth(line, place.style.data)),
  )
  return Math.max(0, ...widths) + 3
}

function linesOf(feeder: Feeder, place: Place): string[] {
  if (feeder.connection_id === null) return ['internal wiring']
  return cableLines(place.cables.get(feeder.connection_id), feeder.connection_id)
}

/** Height of the boundary of the board below its bus, mm. */
export function boardDepth(style: SldStyle): number {
  return 3 * style.stretch + stackHeight(style, FEEDER_LABEL) + 3
}

const FEEDER_LABEL: readonly LabelLine[] = [
  { value: 'tag', tag: true },
  { value: 'frame' },
  { value: 'trip' },
  { value: 'kA' },
  { value: 'functions' },
]

function drawFeeder(
  feeder: Feeder,
  x: number,
  bus_y: number,
  bus_tag: string,
  zone: number,
  place: Place,
): Primitive[] {
  const { style } = place
  const { breaker } = feeder
  const net = breaker.tag
  const line = new Descent(x, bus_y, bus_tag, ink.lv).wire(3 * style.stretch)
  const room = style.feeder - 3.5 - 3
  const large = textWidth(breaker.tag, style.tag) <= room
  const label: LabelLine[] = [
    { value: large ? breaker.tag : fitText(breaker.tag, style.data, room), tag: large },
    ...ampsOf(breaker)
      .split(' / ')
      .map((value) => ({ value })),
    { value: `${breaker.interrupting_ka} kA` },
    { value: breaker.functions.join(' ') },
  ]
  line.add(...labelStack(style, x + 3.5, line.y - 1, label, { net }))
  line.device('BREAKER-LV', {
    id: breaker.tag,
    net,
    attributes: { TAG: breaker.tag, RATING: ratingOf(breaker), MODULE_ID: feeder.load_module_id ?? '' },
  })
  const load_y = bus_y - boardDepth(style) - zone - 4
  line.becomes(net, ink.lv).wireTo(load_y + 2)
  const height = loadHeight(style.data)
  const name =
    feeder.system === null
      ? feeder.load_designation.replace('auxiliaries', 'AUX')
      : `${feeder.load_designation} ${feeder.system}`
  const load = { ...(feeder.load_module_id === null ? {} : { id: feeder.load_module_id }) }
  const rating = kilowatts(feeder.load_kw)
  return [
    ...line.items,
    ...uprightLines(style, x + 1.2, load_y + 4, linesOf(feeder, place), net),
    ink.equipment.use('LOAD', [x, load_y], {
      net,
      attributes: {
        TAG: name,
        RATING: rating,
        MODULE_ID: feeder.load_module_id ?? '',
        CABLE: feeder.connection_id ?? '',
      },
    }),
    ink.tag.text([x, load_y - height * 0.28], style.data, fitText(name, style.data, style.feeder - 5), {
      halign: 'centre',
      valign: 'middle',
      net,
      ...load,
    }),
    ink.text.text([x, load_y - height * 0.72], style.data, rating, {
      halign: 'centre',
      valign: 'middle',
      net,
    }),
  ]
}

/** A tie between two sections that stand side by side. */
function tieOf(
  end: BusEnd,
  from_x: number,
  to_x: number,
  y: number,
  bus_tag: string,
  style: SldStyle,
): Primitive[] {
  if (end.tie === null) return [ink.bus.line([from_x, y], [to_x, y], { net: bus_tag })]
  const middle = (from_x + to_x) / 2
  return [
    ink.lv.line([from_x, y], [middle - 3.75, y], { net: bus_tag }),
    ...tieBreaker(end.tie, middle - 3.75, y, bus_tag, style),
    ink.lv.line([middle + 3.75, y], [to_x, y], { net: end.bus_tag }),
  ]
}

function tieBreaker(tie: Breaker, x: number, y: number, net: string, style: SldStyle): Primitive[] {
  const below = [ampsOf(tie), `${tie.interrupting_ka} kA ${tie.functions.join(' ')}`, 'normally open']
  return [
    ink.equipment.use('BREAKER-LV', [x, y], {
      rotation_deg: 90,
      id: tie.tag,
      net,
      attributes: { TAG: tie.tag, RATING: ratingOf(tie) },
    }),
    ink.tag.text([x + 3.75, y + 4.5], style.tag, tie.tag, { halign: 'centre', net }),
    ...below.map((value, index) =>
      ink.text.text([x - 2, y - 4.5 - index * style.pitch], style.data, value, {
        valign: 'top',
        net,
      }),
    ),
  ]
}

/** Where the bus leaves the sheet; the tie breaker is drawn on the left one of the two sheets. */
function busEnd(
  end: BusEnd,
  x: number,
  y: number,
  side: 'left' | 'right',
  bus_tag: string,
  place: Place,
): Primitive[] {
  const { style } = place
  const sign = side === 'right' ? 1 : -1
  const tie = side === 'right' ? end.tie : null
  const flag = x + sign * (tie === null ? 5 : 15.5)
  const connector = offPageConnector({
    reference: end.reference,
    at: [flag, y],
    direction: side,
    layer: 'E-SYMB-EQPT',
    text_layer: 'E-ANNO-TEXT',
    text_mm: style.data,
    sheet_id: end.sheet_id,
    sheet_number: place.numberOf(end.sheet_id),
    label: end.bus_tag,
    net: tie === null ? bus_tag : end.bus_tag,
  })
  if (tie === null) return [ink.lv.line([x, y], [flag, y], { net: bus_tag }), ...connector]
  return [
    ink.lv.line([x, y], [x + 4, y], { net: bus_tag }),
    ...tieBreaker(tie, x + 4, y, bus_tag, style),
    ink.lv.line([x + 11.5, y], [flag, y], { net: end.bus_tag }),
    ...connector,
  ]
}
