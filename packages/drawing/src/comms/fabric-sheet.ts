import { fitText, wrapText, type Area, type Primitive, type SiteModel } from '@edp/schemas'

import { pen } from '../sheet/pen.ts'
import type { CommsSite } from './comms-site.ts'
import { PENS, TEXT } from './comms-style.ts'

/** Most switches of a row that are drawn one by one. */
const DRAWN_MAX = 14
const BUS_GAP = 34
/** From the top of the area to the last line of text below the nodes, mm. */
export const FABRIC_HEIGHT = 330
const SYMBOL_HALF = 5
/** From the edge of the drawing area to the end of a bus. */
const BUS_INDENT = 90
const FABRIC = pen('T-NETW-FABR')

/** Compute fabric: spines, leaves and nodes with the links between them; alike switches are collapsed with their number. */
export function fabricItems(comms: CommsSite, area: Area): Primitive[] {
  const { site } = comms
  const { fabric } = site.network
  const centre = (area.x0 + area.x1) / 2
  const top = area.y1 - 40
  const lone = fabric.spines_count === 0
  const leaf_y = lone ? top : top - 2 * BUS_GAP - 60
  const node_y = leaf_y - 2 * BUS_GAP - 50
  const spines: SwitchRow = lone ? { items: [], xs: [] } : switchRow('SPN', fabric.spines_count, top, area)
  const leaves = switchRow('LEAF', fabric.leaves_count, leaf_y, area)
  const links = lone
    ? [`${fabric.uplinks_per_leaf} links join the two leaves`]
    : [
        `${fabric.uplinks_per_leaf} up-links per leaf, ${fabric.uplinks_per_leaf_per_spine} to each spine of its fabric`,
        `${fabric.spine_cables_count} cables leaf to spine`,
      ]
  const up_bus = lone ? leaf_y + BUS_GAP / 2 : leaf_y + BUS_GAP + 15
  return [
    ...spines.items,
    ...leaves.items,
    ...(lone ? [] : taps(spines.xs, top - SYMBOL_HALF, up_bus, 'fabric-up')),
    ...taps(leaves.xs, leaf_y + SYMBOL_HALF, up_bus, 'fabric-up'),
    FABRIC.line([area.x0 + BUS_INDENT, up_bus], [area.x1 - BUS_INDENT, up_bus], { net: 'fabric-up' }),
    ...busText(links, area.x0, up_bus),
    ...taps(leaves.xs, leaf_y - SYMBOL_HALF, node_y + BUS_GAP, 'fabric-down'),
    FABRIC.line([area.x0 + BUS_INDENT, node_y + BUS_GAP], [area.x1 - BUS_INDENT, node_y + BUS_GAP], {
      net: 'fabric-down',
    }),
    ...busText(
      [
        `${fabric.downlinks_per_leaf} down-links per leaf, one per GPU and rail`,
        `${fabric.node_cables_count} cables node to leaf`,
      ],
      area.x0,
      node_y + BUS_GAP,
    ),
    ...nodeBox(comms, centre, node_y),
    FABRIC.line([centre, node_y + 10], [centre, node_y + BUS_GAP], { net: 'fabric-down' }),
    ...summary(site, area.x0, area.x1, node_y - 24),
  ]
}

interface SwitchRow {
  readonly items: readonly Primitive[]
  readonly xs: readonly number[]
}

/** Switches of one kind side by side: all, or the first ones and the last with a gap between. */
function switchRow(
  prefix: 'SPN' | 'LEAF',
  count: number,
  y: number,
  area: { readonly x0: number; readonly x1: number },
): SwitchRow {
  const collapsed = count > DRAWN_MAX
  const shown = collapsed
    ? [...Array.from({ length: DRAWN_MAX - 2 }, (_, i) => i + 1), count]
    : Array.from({ length: count }, (_, i) => i + 1)
  const slots = collapsed ? DRAWN_MAX : count
  const pitch = Math.min(50, (area.x1 - area.x0 - 200) / slots)
  const left = (area.x0 + area.x1) / 2 - ((slots - 1) * pitch) / 2
  const at = (index: number): number =>
    left + (collapsed && index === shown.length - 1 ? slots - 1 : index) * pitch
  const name = prefix === 'SPN' ? 'spine' : 'leaf'
  const items: Primitive[] = shown.flatMap((number, index) => [
    PENS.equipment.use('FABRIC-SWITCH', [at(index), y], {
      id: `fabric/${prefix}-${number}`,
      net: prefix === 'SPN' ? 'fabric-up' : 'fabric-down',
      attributes: { TAG: `${prefix}-${number}` },
    }),
    PENS.tags.text([at(index) + 2, y - 10], TEXT.data, `${name} ${number}`, { valign: 'middle' }),
  ])
  const gap: Primitive[] = collapsed
    ? [
        PENS.text.text([left + (slots - 2) * pitch, y], TEXT.heading, '. . .', {
          halign: 'centre',
          valign: 'middle',
        }),
      ]
    : []
  const total = PENS.tags.text(
    [area.x0, y],
    TEXT.heading,
    `${count} ${prefix === 'SPN' ? 'SPINES' : 'LEAVES'}`,
    { valign: 'middle' },
  )
  return { items: [...items, ...gap, total], xs: shown.map((_, index) => at(index)) }
}

function taps(xs: readonly number[], from: number, to: number, net: string): Primitive[] {
  return xs.map((x) => FABRIC.line([x, from], [x, to], { net }))
}

/** What runs on a bus, left of its end: taps may meet it anywhere else. */
function busText(lines: readonly string[], x: number, y: number): Primitive[] {
  const wrapped = lines.flatMap((line) => wrapText(line, TEXT.tag, BUS_INDENT - 4))
  const pitch = 1.6 * TEXT.tag
  return wrapped.map((line, i) =>
    PENS.text.text([x, y + ((wrapped.length - 1) / 2 - i) * pitch], TEXT.tag, line, { valign: 'middle' }),
  )
}

function nodeBox({ site }: CommsSite, x: number, y: number): Primitive[] {
  const text = `${site.resolution.gpu_count} GPUs in ${site.resolution.compute_container_count} compute containers`
  return [
    PENS.equipment.box([x - 90, y - 10], 180, 20),
    PENS.tags.text([x, y], TEXT.heading, fitText(text, TEXT.heading, 174), {
      halign: 'centre',
      valign: 'middle',
    }),
  ]
}

function summary(site: SiteModel, x0: number, x1: number, y: number): Primitive[] {
  const { fabric } = site.network
  const where = site.modules.find((module) => module.module_id === fabric.spine_module_id)?.designation
  const lines = [
    `Tiers: ${fabric.tiers}. Leaves: two in each compute container, swl-01 and swl-02.${where === undefined ? '' : ` Spines: in ${where}${fabric.tiers > 2 ? ' and the other grid containers, per block' : ''}.`}`,
    fabric.note,
    'No route leads from the fabric (zone Z5) to the OT zones; the switches are managed out of band.',
  ]
  return lines
    .flatMap((line) => wrapText(line, TEXT.tag, x1 - x0))
    .map((line, i) => PENS.text.text([x0, y - i * 6.5], TEXT.tag, line))
}
