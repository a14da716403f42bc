import { wrapText, type NetworkConduit, type Primitive } from '@edp/schemas'

import { arrowHead, PENS, TEXT } from './comms-style.ts'
import type { ZonePlace } from './zone-places.ts'

const LAYER = 'T-EQPT'
const LABEL_PITCH = 4
/** Widest label beside a vertical conduit, mm. */
const LABEL_WIDTH = 120

/** Conduits that the overview has no straight way for; they stand in the table alone. */
export function conduitsWithoutWay(
  conduits: readonly NetworkConduit[],
  places: readonly ZonePlace[],
): NetworkConduit[] {
  return conduits.filter((conduit) => wayOf(conduit, places) === null)
}

/** The permitted paths between the zones, each with its number and services; arrows point where a session may go. */
export function conduitItems(conduits: readonly NetworkConduit[], places: readonly ZonePlace[]): Primitive[] {
  return conduits.flatMap((conduit) => {
    const way = wayOf(conduit, places)
    return way === null ? [] : drawn(conduit, way)
  })
}

interface Way {
  readonly kind: 'upright' | 'across'
  /** Where the way runs: x of an upright one, y of one across. */
  readonly at: number
  /** From the upper or left end to the other. */
  readonly ends: readonly [number, number]
  /** Whether `from_zone` is at the upper or left end. */
  readonly forward: boolean
}

function wayOf(conduit: NetworkConduit, places: readonly ZonePlace[]): Way | null {
  const from = places.find((place) => place.zone_id === conduit.from_zone)
  const to = places.find((place) => place.zone_id === conduit.to_zone)
  if (from === undefined || to === undefined) return null
  const [upper, lower] = from.area.y0 >= to.area.y1 ? [from, to] : [to, from]
  if (from.role !== 'aside' && to.role !== 'aside') {
    const between = places.some(
      (place) => place.role !== 'aside' && place.area.y0 >= lower.area.y1 && place.area.y1 <= upper.area.y0,
    )
    if (between || upper.area.y0 < lower.area.y1) return null
    const narrow = upper.area.x1 - upper.area.x0 < lower.area.x1 - lower.area.x0 ? upper : lower
    const share = narrow.role === 'band' ? 0.5 : 0.1
    const at = narrow.area.x0 + (narrow.area.x1 - narrow.area.x0) * share
    return { kind: 'upright', at, ends: [upper.area.y0, lower.area.y1], forward: from === upper }
  }
  const [left, right] = from.area.x1 <= to.area.x0 ? [from, to] : [to, from]
  const low = Math.max(left.area.y0, right.area.y0)
  const high = Math.min(left.area.y1, right.area.y1)
  if (left.area.x1 > right.area.x0 || high - low < 20) return null
  return { kind: 'across', at: (low + high) / 2, ends: [left.area.x1, right.area.x0], forward: from === left }
}

function drawn(conduit: NetworkConduit, way: Way): Primitive[] {
  const net = conduit.conduit_id
  const both = conduit.direction === 'both ways'
  const [a, b] = way.ends
  if (way.kind === 'upright') {
    const x = way.at
    const lines = wrapText(conduit.services, TEXT.data, LABEL_WIDTH)
    const top = (a + b) / 2 + (lines.length * LABEL_PITCH + 5) / 2
    return [
      PENS.equipment.line([x, a], [x, b], { net }),
      ...(both || way.forward ? [arrowHead(LAYER, [x, b], 'down', net)] : []),
      ...(both || !way.forward ? [arrowHead(LAYER, [x, a], 'up', net)] : []),
      PENS.tags.text([x + 4, top - TEXT.tag], TEXT.tag, net, { id: net }),
      ...lines.map((line, i) =>
        PENS.text.text([x + 4, top - TEXT.tag - 4.5 - i * LABEL_PITCH], TEXT.data, line),
      ),
    ]
  }
  const y = way.at
  const lines = wrapText(conduit.services, TEXT.data, b - a - 6)
  return [
    PENS.equipment.line([a, y], [b, y], { net }),
    ...(both || way.forward ? [arrowHead(LAYER, [b, y], 'right', net)] : []),
    ...(both || !way.forward ? [arrowHead(LAYER, [a, y], 'left', net)] : []),
    PENS.tags.text([(a + b) / 2, y + 2], TEXT.tag, net, { halign: 'centre', id: net }),
    ...lines.map((line, i) =>
      PENS.text.text([(a + b) / 2, y - 5 - i * LABEL_PITCH], TEXT.data, line, { halign: 'centre' }),
    ),
  ]
}
