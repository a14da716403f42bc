import { compareText, type Connection, type CutListEntry, type Service } from '@edp/schemas'

import { naturalKey, serviceRank } from './natural-order.ts'
import { earthingOrder, orderSize, orderType, piecesOf, runsOf } from './order-text.ts'

/** Pieces of one length, while they are counted; they stand where the first of their services does. */
interface Cut extends CutListEntry {
  readonly service: Service
}

/**
 * Pieces to cut on site by type, size and length, whatever they serve: every single cable and hose between modules that is not BY
 * OTHERS, and the earthing conductors laid with them.
 */
export function cutList(connections: readonly Connection[]): CutListEntry[] {
  const cuts = new Map<string, Cut>()
  const add = (cut: Cut): void => {
    const key = [cut.type, cut.size, cut.cut_length_m].join('\u0000')
    const known = cuts.get(key)
    if (known === undefined) cuts.set(key, cut)
    else known.pieces_count += cut.pieces_count
  }
  for (const connection of connections) {
    if (connection.scope === 'by_others') continue
    const { cut_m } = connection.length
    add({
      service: connection.service,
      type: orderType(connection),
      size: orderSize(connection),
      cut_length_m: cut_m,
      pieces_count: piecesOf(connection),
    })
    const earthing = earthingOrder(connection.cable)
    if (earthing !== null && connection.earth_length_m > 0)
      add({ service: 'earth', ...earthing, cut_length_m: cut_m, pieces_count: runsOf(connection) })
  }
  return [...cuts.values()]
    .map((cut) => ({ cut, key: orderKey(cut) }))
    .sort((a, b) => compareText(a.key, b.key) || a.cut.cut_length_m - b.cut.cut_length_m)
    .map(({ cut: { type, size, cut_length_m, pieces_count } }) => ({
      type,
      size,
      cut_length_m,
      pieces_count,
    }))
}

function orderKey({ service, type, size }: Cut): string {
  return [serviceRank(service), naturalKey(`${type} ${size}`)].join('\u0000')
}
