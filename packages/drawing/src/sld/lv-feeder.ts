import { textWidth, type Feeder, type Primitive } from '@edp/schemas'

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
  type LabelLine,
} from './labels.ts'
import { feederMeter, meterDepth } from './feeder-meter.ts'
import { ink, type SldStyle } from './sld-style.ts'

/** What the feeders of a part have in common, so that they line up. */
export interface FeederLane {
  /** Length that their cable data take along their cables, mm. */
  readonly zone: number
  /** From the bus to the boundary of the board, mm. */
  readonly depth: number
  /** Whether all their tags fit the lane in the size of tags. */
  readonly large: boolean
}

/** The lane of some feeders. */
export function feederLane(feeders: readonly Feeder[], place: Place): FeederLane {
  const { style } = place
  const widths = feeders.flatMap((feeder) =>
    linesOf(feeder, place).map((line) => textWidth(line, style.data)),
  )
  const room = style.feeder - 6.3
  return {
    zone: Math.max(0, ...widths) + 3,
    depth: boardDepth(style, feeders),
    large: feeders.every(({ breaker }) => textWidth(breaker.tag, style.tag) <= room),
  }
}

function linesOf(feeder: Feeder, place: Place): string[] {
  if (feeder.kind === 'spare') return []
  if (feeder.connection_id === null) return ['internal wiring']
  return cableLines(place.cables.get(feeder.connection_id), feeder.connection_id)
}

/** Height of the boundary of the board below its bus, mm: of a part of a section with its feeders. */
export function boardDepth(style: SldStyle, feeders: readonly Feeder[]): number {
  const metered = feeders.some(({ breaker }) => breaker.meter_tag !== null)
  return (
    3 * style.stretch +
    stackHeight(style, FEEDER_LABEL) +
    3 +
    (metered ? meterDepth(style) - style.pitch - 2 : 0)
  )
}

const FEEDER_LABEL: readonly LabelLine[] = [
  { value: 'tag', tag: true },
  { value: 'frame' },
  { value: 'trip' },
  { value: 'kA' },
  { value: 'functions' },
  { value: 'spare' },
]

/** Short names of what stands in the grid container: a load's box is as wide as a feeder lane. */
const SHORT_NAMES: readonly (readonly [string, string])[] = [
  ['auxiliaries', 'AUX'],
  ['spine racks', 'SPN'],
]

/** A feeder from the bus to its load: breaker, cable with its data upright beside it, load with its power. */
export function drawFeeder(
  feeder: Feeder,
  x: number,
  bus: { readonly tag: string; readonly y: number },
  lane: FeederLane,
  place: Place,
): Primitive[] {
  const { style } = place
  const { breaker } = feeder
  const net = breaker.tag
  const line = new Descent(x, bus.y, bus.tag, ink.lv).wire(3 * style.stretch)
  const label: LabelLine[] = [
    { value: breaker.tag, tag: lane.large },
    ...ampsOf(breaker)
      .split(' / ')
      .map((value) => ({ value })),
    { value: `${breaker.interrupting_ka} kA` },
    { value: breaker.functions.join(' ') },
    { value: feeder.kind === 'spare' ? 'SPARE' : '' },
  ]
  line.add(...labelStack(style, x + 3.5, line.y - 1, label, { net }))
  line.device('BREAKER-LV', {
    id: breaker.tag,
    net,
    attributes: { TAG: breaker.tag, RATING: ratingOf(breaker), MODULE_ID: feeder.load_module_id ?? '' },
  })
  line.becomes(net, ink.lv)
  if (feeder.kind === 'spare') return line.wire(5).items
  if (breaker.meter_tag !== null) {
    line.wireTo(bus.y - 3 * style.stretch - stackHeight(style, FEEDER_LABEL) + style.pitch)
    line.add(...feederMeter(line, breaker, style))
  }
  const load_y = bus.y - lane.depth - lane.zone - 4
  line.wireTo(load_y + 2)
  return [
    ...line.items,
    ...uprightLines(style, x + 1.9, load_y + 4, linesOf(feeder, place), net),
    ...drawLoad(feeder, x, load_y, place),
  ]
}

function drawLoad(feeder: Feeder, x: number, y: number, { style, inside, numberOf }: Place): Primitive[] {
  const net = feeder.breaker.tag
  const height = loadHeight(style.data)
  const name = nameOf(feeder)
  const rating = kilowatts(feeder.load_kw)
  // A container says on which sheet its inside is, and a click on it leads there; auxiliaries of batteries end at their unit.
  const sheet_id = inside.get(feeder.load_module_id ?? '')
  const link = sheet_id === undefined ? {} : { link: { sheet_id } }
  const centred = { halign: 'centre', valign: 'middle', net, ...link } as const
  return [
    ink.equipment.use('LOAD', [x, y], {
      net,
      ...link,
      attributes: {
        TAG: name,
        RATING: rating,
        MODULE_ID: feeder.load_module_id ?? '',
        CABLE: feeder.connection_id ?? '',
      },
    }),
    ink.tag.text([x, y - height * 0.28], style.data, name, {
      ...centred,
      ...(feeder.load_module_id === null ? {} : { id: feeder.load_module_id }),
    }),
    ink.text.text([x, y - height * 0.72], style.data, rating, centred),
    ...(sheet_id === undefined
      ? []
      : [
          ink.text.text([x, y - height - 1], style.data, `sheet ${numberOf(sheet_id)}`, {
            ...centred,
            valign: 'top',
          }),
        ]),
  ]
}

function nameOf({ load_designation, system }: Feeder): string {
  const short = SHORT_NAMES.reduce(
    (name, [long, abbreviated]) => name.replace(long, abbreviated),
    load_designation,
  )
  return system === null ? short : `${short} ${system}`
}
