import type { SiteModel } from '@edp/schemas'

import type { Table, TableColumn, TableStyle } from '../sheet/table.ts'
import { typicalDesignation } from './typical-designation.ts'

/** Tables of the diagram. */
export const TABLE_STYLE: TableStyle = { layer: 'M-ANNO-TABL', text_layer: 'M-ANNO-TEXT', text_mm: 2.5 }

const right = (title: string): TableColumn => ({ title, halign: 'right' })
const wide = (title: string, max_width_mm: number): TableColumn => ({ title, max_width_mm, wrap: true })

/** Line list, equipment list, valve list and instrument list of one container. */
export function pidTables(site: SiteModel): Table[] {
  const { ordinal, range, count } = typicalDesignation(site)
  const numbered = (line_no: string): string => line_no.replace('{c}', ordinal)
  const each = count === 1 ? range : `each of ${range}`
  const { lines, equipment, valves, instruments } = site.cooling
  return [
    {
      title: `LINE LIST, ${each}`,
      columns: [
        { title: 'Line number' },
        wide('Description', 46),
        { title: 'From' },
        { title: 'To' },
        { title: 'Fluid' },
        right('L/min'),
        right('m/s'),
        right('Pa/m'),
        right('°C'),
        right('bar'),
      ],
      rows: lines.map((line) => ({
        id: line.line_no,
        cells: [
          numbered(line.line_no),
          line.description,
          line.from,
          line.to,
          line.fluid,
          line.flow_lpm === 0 ? '-' : String(line.flow_lpm),
          line.flow_lpm === 0 ? '-' : line.velocity_m_s.toFixed(2),
          line.flow_lpm === 0 ? '-' : String(line.pressure_drop_pa_per_m),
          String(line.temperature_c),
          String(line.design_pressure_bar),
        ],
      })),
    },
    {
      title: `EQUIPMENT LIST, ${each}`,
      columns: [{ title: 'Tag' }, wide('Description', 70), wide('Rating', 60), { title: 'Loop' }],
      rows: equipment.map((item) => ({
        id: item.tag,
        cells: [item.tag, item.description, item.rating, item.loop],
      })),
    },
    {
      title: `VALVE LIST, ${each}`,
      columns: [
        { title: 'Tag' },
        { title: 'Kind' },
        wide('Service', 60),
        { title: 'Line' },
        right('DN'),
        { title: 'Fails' },
        wide('Setting', 40),
      ],
      rows: valves.map((valve) => ({
        id: valve.tag,
        cells: [
          valve.tag,
          valve.kind.replace('_', ' '),
          valve.description,
          shortNumber(numbered(valve.line_no)),
          String(valve.dn),
          valve.fail_position,
          valve.setting,
        ],
      })),
    },
    {
      title: `INSTRUMENT LIST, ${each}`,
      columns: [
        { title: 'Tag' },
        wide('Measures', 52),
        wide('Location', 38),
        { title: 'Line' },
        { title: 'Range' },
        wide('Setpoint', 36),
        wide('Alarms', 40),
        wide('Action', 52),
        { title: 'Signal' },
      ],
      rows: instruments.map((item) => ({
        id: item.tag,
        cells: [
          item.tag,
          item.description,
          item.location,
          item.line_no === null ? '-' : shortNumber(numbered(item.line_no)),
          item.range,
          item.setpoint,
          item.alarms,
          item.action,
          item.signal,
        ],
      })),
    },
  ]
}

/** Service and sequence of a line number: `TCSS-2nn01`. */
function shortNumber(line_no: string): string {
  return line_no.split('-').slice(1, 3).join('-')
}
