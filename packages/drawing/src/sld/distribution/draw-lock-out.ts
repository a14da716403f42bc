import type { EmergencyOff, InsideEquipment, Point, Primitive, SiteModel, Typical } from '@edp/schemas'

import { designationRange } from '../../sheet/designation-range.ts'
import { relayDiameter } from '../../symbols/sld/measuring.ts'
import { labelStack, stackHeight, type LabelLine } from '../labels.ts'
import { ink, type SldStyle } from '../sld-style.ts'
import { lanesOf, wayLanes, type Board } from './board-tree.ts'
import { cableWidth } from './cable-text.ts'
import { dropsOf } from './draw-way.ts'
import { releaseText } from './release-text.ts'

/** Emergency power off of a grid container, from its buttons to all that it opens. */
export interface LockOut {
  readonly off: EmergencyOff
  /** Cables that set the lock-out relay, and that it acts over on the switchgear. */
  readonly set_over: string
  readonly acts_over: string
  /** What the buttons open besides. */
  readonly releases: InsideEquipment['emergency_off']
  /** Designation of the container; null for a typical of several, whose blocks differ. */
  readonly container: string | null
}

/** That of a typical; null for a container without a lock-out relay. */
export function lockOutOf(typical: Typical, { electrical }: SiteModel): LockOut | null {
  const own = new Set(typical.module_ids)
  const off = electrical.blocks.find(({ mv_bus }) => own.has(mv_bus?.module_id ?? ''))?.emergency_off ?? null
  const cable = (end: 'from' | 'to', port: string): string | undefined =>
    typical.connections.find((connection) => connection[end].port === port)?.connection_id
  const set_over = off === null ? undefined : cable('to', off.set_at)
  const acts_over = off === null ? undefined : cable('from', off.acts_from)
  if (off === null || set_over === undefined || acts_over === undefined) return null
  return {
    off,
    set_over,
    acts_over,
    releases: typical.equipment.flatMap(({ emergency_off }) => emergency_off),
    container: typical.modules_count === 1 ? typical.designations : null,
  }
}

/** Supervision of a trip circuit: device number of IEEE C37.2. */
const TRIP_CIRCUIT = '74'

/** From the line of the chain to its button, to the arrows at its right, and from there to their texts, mm. */
const BUTTON_MM = 5
const ARROW_MM = 6
const TEXT_MM = 2
/** Width of the symbol of the button, mm. */
const SYMBOL_MM = 13
/** Between button, lock-out relay and its auxiliary relays, mm. */
const STEP_MM = 12

/** Below the bus, and right of the data of the cable beside it, mm. */
const BELOW_MM = 9
const BESIDE_MM = 12

/** Where the chain begins: right of the two ways to the transfer switch, over whose board there is room; else right of all. */
export function lockOutPlace(
  boards: readonly Board[],
  [x, bus_y]: readonly [number, number],
  style: SldStyle,
): [number, number] {
  let left = x
  for (const board of boards)
    for (const way of board.ways) {
      if (way.second !== null) {
        const drop = Math.max(...dropsOf(way, left, style).map((one) => one.x))
        return [drop + cableWidth(way.second, style) + BESIDE_MM, bus_y - BELOW_MM]
      }
      left += style.feeder * wayLanes(way)
    }
  return [x + boards.reduce((sum, board) => sum + lanesOf(board) * style.feeder, 0), bus_y - BELOW_MM]
}

/** The chain from the button down: what it opens itself, the lock-out relay with its cable, and the relays for the compute containers. */
export function drawLockOut(
  lock_out: LockOut,
  [x, y]: readonly [number, number],
  scope: string,
  style: SldStyle,
): Primitive[] {
  const { off, set_over, releases } = lock_out
  const radius = relayDiameter(style.data) / 2
  const relay_y = y - STEP_MM - radius
  const auxiliary_y = relay_y - 2 * radius - STEP_MM
  const net = `${scope}/${off.lock_out}`
  const line = (from: readonly [number, number], to: readonly [number, number]): Primitive =>
    ink.relay.line(from, to, { net, linetype: 'HIDDEN' })
  const stack = (at: number, from: number, lines: LabelLine[]): Primitive[] =>
    labelStack(style, from, at + stackHeight(style, lines) / 2, lines, { net })
  const relay = (name: string, [x, at]: Point): Primitive[] => [
    ink.relay.use('RELAY', [x, at], {
      id: `${scope}/${name}`,
      attributes: { TAG: name, MODULE_ID: scope },
      net,
    }),
    ink.relay.text([x, at], style.data, name, { halign: 'centre', valign: 'middle', net }),
  ]
  const arrow = (at: number, lines: LabelLine[]): Primitive[] => [
    line([x + radius, at], [x + radius + ARROW_MM - 1.8, at]),
    ink.relay.polygon(
      [
        [x + radius + ARROW_MM, at],
        [x + radius + ARROW_MM - 1.8, at + 0.7],
        [x + radius + ARROW_MM - 1.8, at - 0.7],
      ],
      { net, filled: true },
    ),
    ...stack(at, x + radius + ARROW_MM + TEXT_MM, lines),
  ]
  return [
    line([x, y], [x + BUTTON_MM, y]),
    ink.relay.use('EPO', [x + BUTTON_MM, y], { net }),
    ...stack(y, x + BUTTON_MM + SYMBOL_MM, releases.flatMap(releaseText)),
    line([x, y], [x, relay_y + radius]),
    ...stack((y + relay_y + radius) / 2 - 1, x + TEXT_MM, [
      { value: `${set_over} to ${off.panel}: sets ${off.lock_out}, reset by hand` },
    ]),
    ...relay(off.lock_out, [x, relay_y]),
    // It touches what it watches: the coil of the lock-out relay.
    ...relay(TRIP_CIRCUIT, [x + Math.SQRT2 * radius, relay_y - Math.SQRT2 * radius]),
    ...arrow(relay_y, actsText(lock_out)),
    line([x, relay_y - radius], [x, auxiliary_y + radius]),
    ...relay(off.auxiliary.tag, [x, auxiliary_y]),
    ...arrow(auxiliary_y, containersText(lock_out)),
  ]
}

/** What the lock-out relay opens and blocks over its cable to the switchgear. */
function actsText({ off, acts_over, container }: LockOut): LabelLine[] {
  const held = off.blocks.filter((tag) => !off.opens.includes(tag))
  const opened = container === null ? 'sources and collectors of the block' : designationRange(off.opens)
  const kept = [
    'of these',
    ...(container === null && held.length > 0 ? ['of the earthing transformer'] : held),
  ]
  return [
    { value: `${acts_over}: opens ${opened}` },
    { value: `blocks closing ${kept.join(', ')} and black start` },
    { value: off.stops_skids ? 'stops every battery skid' : '' },
  ]
}

/** How many relays there are for how many compute containers, and the contacts that they close. */
function containersText({ off, container }: LockOut): LabelLine[] {
  const { relays_count, containers_count } = off.auxiliary
  const relays = container === null ? `in ${off.panel}` : `${relays_count} in ${off.panel}`
  const containers =
    container === null || containers_count === 1 ? 'every container' : `${containers_count} containers`
  return [
    { value: `${relays}, a contact for each container` },
    { value: `C-${container ?? 'Gnn'}-Cnn-01: sets off that of ${containers}` },
  ]
}
