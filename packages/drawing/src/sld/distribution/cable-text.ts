import { textWidth, type Connection } from '@edp/schemas'

import { cableLines, volts } from '../labels.ts'
import type { SldStyle } from '../sld-style.ts'

/** Where boards of a typical are drawn. */
export interface BoardPlace {
  readonly style: SldStyle
  /** Before every net and id: the same designations stand inside other typicals. */
  readonly scope: string
  /** The first sheet with the feeders of the containers. */
  readonly outside: { readonly sheet_id: string; readonly number: string } | null
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

/** Current that the catalogue rates a cable for. */
export function currentText(connection: Connection | null): string {
  return connection?.power == null ? '' : `${connection.power.design_current_a} A`
}

/** A port without the device that it is on: the board has its name on the bus. */
export function portText({ device, port }: Connection['from']): string {
  return port.startsWith(`${device}.`) ? port.slice(device.length + 1) : port
}
