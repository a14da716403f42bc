import { textWidth, type Connection, type InsideEquipment } from '@edp/schemas'

import { cableLines, faultText, volts, type LabelLine } from '../labels.ts'
import type { SldStyle } from '../sld-style.ts'
import type { BusSection } from './bus-sections.ts'
import type { LockOut } from './draw-lock-out.ts'
import type { SwitchBeyond } from './field-switches.ts'

/** Where boards of a typical are drawn. */
export interface BoardPlace {
  readonly style: SldStyle
  /** Before every net and id: the same designations stand inside other typicals. */
  readonly scope: string
  /** Boards, transformers, UPS and transfer switches of the typical by their designation. */
  readonly equipment: ReadonlyMap<string, InsideEquipment>
  /** The first sheet with the feeders of this typical, and all of them in words. */
  readonly outside: { readonly sheet_id: string; readonly text: string } | null
  /** The lockable switch at the far end of a circuit that leaves over a plate, by the port there: `CD.P1`. */
  readonly beyond: ReadonlyMap<string, SwitchBeyond>
  /** Emergency power off over a lock-out relay; null where it opens by itself what it opens. */
  readonly lock_out: LockOut | null
  /** Sections of the block's board by the tags of their breakers; empty where they have no names of their own. */
  readonly sections: ReadonlyMap<string, BusSection>
}

/** Number, conductors, length and drop of an internal cable. */
export function cableText(connection: Connection): string[] {
  const [id = '', ...rest] = cableLines(connection, connection.connection_id)
  return [connection.quantity > 1 ? `${connection.quantity} x ${id}` : id, ...rest]
}

/** Width of the longest line of a cable's data, mm. */
export function cableWidth(connection: Connection, style: SldStyle): number {
  return Math.max(...cableText(connection).map((line) => textWidth(line, style.data)))
}

/** Voltage of a way; direct current says so. */
export function voltageText(power: Connection['power']): string {
  if (power === null) return ''
  return `${volts(power.voltage_v)}${power.phases === 'dc' ? ' DC' : ''}`
}

/** Load that the cable of a way is rated for. */
export function loadText({ power }: Connection): string {
  return power === null ? '' : `load ${power.design_current_a} A`
}

/** A port without the device that it is on: the board has its name on the bus. */
export function portText({ device, port }: Pick<Connection['from'], 'device' | 'port'>): string {
  return port.startsWith(`${device}.`) ? port.slice(device.length + 1) : port
}

/** Whether the breaker of a way stands in its own board; the block's breakers are drawn on the block's sheet. */
export function hasOwnBreaker({ from, power }: Connection): boolean {
  return power?.protection_tag != null && power.protection_tag === from.port
}

/** Name of a way: that of its port, or the breaker of the block that it is. */
export function wayName(connection: Connection): string {
  const { from, power } = connection
  return hasOwnBreaker(connection) ? portText(from) : (power?.protection_tag ?? portText(from))
}

/** Rating, poles and interrupting rating of the breaker of a way, and the leg that it hangs on, a line each. */
export function breakerLines({ power }: Connection): string[] {
  if (power === null) return []
  const { protection_a, protection_poles, protection_ka, leg } = power
  const poles = protection_poles === null ? '' : `${protection_poles}P`
  return [
    [protection_a === null ? '' : `${protection_a} A`, poles].filter((text) => text !== '').join(' '),
    protection_ka === null ? '' : `${protection_ka} kA`,
    leg === null ? '' : `leg ${leg}`,
  ].filter((text) => text !== '')
}

/** Longest line of a rating, characters: beside a symbol, and above a bus. */
const LINE_CHARACTERS = { machine: 26, board: 32 } as const

/** A rating in lines. */
export function ratingLines(rating: string, place: keyof typeof LINE_CHARACTERS): string[] {
  const lines: string[] = []
  for (const part of rating.split(', ')) {
    const last = lines.at(-1)
    if (last !== undefined && `${last}, ${part}`.length <= LINE_CHARACTERS[place])
      lines[lines.length - 1] = `${last}, ${part}`
    else lines.push(part)
  }
  return lines
}

/** Rating and fault level of a board above its bus. */
export function boardLines(equipment: InsideEquipment | null): LabelLine[] {
  if (equipment === null) return []
  const fault =
    equipment.short_circuit_ka === null ? '' : `Isc ${faultText(equipment.short_circuit_ka)} kA at most`
  return [
    ...(equipment.kind === 'board' ? ratingLines(equipment.rating, 'board').map((value) => ({ value })) : []),
    { value: equipment.output === null ? '' : `bus ${equipment.output.bus_a} A` },
    { value: fault },
  ]
}
