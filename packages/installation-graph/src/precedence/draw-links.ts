import { roundTo, type Point, type Primitive } from '@edp/schemas'

import { line } from '../drawing/pen.ts'
import { BOX_HEIGHT, BOX_WIDTH } from './draw-box.ts'
import type { Raster } from './raster.ts'
import type { Route } from './route-links.ts'

/** Length and half width of an arrow; on the heavy lines of the critical path it must stand out too. */
const ARROW = { 'X-LINK': [2.2, 0.7], 'X-CRIT': [2.6, 0.9] } as const
const DOT_RADIUS = 0.45
/** Between two entries at the left edge of a box. */
const ENTRY_PITCH = 2

/** Draws routed links: one net per box that they leave, critical ones heavy and on top. */
export function linkLines(routes: readonly Route[], raster: Raster): Primitive[] {
  const nets = new Map<string, { segments: { points: [Point, Point]; critical: boolean }[] }>()
  const arrows: Primitive[] = []
  for (const route of routes) {
    const points = routePoints(route, raster)
    const net = nets.get(route.link.from) ?? { segments: [] }
    nets.set(route.link.from, net)
    points.slice(1).forEach((to, index) => {
      const from = points[index] ?? to
      if (from[0] !== to[0] || from[1] !== to[1])
        net.segments.push({ points: [from, to], critical: route.link.critical })
    })
    const tip = points[points.length - 1]
    if (tip !== undefined) arrows.push(arrow(tip, route.link))
  }
  const lines: Primitive[] = []
  const critical: Primitive[] = []
  for (const [net, { segments }] of nets) {
    const drawn = new Set<string>()
    for (const { points, critical: heavy } of [...segments].sort(
      (a, b) => Number(b.critical) - Number(a.critical),
    )) {
      const key = points.flat().join(' ')
      if (drawn.has(key)) continue
      drawn.add(key)
      ;(heavy ? critical : lines).push(line(heavy ? 'X-CRIT' : 'X-LINK', points[0], points[1], net))
    }
    lines.push(
      ...junctions(
        net,
        segments.map((segment) => segment.points),
      ),
    )
  }
  return [...lines, ...critical, ...arrows]
}

function arrow([x, y]: Point, link: Route['link']): Primitive {
  const layer = link.critical ? 'X-CRIT' : 'X-LINK'
  const [length, half] = ARROW[layer]
  return {
    kind: 'polyline',
    layer,
    points: [
      [x, y],
      [roundTo(x - length, 3), roundTo(y + half, 3)],
      [roundTo(x - length, 3), roundTo(y - half, 3)],
    ],
    closed: true,
    filled: true,
    net: link.from,
  }
}

function routePoints(route: Route, raster: Raster): Point[] {
  const startX = roundTo((raster.columns[route.from.column] ?? 0) + BOX_WIDTH, 3)
  const startY = middleOf(route.from.row, raster)
  const endX = raster.columns[route.to.column] ?? 0
  const endY = roundTo(middleOf(route.to.row, raster) + route.entry * ENTRY_PITCH, 3)
  const start: Point = [startX, startY]
  const end: Point = [endX, endY]
  if (route.trunk === null) return [start, end]
  const trunkX = raster.trackX(route.trunk.channel, route.trunk.track)
  if (route.across === null || route.drop === null) return [start, [trunkX, startY], [trunkX, endY], end]
  const acrossY = raster.trackY(route.across.channel, route.across.track)
  const dropX = raster.trackX(route.drop.channel, route.drop.track)
  return [start, [trunkX, startY], [trunkX, acrossY], [dropX, acrossY], [dropX, endY], end]
}

function middleOf(row: number, raster: Raster): number {
  return roundTo((raster.rows[row] ?? 0) - BOX_HEIGHT / 2, 3)
}

/** A dot where a net branches, so that a branch and a crossing cannot be mistaken. */
function junctions(net: string, segments: readonly (readonly [Point, Point])[]): Primitive[] {
  const points = new Map(segments.flat().map((point) => [point.join(' '), point]))
  return [...points.values()]
    .filter((point) => directions(point, segments) > 2)
    .map((centre) => ({ kind: 'circle', layer: 'X-LINK', centre, radius: DOT_RADIUS, filled: true, net }))
}

function directions([x, y]: Point, segments: readonly (readonly [Point, Point])[]): number {
  const found = new Set<string>()
  for (const [[ax, ay], [bx, by]] of segments) {
    if (ay === by && y === ay && x >= Math.min(ax, bx) && x <= Math.max(ax, bx)) {
      if (x > Math.min(ax, bx)) found.add('west')
      if (x < Math.max(ax, bx)) found.add('east')
    }
    if (ax === bx && x === ax && y >= Math.min(ay, by) && y <= Math.max(ay, by)) {
      if (y > Math.min(ay, by)) found.add('south')
      if (y < Math.max(ay, by)) found.add('north')
    }
  }
  return found.size
}
