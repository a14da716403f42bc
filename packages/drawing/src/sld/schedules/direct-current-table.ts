import type { DirectCurrentWay, SiteModel, Typical } from '@edp/schemas'

import { designationRange } from '../../sheet/designation-range.ts'
import type { Table } from '../../sheet/table.ts'
import { fixed } from '../labels.ts'
import { left, right, wrapped } from './cells.ts'

/** Widest columns of what a way is for and of how its loss is told, mm. */
const FEEDS_MM = 48
const LOST_MM = 36

/** Ways of the 125 V DC of the grid containers, a table for those that are loaded alike; none without one. */
export function directCurrentTables({ typicals }: Pick<SiteModel, 'typicals'>): Table[] {
  const alike = new Map<string, { readonly rows: Table['rows']; readonly holders: string[] }>()
  for (const { designations, equipment } of typicals) {
    const ways = waysOf(equipment)
    if (ways.length === 0) continue
    const rows = ways.map((way) => ({ cells: cellsOf(way) }))
    const key = JSON.stringify(rows)
    const group = alike.get(key)
    if (group === undefined) alike.set(key, { rows, holders: [designations] })
    else group.holders.push(designations)
  }
  return [...alike.values()].map(({ rows, holders }) => ({
    title: `125 V DC OF ${holders.join(', ')}`,
    columns: [
      left('Way'),
      wrapped('Feeds', FEEDS_MM),
      right('A'),
      right('Coils A'),
      right('V at coils'),
      wrapped('Its loss', LOST_MM),
    ],
    rows,
  }))
}

function waysOf(equipment: Typical['equipment']): readonly DirectCurrentWay[] {
  return equipment.flatMap(({ station_battery }) => station_battery?.ways ?? [])
}

/** Voltage at the coils: what a discharged battery leaves behind the cable. */
function cellsOf({
  port,
  serves,
  devices,
  continuous_a,
  momentary_a,
  coil_v,
  lost,
}: DirectCurrentWay): string[] {
  return [
    port,
    `${serves}: ${designationRange(devices)}`,
    fixed(continuous_a, 1),
    momentary_a === 0 ? '-' : String(momentary_a),
    coil_v === null ? '-' : String(coil_v),
    lost,
  ]
}
