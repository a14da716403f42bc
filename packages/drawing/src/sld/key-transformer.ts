import type { BlockElectrical, Feeder, Primitive, Transformer } from '@edp/schemas'

import { designationRange } from '../sheet/designation-range.ts'
import { Descent } from './descent.ts'
import type { KeyBus, KeyPlace } from './key-frame.ts'
import {
  ampsOf,
  fixed,
  kilovoltamperes,
  labelStack,
  ratingOf,
  stackHeight,
  volts,
  type LabelLine,
} from './labels.ts'
import { ink } from './sld-style.ts'

/** Width of a transformer with its section and the tie to the next one, mm. */
export const KEY_TRANSFORMER_MM = 74

/** The transformer of a position in its block: from the medium-voltage bus to its section, the tie behind it and the loads. */
export function drawKeyTransformer(
  block: BlockElectrical,
  transformer: Transformer,
  index: number,
  x: number,
  bus: KeyBus,
  place: KeyPlace,
): Primitive[] {
  const { style, sheetOf } = place
  const { primary_breaker, secondary_breaker } = transformer
  const id = (tag: string): string => `${block.block_id}/${tag}`
  const sheet_id = sheetOf(transformer.tag)
  const link = { sheet_id }
  const line = new Descent(x, bus.y, bus.tag, ink.mv).wire(3)
  const label = (dx: number, lines: readonly LabelLine[]): void => {
    line.add(...labelStack(style, x + dx, line.y - 0.5, lines, { net: line.net, link }))
  }
  const net = id(transformer.tag)
  label(4.5, [{ value: primary_breaker.tag, tag: true }, { value: ratingOf(primary_breaker) }])
  line.becomes(net, ink.mv).device('BREAKER-MV', { id: id(primary_breaker.tag) })
  line.wire(3)
  label(8, [
    { value: transformer.tag, tag: true },
    {
      value: `${kilovoltamperes(transformer.rating_kva)}, ${transformer.impedance_pct} %Z, ${transformer.vector_group}`,
    },
    {
      value: `${volts(transformer.primary_v)} / ${volts(transformer.secondary_v)}, loading ${fixed(transformer.loading_pct, 1)} %`,
    },
  ])
  line.device('TRANSFORMER', { id: id(transformer.tag) })
  line.becomes(id(transformer.bus_tag), ink.lv).wire(3)
  label(4.5, [{ value: secondary_breaker.tag, tag: true }, { value: ratingOf(secondary_breaker) }])
  line.device('BREAKER-LV', { id: id(secondary_breaker.tag) }).wire(style.pitch + 3)
  const section = block.lv_buses.find((one) => one.tag === transformer.bus_tag)
  const end = x + KEY_TRANSFORMER_MM - 24
  const y = line.y
  line.add(ink.bus.line([x - 10, y], [end, y], { net: line.net }))
  const rating = section === undefined ? '' : `, ${section.rating_a} A, ${section.withstand_ka} kA`
  line.add(
    ink.text.text([x + 2.5, y + 1.5], style.data, `${transformer.bus_tag}${rating}`, { net: line.net, link }),
  )
  const tie = block.bus_ties[index]
  const next = block.transformers[index + 1]
  if (tie !== undefined && next !== undefined) {
    const middle = (end + x + KEY_TRANSFORMER_MM - 10) / 2
    line.add(
      ink.lv.line([end, y], [middle - 3.75, y], { net: line.net }),
      ink.equipment.use('BREAKER-LV', [middle - 3.75, y], {
        rotation_deg: 90,
        id: id(tie.tag),
        net: line.net,
      }),
      ink.lv.line([middle + 3.75, y], [x + KEY_TRANSFORMER_MM - 10, y], { net: id(next.bus_tag) }),
      ink.tag.text([middle, y + 4.5], style.data, tie.tag, { halign: 'centre', net: line.net, link }),
      ink.text.text([middle, y - 4], style.data, 'N.O.', { halign: 'centre', valign: 'top', net: line.net }),
    )
  }
  return [...line.items, ...drawLoads(block, transformer.bus_tag, x, y, end, place, link)]
}

/** What a section feeds: its feeders to containers as one, the others by their tags. */
function drawLoads(
  block: BlockElectrical,
  bus_tag: string,
  x: number,
  y: number,
  end: number,
  { style, numberOf }: KeyPlace,
  link: { readonly sheet_id: string },
): Primitive[] {
  const net = `${block.block_id}/${bus_tag}`
  const feeders = block.feeders.filter((feeder) => feeder.bus_tag === bus_tag)
  const compute = feeders.filter((feeder) => feeder.kind === 'compute')
  const of = (system: Feeder['system']): string => {
    const fed = compute.filter((feeder) => feeder.system === system).map((feeder) => feeder.load_designation)
    return fed.length === 0 ? '' : `${designationRange(fed)} ${system ?? ''}`.trim()
  }
  const others = feeders.filter((feeder) => feeder.kind !== 'compute').map((feeder) => feeder.breaker.tag)
  const ratings = ratingCounts(compute)
  const label = [`${compute.length} feeders to containers`, ...ratings].map((value) => ({ value }))
  const down = new Descent(x, y, net, ink.lv).wire(3)
  down.add(...labelStack(style, x + 4.5, down.y - 0.5, label, { net, link }))
  const upper = down.y
  down.device('BREAKER-LV', { id: `${net}/feeders` })
  // The label of the feeders stands above the box of the loads.
  down.wire(Math.max(3, stackHeight(style, label) + 1 - (upper - down.y)))
  const lines: LabelLine[] = [
    { value: [of('A'), of('B')].filter((part) => part !== '').join(', ') },
    ...(others.length === 0 ? [] : [{ value: `and ${others.length} other feeders` }]),
    { value: `sheet ${numberOf(link.sheet_id)}` },
  ]
  const height = 3 * style.pitch + 2
  return [
    ...down.items,
    ink.equipment.box([x - 10, down.y - height], end - x + 10, height, { net }),
    ...labelStack(style, x - 8, down.y - 1.5, lines, { net, link }),
  ]
}

/** Most lines that name unlike feeders. */
const RATING_LINES = 2

/** Unlike feeders with their number, smallest first; of many kinds the smallest and the largest. */
export function ratingCounts(feeders: readonly Feeder[]): string[] {
  const counts = new Map<number, { text: string; count: number }>()
  for (const { breaker } of feeders) {
    const known = counts.get(breaker.trip_a)
    if (known === undefined) counts.set(breaker.trip_a, { text: ampsOf(breaker), count: 1 })
    else known.count += 1
  }
  const kinds = [...counts].sort(([a], [b]) => a - b).map(([, kind]) => kind)
  const [least, most] = [kinds[0]?.text ?? '', kinds.at(-1)?.text ?? '']
  if (kinds.length > RATING_LINES) return [`from ${least}`, `to ${most}`]
  return kinds.map(({ text, count }) => (kinds.length === 1 ? text : `${count} x ${text}`))
}
