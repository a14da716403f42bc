import { compareText, type Connection, type CutListEntry, type Service } from '@edp/schemas'

import { naturalKey, serviceRank } from './natural-order.ts'
import { earthingOrder, orderSize, orderType, piecesOf, runsOf } from './order-text.ts'

/**
 * Pieces to cut on site, by service, type, size and length: every single cable and hose between modules that is not BY
 * OTHERS, and the earthing conductors laid with them.
 */
export function cutList(connections: readonly Connection[]): CutListEntry[] {
  const cuts = new Map<string, { entry: Omit<CutListEntry, 'pieces_count'>; pieces: number }>()
  const add = (service: Service, type: string, size: string, cut_length_m: number, pieces: number): void => {
    const key = [
      serviceRank(service),
      naturalKey(`${type} ${size}`),
      cut_length_m.toFixed(1).padStart(10, '0'),
    ].join('\u0000')
    const cut = cuts.get(key)
    if (cut === undefined) cuts.set(key, { entry: { type, size, cut_length_m }, pieces })
    else cut.pieces += pieces
  }
  for (const connection of connections) {
    if (connection.scope === 'by_others') continue
    const { cut_m } = connection.length
    add(connection.service, orderType(connection), orderSize(connection), cut_m, piecesOf(connection))
    const earthing = earthingOrder(connection.cable)
    if (earthing !== null && connection.earth_length_m > 0)
      add('earth', earthing.type, earthing.size, cut_m, runsOf(connection))
  }
  return [...cuts.entries()]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, { entry, pieces }]) => ({ ...entry, pieces_count: pieces }))
}
