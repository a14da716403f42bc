import { fitText, type Block, type ModuleKind, type Primitive } from '@edp/schemas'

import type { FarPlace, PanelRow } from './block-panel.ts'
import type { TrunkGroup } from './trunk-groups.ts'
import { detailLink, nodesOf, type CommsSite } from './comms-site.ts'
import { PENS, TEXT } from './comms-style.ts'
import { fabricItems, innerFibre, joins } from './far-fabric.ts'
import { NODE_X, nodeAt, STEP_X, stepItems } from './far-node.ts'

/** Width of the box at the far end of trunk cables, mm. */
export const FAR_WIDTH = 158
const NODE_PITCH = 36
/** Height of the heading of such a box and of the row of a cable, and between two boxes, mm. */
const HEADING = 9
const ROW = 14
const FAR_GAP = 5

/** Counterparts of a block below each other, each kind in its box; rows so far from each other, mm. */
export function farPlaces(groups: readonly TrunkGroup[], top: number, pitch = ROW): FarPlace[] {
  let y = top
  return [...new Set(groups.map((group) => group.far_kind))].map((kind) => {
    const own = groups.filter((group) => group.far_kind === kind)
    const place = {
      kind,
      top: y,
      height: HEADING + own.length * pitch,
      rows: own.map((group, index) => ({ group, y: y - HEADING - (index + 0.5) * pitch })),
    }
    y -= place.height + FAR_GAP
    return place
  })
}

const FAR_TEXT = {
  compute_container: 'compute container',
  bess_unit: 'battery unit',
  wan_service: 'wide area network and cross-connect, BY OTHERS',
} as const satisfies Partial<Record<ModuleKind, string>>

/** The box at the far end: which modules, and in one of them the equipment that the cables reach. */
export function farItems(comms: CommsSite, block: Block, place: FarPlace, x: number): Primitive[] {
  const [first] = place.rows
  if (first === undefined) return []
  const wan = place.kind === 'wan_service'
  const what =
    wan && comms.site.network.uplink.air_gapped
      ? 'cross-connect of the site, BY OTHERS; no external line'
      : (FAR_TEXT[place.kind as keyof typeof FAR_TEXT] as string | undefined)
  const { far_designations, far_count } = widest(place)
  const title = `${far_designations}: ${wan ? '' : `${far_count} `}${what ?? place.kind}${wan || far_count === 1 ? '' : 's'}`
  const outline = wan ? PENS.boundary : PENS.zone
  const key = `${block.block_id}/${place.kind}`
  return [
    outline.box([x, place.top - place.height], FAR_WIDTH, place.height),
    PENS.tags.text(
      [x + 4, place.top - 6],
      TEXT.tag,
      fitText(title, TEXT.tag, FAR_WIDTH - 8),
      detailLink(comms, place.kind),
    ),
    ...place.rows.map(({ group, y }) => PENS.text.text([x + 1.5, y + 1.2], TEXT.data, group.far_slot)),
    ...insideItems(comms, place, x, key),
  ]
}

/** The cables that lead to the most of the modules: trunks of the fabric may lead to some alone. */
function widest({ rows }: FarPlace): { readonly far_designations: string; readonly far_count: number } {
  return rows.reduce((most, { group }) => (group.far_count > most.far_count ? group : most), {
    far_designations: '',
    far_count: 0,
  })
}

function insideItems(comms: CommsSite, { kind, rows }: FarPlace, x: number, key: string): Primitive[] {
  if (kind === 'wan_service') return wanItems(rows, x, key, comms.site.network.uplink.air_gapped)
  const module_id = rows[0]?.group.cables[0]?.to.module_id ?? ''
  const nodes = nodesOf(comms, module_id)
  const typical = comms.site.typicals.find((t) => t.kind === kind)?.connections ?? []
  const ot = rows.filter(({ group }) => group.cables[0]?.data?.network === 'OT')
  const fabric = rows.filter(({ group }) => group.cables[0]?.data?.network === 'compute fabric')
  const ot_switch = nodes.find((node) => node.kind === 'ot_switch')
  const items: Primitive[] = []
  if (ot_switch !== undefined && ot.length > 0) {
    const middle = ot.reduce((sum, row) => sum + row.y, 0) / ot.length
    items.push(
      ...nodeAt(
        ot_switch,
        [x + NODE_X, middle],
        key,
        devicesText(comms, module_id, 'ot'),
        kind === 'bess_unit' ? 10 : -7.5,
      ),
      ...ot.flatMap((row) => stepItems(row, x, middle, PENS.fibre, key, innerFibre(typical, row))),
    )
    const chain = ['firewall', 'oob_switch'] as const
    let left = { tag: ot_switch.tag, x: x + NODE_X }
    for (const [index, node_kind] of chain.entries()) {
      const node = nodes.find((n) => n.kind === node_kind)
      if (node === undefined) continue
      const at_x = x + NODE_X + (index + 1) * NODE_PITCH
      const cable = typical.find((c) => joins(c, left.tag, node.tag))
      const text = node_kind === 'oob_switch' ? devicesText(comms, module_id, 'oob') : ''
      items.push(
        PENS.copper.line([left.x + 7.5, middle], [at_x - 7.5, middle], { net: `${key}/${node.tag}` }),
        PENS.text.text([left.x + 9, middle + 1.2], TEXT.data, cable?.connection_id ?? '', {
          net: `${key}/${node.tag}`,
        }),
        ...nodeAt(node, [at_x, middle], key, text),
      )
      left = { tag: node.tag, x: at_x }
    }
  }
  items.push(...fabricItems(comms, fabric, nodes, x, key))
  return items
}

function wanItems(rows: readonly PanelRow[], x: number, key: string, air_gapped: boolean): Primitive[] {
  const middle = rows.reduce((sum, row) => sum + row.y, 0) / Math.max(1, rows.length)
  return [
    PENS.equipment.use(air_gapped ? 'CROSS-CONNECT' : 'WAN-CLOUD', [x + NODE_X + 8, middle], {
      id: `${key}/cloud`,
      attributes: { TAG: rows[0]?.group.far_designations ?? '', MODULE_ID: key },
    }),
    ...rows.flatMap((row) => {
      const net = `${key}/${row.group.far_slot}`
      const y = middle + (row.y > middle ? 2.5 : -2.5)
      return [
        (air_gapped ? PENS.fibre : PENS.wan).path(
          [
            [x, row.y],
            [x + STEP_X, row.y],
            [x + STEP_X, y],
            [x + NODE_X - (air_gapped ? 1 : 5.5), y],
          ],
          { net },
        ),
      ]
    }),
  ]
}

/** How many devices of one module are polled on its OT switch, or behind its firewall, by zone: the switches are among them. */
function devicesText({ devices }: CommsSite, module_id: string, side: 'ot' | 'oob'): string {
  const counts = new Map<string, number>()
  for (const device of devices.get(module_id) ?? []) {
    const zone = device.zone ?? ''
    if ((zone === 'Z4') !== (side === 'oob')) continue
    counts.set(zone, (counts.get(zone) ?? 0) + 1)
  }
  const parts = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([zone, count]) => `${zone}: ${count}`)
  return parts.length === 0 ? '' : `polled devices ${parts.join(', ')}`
}
