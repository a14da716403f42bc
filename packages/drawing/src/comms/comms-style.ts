import type { Connection, Primitive } from '@edp/schemas'

import { pen } from '../sheet/pen.ts'
import type { TableStyle } from '../sheet/table.ts'

/** Text heights, mm: the diagram is A1 throughout, legible when reduced to A3. */
export const TEXT = { data: 2.5, tag: 3.5, heading: 5 } as const

/** Pens of the diagram. */
export const PENS = {
  equipment: pen('T-EQPT'),
  zone: pen('T-ZONE'),
  boundary: pen('T-BNDY'),
  text: pen('T-ANNO-TEXT'),
  tags: pen('T-ANNO-TAGS'),
  serial: pen('T-NETW-SERL'),
  copper: pen('T-NETW-COPR'),
  fabric: pen('T-NETW-FABR'),
  fibre: pen('T-NETW-FIBR'),
  wan: pen('T-NETW-WAN'),
} as const

/** Layers that the legend of a sheet explains with a sample. */
export const LEGEND_LAYERS: readonly string[] = [
  'T-NETW-FIBR',
  'T-NETW-COPR',
  'T-NETW-FABR',
  'T-NETW-WAN',
  'T-NETW-SERL',
  'T-ZONE',
  'T-BNDY',
]

/** Tables of the diagram. */
export const TABLE_STYLE: TableStyle = {
  layer: 'T-ANNO-TABL',
  text_layer: 'T-ANNO-TEXT',
  text_mm: TEXT.data,
}

/** Layer of a network cable: the network where it has one of its own, else the medium. */
export function cableLayer({ service, data }: Pick<Connection, 'service' | 'data'>): string {
  if (data?.network === 'WAN') return 'T-NETW-WAN'
  if (data?.network === 'compute fabric') return 'T-NETW-FABR'
  if (service === 'control') return 'T-NETW-SERL'
  return service === 'copper' ? 'T-NETW-COPR' : 'T-NETW-FIBR'
}

/** Networks beyond the core. */
export const WAY_OUT: readonly string[] = ['WAN', 'site cross-connect']

/** Whether a connection is a cable of the network. */
export function isNetworkCable(connection: Pick<Connection, 'service' | 'data'>): boolean {
  return connection.service === 'copper' || connection.service === 'fibre'
}

/** A filled arrow head with its tip at a point. */
export function arrowHead(
  layer: string,
  [x, y]: readonly [number, number],
  towards: 'up' | 'down' | 'left' | 'right',
  net: string,
): Primitive {
  const [dx, dy] = { up: [0, -1], down: [0, 1], left: [1, 0], right: [-1, 0] }[towards] as [number, number]
  return pen(layer).polygon(
    [
      [x, y],
      [x + 3 * dx + dy, y + 3 * dy + dx],
      [x + 3 * dx - dy, y + 3 * dy - dx],
    ],
    { filled: true, net },
  )
}
