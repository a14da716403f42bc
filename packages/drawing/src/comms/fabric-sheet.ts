import { wrapText, type Area, type Primitive, type SiteModel } from '@edp/schemas'

import { pen } from '../sheet/pen.ts'
import type { CommsSite } from './comms-site.ts'
import { PENS, TEXT } from './comms-style.ts'
import { containerItems, CONTAINER_HEIGHT, CONTAINER_WIDTH, LEAF_X } from './fabric-container.ts'
import { fabricWays } from './fabric-ways.ts'
import { placesInRow } from './row-places.ts'
import { designationRange } from '../sheet/designation-range.ts'

/** Most spines and most containers of a row that are drawn one by one. */
const SPINES_MAX = 9
const CONTAINERS_MAX = 6
const HEADING = 14
const SPINE_DROP = 22
/** From the heading to the leaves of a lone container, mm. */
const LONE_DROP = 40
/** From the spines down to the leaves, the room of their links, mm: the least that can be read, and more where there is room. */
const MESH = { least: 48, most: 92 } as const
/** From the containers to the first line of the text below them, and between its lines, mm. */
const SUMMARY_DROP = 8
const LINE_PITCH = 5
const SYMBOL_HALF = 5
const SPINE_PITCH = 44
const CONTAINER_PITCH = CONTAINER_WIDTH + 12
const FABRIC = pen('T-NETW-FABR')

/** Height that the fabric needs with its links in the least room, mm. */
export function fabricHeight(comms: CommsSite, width: number): number {
  const lone = comms.site.network.fabric.spines_count === 0
  return besidesMesh(summaryLines(comms, width).length, lone) + (lone ? 0 : MESH.least)
}

/** Least width of the fabric, mm: its spines and its containers side by side. */
export function fabricWidth({ site }: CommsSite): number {
  const containers = Math.min(CONTAINERS_MAX, drawnContainers(site).length)
  const spines = Math.min(SPINES_MAX, spinesOf(site))
  return Math.max(containers * CONTAINER_PITCH, spines * SPINE_PITCH)
}

/** Containers of one fabric: those of the site, or of the first block. */
function drawnContainers(site: SiteModel): readonly string[] {
  return site.network.fabric.tiers > 2 ? (site.blocks[0]?.compute_module_ids ?? []) : containersOf(site)
}

/** Spines of one fabric. */
function spinesOf({ network: { fabric } }: SiteModel): number {
  return fabric.spines_count === 0 ? 0 : fabric.downlinks_per_leaf / fabric.uplinks_per_leaf_per_spine
}

/** Heading, spines, containers and the text below them, mm. */
function besidesMesh(lines: number, lone: boolean): number {
  return HEADING + (lone ? LONE_DROP : SPINE_DROP) + CONTAINER_HEIGHT + SUMMARY_DROP + lines * LINE_PITCH
}

/**
 * Compute fabric: spines, leaves in their containers, nodes and storage with the links between them. Every line between
 * a leaf and a spine is a bundle of links; alike spines and containers are collapsed with their number. The heading, the picture and
 * the text below it.
 */
export function fabricItems(comms: CommsSite, area: Area): Primitive[][] {
  const { site, modules } = comms
  const { fabric } = site.network
  const drawn = drawnContainers(site)
  const designations = drawn.map((id) => modules.get(id)?.designation ?? id)
  const spines = spinesOf(site)
  const lines = summaryLines(comms, area.x1 - area.x0)
  const room = area.y1 - area.y0 - besidesMesh(lines.length, spines === 0)
  const spine_y = area.y1 - HEADING - SPINE_DROP
  const mesh = Math.max(MESH.least, Math.min(MESH.most, room))
  const leaf_y = spines === 0 ? area.y1 - HEADING - LONE_DROP : spine_y - mesh
  const width = fabricWidth(comms)
  // A small fabric stands on the left: what is free beside it is of use.
  const centre = area.x0 + (2 * width < area.x1 - area.x0 ? width : area.x1 - area.x0) / 2
  const spine_places = placesInRow(spines, SPINES_MAX, SPINE_PITCH, centre)
  const containers = placesInRow(designations.length, CONTAINERS_MAX, CONTAINER_PITCH, centre)
  const leaves = containers.shown.flatMap(({ x }) => LEAF_X.map((leaf_x) => x + leaf_x))
  const where = site.network.nodes.find((node) => node.kind === 'spine')
  const { gpu_count, compute_container_count: count } = site.resolution
  const parts = [
    ...(fabric.spines_count === 0 ? [] : [`${fabric.spines_count} spines`]),
    `${fabric.leaves_count} leaves`,
    `${gpu_count} GPUs in ${count} compute container${count === 1 ? '' : 's'}`,
  ]
  const title = `COMPUTE FABRIC: ${parts.join(', ')}${fabric.tiers > 2 ? '; drawn: block 1' : ''}`
  const heading = PENS.tags.text([area.x0, area.y1 - TEXT.heading - 1], TEXT.heading, title)
  const picture = [
    ...spine_places.shown.flatMap(({ number, x }) => [
      PENS.equipment.use('FABRIC-SWITCH', [x, spine_y], {
        id: `fabric/SPN-${number}`,
        attributes: { TAG: `SPN-${number}`, MODULE_ID: where?.module_ids[0] ?? '' },
      }),
      PENS.tags.text([x, spine_y + 7], TEXT.data, `SPN ${number}`, { halign: 'centre' }),
    ]),
    ...dots(spine_places.gap_x, spine_y),
    ...spine_places.shown.flatMap(({ x, number }) =>
      leaves.map((leaf_x, index) =>
        FABRIC.line([x, spine_y - SYMBOL_HALF], [leaf_x, leaf_y + SYMBOL_HALF], {
          net: `fabric/${number}/${index}`,
        }),
      ),
    ),
    ...containers.shown.flatMap(({ number, x }) =>
      containerItems(comms, designations[number - 1] ?? '', x, leaf_y, number === 1),
    ),
    ...(spines === 0
      ? joined(`${fabric.uplinks_per_leaf} x 400G, ${joiningCable(site)}`, centre, leaf_y)
      : []),
    ...dots(containers.gap_x, leaf_y - CONTAINER_HEIGHT / 2),
  ]
  const words = lines.map((line, i) =>
    PENS.text.text([area.x0, leaf_y - CONTAINER_HEIGHT - SUMMARY_DROP - i * LINE_PITCH], TEXT.data, line),
  )
  return [[heading], picture, words]
}

/** Number of the cable between the two leaves of a lone container. */
function joiningCable({ network, typicals }: SiteModel): string {
  const leaves = network.nodes.filter((node) => node.kind === 'leaf').map((node) => node.tag)
  const cable = typicals
    .flatMap((typical) => typical.connections)
    .find(({ from, to }) => leaves.includes(from.device) && leaves.includes(to.device))
  return cable?.connection_id ?? ''
}

/** The two leaves of a lone container with the links that join them. */
function joined(text: string, x: number, y: number): Primitive[] {
  const [left, right] = [x + LEAF_X[0], x + LEAF_X[1]]
  const net = 'fabric/joined'
  return [
    FABRIC.path(
      [
        [left, y + SYMBOL_HALF],
        [left, y + 15],
        [right, y + 15],
        [right, y + SYMBOL_HALF],
      ],
      { net },
    ),
    PENS.text.text([(left + right) / 2, y + 16.5], TEXT.data, text, { halign: 'centre', net }),
  ]
}

function containersOf(site: SiteModel): string[] {
  return site.modules.filter((module) => module.kind === 'compute_container').map((m) => m.module_id)
}

function dots(x: number | null, y: number): Primitive[] {
  return x === null
    ? []
    : [PENS.text.text([x, y], TEXT.heading, '. . .', { halign: 'centre', valign: 'middle' })]
}

/** Places that are named one by one; of more the first ones, the last one and their number stand for all. */
const NAMED_MAX = 12

function placesText(places: readonly string[]): string {
  const [first = '', second = ''] = places
  const range = designationRange([...places])
  const named = range.split(', ').length <= NAMED_MAX
  return named ? range : `${places.length} containers: ${first}, ${second} to ${places.at(-1) ?? ''}`
}

/** Numbers of links and cables, where the spines stand, and what the fabric is separate from. */
function summaryLines(comms: CommsSite, width: number): string[] {
  const { site, modules } = comms
  const { fabric, zones, nodes } = site.network
  const { subnet_manager: subnet } = fabric
  const places = nodes
    .find((node) => node.kind === 'spine')
    ?.module_ids.map((id) => modules.get(id)?.designation ?? id)
  const links =
    fabric.spines_count === 0
      ? []
      : [
          `Every line is ${fabric.uplinks_per_leaf_per_spine === 1 ? 'one link' : `${fabric.uplinks_per_leaf_per_spine} links`} of 400 Gbit/s: ${fabric.uplinks_per_leaf} up-links of a leaf, shared by the spines of its fabric; ${fabric.spine_cables_count} links leaf to spine on the site. Spines in ${placesText(places ?? [])}.`,
          ...fabricWays(site),
          `Optics of leaves and spines: ${fabric.optic.rating}; the longest channel, leaf to spine, is ${fabric.optic.longest_channel} = ${fabric.optic.longest_channel_m} m.`,
        ]
  return [
    ...links,
    `${fabric.downlinks_per_leaf} down-links of a leaf, one for each GPU and rail; ${fabric.node_cables_count} links node to leaf on the site. ${fabric.note}`,
    `Subnet manager: own software of the managed switches, master ${subnet.master}, standby ${subnet.standby}${fabric.tiers > 2 ? ' in every block' : ''}; ${subnet.nodes_count} nodes in ${fabric.tiers > 2 ? 'the largest' : 'the'} fabric, adapters and switches, of ${subnet.nodes_max} that it serves.`,
    zones.find((zone) => zone.zone_id === 'Z5')?.separation ?? '',
    ...tieIns(site),
  ].flatMap((line) => wrapText(line, TEXT.data, width))
}

/** Where the tenants take their data: cables of the storage switches that end on a plate. */
function tieIns({ typicals }: SiteModel): string[] {
  const storage = (typicals.find((t) => t.kind === 'compute_container')?.connections ?? []).filter(
    ({ from, to }) => from.device.startsWith('sws-') && to.plate_id !== null,
  )
  return storage.map(
    ({ connection_id, to, quantity, description }) =>
      `${connection_id}, ${quantity} x MPO-12 to plate ${to.plate_id ?? ''} ${to.slot ?? ''} of every container: ${description}.`,
  )
}
