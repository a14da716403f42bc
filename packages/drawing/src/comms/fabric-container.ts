import type { Connection, Primitive } from '@edp/schemas'

import { pen } from '../sheet/pen.ts'
import type { CommsSite } from './comms-site.ts'
import { PENS, TEXT } from './comms-style.ts'
import { cableRange } from './ranges.ts'

/** Size of a container in the fabric diagram, mm; it hangs below the row of the leaves. */
export const CONTAINER_WIDTH = 72
export const CONTAINER_HEIGHT = 118

/** From the middle of a container to its two leaves, mm. */
export const LEAF_X = [-26, 8] as const

const HALF = 5
const NODES_DROP = 34
const NODES_HEIGHT = 12
const STORAGE_DROP = 74
const STORE_DROP = 98
const STORE_HEIGHT = 10

/** How the designations of the head servers of the storage begin. */
const STORES = 'sto-'

const FABRIC = pen('T-NETW-FABR')
const FIBRE = pen('T-NETW-FIBR')

/** The data networks of a container: leaves, nodes, storage switches and shelves; cables are numbered in the first one. */
export function containerItems(
  { site }: CommsSite,
  designation: string,
  x: number,
  leaf_y: number,
  numbered: boolean,
): Primitive[] {
  const typical = site.typicals.find((t) => t.kind === 'compute_container')?.connections ?? []
  const left = x - CONTAINER_WIDTH / 2
  const columns = [
    { leaf: 'swl-01', storage: 'sws-01', x: x + LEAF_X[0] },
    { leaf: 'swl-02', storage: 'sws-02', x: x + LEAF_X[1] },
  ]
  const nodes_y = leaf_y - NODES_DROP
  const storage_y = leaf_y - STORAGE_DROP
  const store_y = leaf_y - STORE_DROP
  const nodes = new Set(
    typical.filter((c) => c.to.device === 'swl-01' && c.service === 'fibre').map((c) => c.from.device),
  )
  const servers = new Set(
    typical.map(({ from }) => from.device).filter((device) => device.startsWith(STORES)),
  )
  const box = (y: number, height: number, text: string): Primitive[] => [
    PENS.equipment.box([left + 8, y - height / 2], CONTAINER_WIDTH - 16, height),
    PENS.text.text([x, y], TEXT.data, text, { halign: 'centre', valign: 'middle' }),
  ]
  return [
    PENS.zone.box([left, leaf_y + HALF + 3 - CONTAINER_HEIGHT], CONTAINER_WIDTH, CONTAINER_HEIGHT),
    ...columns.flatMap(({ leaf, storage, x: at }) => {
      const down = linksBetween(typical, leaf, 'node-')
      const stored = linksBetween(typical, storage, 'node-')
      const stores = linksBetween(typical, storage, STORES)
      const net = `fabric/${designation}/${leaf}`
      return [
        ...switchItems(designation, leaf, at, leaf_y),
        FABRIC.line([at, leaf_y - HALF], [at, nodes_y + NODES_HEIGHT / 2], { net }),
        ...label(at, leaf_y - 15, [`${down.links} x 400G`, ...(numbered ? idLines(down.ids) : [])], net),
        FIBRE.line([at, nodes_y - NODES_HEIGHT / 2], [at, storage_y + HALF], { net: `${net}/storage` }),
        ...label(at, nodes_y - 14, [`${stored.links} x 200G`, ...(numbered ? idLines(stored.ids) : [])], net),
        ...switchItems(designation, storage, at, storage_y),
        FIBRE.line([at, storage_y - HALF], [at, store_y + STORE_HEIGHT / 2], { net: `${net}/stores` }),
        ...label(at, storage_y - 11, numbered ? idLines(stores.ids) : [], net),
      ]
    }),
    ...box(nodes_y, NODES_HEIGHT, `${nodes.size} nodes, ${nodes.size * 8} GPUs`),
    ...box(store_y, STORE_HEIGHT, `${[...servers].join(', ')}: storage`),
    PENS.tags.text([x, store_y - STORE_HEIGHT / 2 - 2 - TEXT.tag], TEXT.tag, designation, {
      halign: 'centre',
    }),
  ]
}

function switchItems(designation: string, tag: string, x: number, y: number): Primitive[] {
  return [
    PENS.equipment.use('FABRIC-SWITCH', [x, y], {
      id: `fabric/${designation}/${tag}`,
      attributes: { TAG: tag, MODULE_ID: designation },
    }),
    PENS.tags.text([x + 9, y - 1.25], TEXT.data, tag),
  ]
}

function label(x: number, y: number, lines: readonly string[], net: string): Primitive[] {
  return lines
    .filter((line) => line !== '')
    .map((line, i) => PENS.text.text([x + 1.5, y - i * 4], TEXT.data, line, { net }))
}

/** Range of cable numbers in lines that fit beside a link. */
function idLines(ids: readonly string[]): string[] {
  const [first = '', last = ''] = [ids[0], ids.at(-1)]
  return ids.length > 1 ? [`${first}..`, last] : [cableRange(ids)]
}

interface Links {
  readonly links: number
  readonly ids: readonly string[]
}

/** Cables between a switch and everything whose name begins with a prefix, and how many links they have. */
function linksBetween(typical: readonly Connection[], tag: string, prefix: string): Links {
  const cables = typical.filter(
    ({ from, to, service }) =>
      service === 'fibre' &&
      ((from.device === tag && to.device.startsWith(prefix)) ||
        (to.device === tag && from.device.startsWith(prefix))),
  )
  return {
    links: cables.reduce((sum, c) => sum + linksOf(c), 0),
    ids: cables.map((c) => c.connection_id),
  }
}

/** Links of a row of cables: one for each of them, of a breakout one for each plug at the end that has several, `2 x QSFP112`. */
function linksOf({ cable, quantity, from, to }: Connection): number {
  const cables = quantity * (cable?.sets_count ?? 1) * (cable?.cables_per_set_count ?? 1)
  const plugs = [from, to].map(({ termination }) => Number(/^(\d+) x /.exec(termination)?.[1] ?? 1))
  return Math.max(cables, ...plugs)
}
