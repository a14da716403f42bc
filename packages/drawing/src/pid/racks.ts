import type { Connection } from '@edp/schemas'

import { pen } from '../sheet/pen.ts'
import { cutRun } from './cut-run.ts'
import { DATA_MM, TAG_MM, type PidCanvas } from './pid-canvas.ts'
import { label } from './pipe-run.ts'
import { MANIFOLD } from './technology-layout.ts'

const NODE = { x0: 757.5, x1: 787.5 } as const
/** A quick coupling stands this far from manifold or node, mm. */
const COUPLING_MM = 4
const FIRST_Y = 501
const LAST_Y = 381
const PITCH_MAX = 23

/** A node with the hoses that the catalogue gives it. */
interface CooledNode {
  readonly tag: string
  readonly rack: string | null
  readonly supply: Connection | undefined
  readonly back: Connection | undefined
}

/** Manifolds, and between them every liquid-cooled node with its two hoses, rack by rack. */
export function drawRacks(canvas: PidCanvas): void {
  const { items, site } = canvas
  const body = pen('M-EQPT')
  for (const [tag, x, net] of [
    ['MF-201S', MANIFOLD.supply_x, '201'],
    ['MF-201R', MANIFOLD.return_x, '202'],
  ] as const) {
    const wide = pen(net === '201' ? 'M-PIPE-TCSS' : 'M-PIPE-TCSR')
    items.push(wide.line([x, MANIFOLD.top], [x, MANIFOLD.bottom], { net }))
    items.push(body.box([x - 2.5, MANIFOLD.bottom], 5, MANIFOLD.top - MANIFOLD.bottom, { net }))
    const [tagX, rotation_deg] = net === '201' ? [x - 4.5, 90 as const] : [x + 8, 90 as const]
    items.push(
      pen('M-ANNO-TAGS').text([tagX, (MANIFOLD.top + MANIFOLD.bottom) / 2], TAG_MM, tag, {
        halign: 'centre',
        rotation_deg,
        id: tag,
        net,
      }),
    )
  }
  const nodes = cooledNodes(canvas)
  const pitch = Math.min(PITCH_MAX, (FIRST_Y - LAST_Y) / Math.max(1, nodes.length - 1))
  nodes.forEach((node, index) => {
    drawNode(canvas, node, FIRST_Y - index * pitch, pitch)
  })
  const flow = site.cooling.equipment.find((item) => item.kind === 'node')?.rating
  const middle = (NODE.x0 + NODE.x1) / 2
  if (flow !== undefined) canvas.note([middle, FIRST_Y + 10.5], `each ${flow}`, { halign: 'centre' })
  const last = nodes.length - 1
  if (canvas.has('210') && last >= 0) nameHoses(canvas, FIRST_Y - last * pitch)
}

/** Line numbers of the hoses, below the last node, with leaders to its own. */
function nameHoses(canvas: PidCanvas, last_y: number): void {
  const x = (NODE.x0 + NODE.x1) / 2
  const [supply_x, return_x] = [NODE.x0 - 7.2, NODE.x1 + 13.5]
  const [upper, lower] = [last_y - 11.2, last_y - 15.2]
  label(canvas, '210', [x, upper], {
    halign: 'centre',
    leader: [
      [supply_x, upper + 3.2],
      [supply_x, last_y],
    ],
  })
  label(canvas, '211', [x, lower], {
    halign: 'centre',
    leader: [
      [return_x - 1, lower + 1.25],
      [return_x, lower + 1.25],
      [return_x, last_y],
    ],
  })
}

function cooledNodes(canvas: PidCanvas): CooledNode[] {
  const typical = canvas.site.typicals.find((t) => t.kind === 'compute_container')
  const hoses = typical?.connections.filter((c) => c.medium === 'hose') ?? []
  return canvas.site.cooling.equipment
    .filter((item) => item.kind === 'node')
    .map((item) => ({
      tag: item.tag,
      rack: item.rack,
      supply: hoses.find((c) => c.service === 'coolant_supply' && c.to.device === item.tag),
      back: hoses.find((c) => c.service === 'coolant_return' && c.from.device === item.tag),
    }))
}

function drawNode(canvas: PidCanvas, node: CooledNode, y: number, pitch: number): void {
  const half = Math.min(8, pitch * 0.38)
  canvas.items.push(pen('M-EQPT').box([NODE.x0, y - half], NODE.x1 - NODE.x0, 2 * half, { net: node.tag }))
  const tags = pen('M-ANNO-TAGS')
  const middle = (NODE.x0 + NODE.x1) / 2
  canvas.items.push(
    tags.text([middle, y + (node.rack === null ? -1.25 : 0.8)], DATA_MM, node.tag, {
      halign: 'centre',
      id: node.tag,
      net: node.tag,
    }),
  )
  if (node.rack !== null)
    canvas.note([middle, y - 3.8], `rack ${node.rack}`, { halign: 'centre', net: node.tag })
  drawHose(canvas, node.supply, '210', y, MANIFOLD.supply_x + 2.5, NODE.x0)
  drawHose(canvas, node.back, '211', y, NODE.x1, MANIFOLD.return_x - 2.5)
}

/** A hose in the direction of flow, with the quick coupling that it has at each end. */
function drawHose(
  canvas: PidCanvas,
  connection: Connection | undefined,
  net: string,
  y: number,
  from: number,
  to: number,
): void {
  const hose = pen('M-HOSE')
  const ends_at = connection?.hose?.dry_break_ends ?? []
  const couplings = [
    ...(ends_at.includes('from') ? [from + COUPLING_MM] : []),
    ...(ends_at.includes('to') ? [to - COUPLING_MM] : []),
  ]
  const cuts = couplings.map((x) => ({ at: [x, y] as const, half: 2 }))
  const ends = [
    [from, y],
    [to, y],
  ] as const
  for (const piece of cutRun(ends, cuts).pieces) canvas.items.push(hose.path(piece, { net }))
  for (const { at } of cuts) canvas.items.push(hose.use('QUICK-COUPLING', at, { net }))
  const middle = (from + to) / 2
  canvas.items.push(hose.use('FLOW-ARROW', [middle, y], { net }))
  if (connection !== undefined)
    canvas.items.push(
      pen('M-ANNO-TAGS').text([middle, y + 2.4], DATA_MM, connection.connection_id, {
        halign: 'centre',
        net,
        id: connection.connection_id,
      }),
    )
}
