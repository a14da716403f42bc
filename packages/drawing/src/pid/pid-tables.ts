import type { Instrument, SiteModel } from '@edp/schemas'

import type { Table, TableColumn, TableStyle } from '../sheet/table.ts'
import { codeTable, reliefTable } from './bought-to-tables.ts'
import { lineTable } from './line-table.ts'
import { printed } from './printed.ts'
import { signalTable } from './signal-table.ts'
import { shortNumber } from './short-number.ts'
import { typicalDesignation } from './typical-designation.ts'

/** Tables of the diagram. */
export const TABLE_STYLE: TableStyle = { layer: 'M-ANNO-TABL', text_layer: 'M-ANNO-TEXT', text_mm: 2.5 }

const right = (title: string): TableColumn => ({ title, halign: 'right' })
const wide = (title: string, max_width_mm: number): TableColumn => ({ title, max_width_mm, wrap: true })

/** Lists of lines, equipment, valves, instruments and hard-wired signals of one container; what an interlock does stands in its table; a click on a tag leads to the diagram. */
export function pidTables(site: SiteModel, sheet_id: string): Table[] {
  const { ordinal, range, count } = typicalDesignation(site)
  const each = count === 1 ? range : `each of ${range}`
  const tables = [
    lineTable(site, each, ordinal),
    equipmentTable(site, each),
    reliefTable(site, each),
    codeTable(site),
    valveTable(site, each, ordinal),
    signalTable(site, each),
    instrumentTable(site, each, ordinal),
  ]
  return tables.map((table) => ({
    ...table,
    rows: table.rows.map((row) => (row.id === undefined ? row : { ...row, sheet_id })),
  }))
}

function equipmentTable({ cooling }: SiteModel, each: string): Table {
  return {
    title: `EQUIPMENT LIST, ${each}`,
    whole: true,
    columns: [
      { title: 'Tag' },
      wide('Description', 100),
      wide('Duty, size', 120),
      { title: 'Loop' },
      right('Design bar(g)'),
      right('Design °C'),
    ],
    rows: cooling.equipment.map((item) => ({
      id: item.tag,
      cells: [
        item.component === null ? item.tag : `${item.tag} = ${item.component}`,
        printed(item.description),
        [printed(item.rating), ...louvres(cooling, item.tag)].join(', '),
        item.loop,
        item.design_pressure_bar === null
          ? '-'
          : item.design_pressure_bar === 0
            ? 'open'
            : item.design_pressure_bar.toFixed(1),
        item.design_min_c === null ? '-' : `${item.design_min_c}..${item.design_max_c ?? ''}`,
      ],
    })),
  }
}

function valveTable({ cooling }: SiteModel, each: string, ordinal: string): Table {
  const pressures = new Map(cooling.lines.map((line) => [line.line_no, line.design_pressure_bar]))
  return {
    title: `VALVE LIST, ${each}`,
    whole: true,
    columns: [
      { title: 'Tag' },
      { title: 'Kind' },
      wide('Service', 84),
      { title: 'Line' },
      right('DN'),
      right('Design bar(g)'),
      { title: 'Fails' },
      { title: 'Interlock' },
      wide('Setting', 50),
    ],
    rows: cooling.valves.map((valve) => ({
      id: valve.tag,
      cells: [
        valve.tag,
        valve.kind.replace('_', ' '),
        printed(valve.description),
        shortNumber(valve.line_no.replace('{c}', ordinal)),
        String(valve.dn),
        (pressures.get(valve.line_no) ?? 0).toFixed(1),
        valve.fail_position,
        cooling.interlocks
          .filter((interlock) => interlock.acts_on.includes(valve.tag))
          .map((interlock) => interlock.number)
          .join(', ') || '-',
        printed(valve.setting),
      ],
    })),
  }
}

function instrumentTable({ cooling }: SiteModel, each: string, ordinal: string): Table {
  return {
    title: `INSTRUMENT LIST, ${each}`,
    whole: true,
    columns: [
      { title: 'Tag' },
      wide('Measures', 66),
      wide('Location', 42),
      { title: 'Line' },
      { title: 'Range' },
      wide('Setpoint', 40),
      wide('Alarms', 42),
      wide('Control and interlock', 56),
      { title: 'Signal' },
      wide('EMS reads', 62),
    ],
    rows: cooling.instruments.map((item) => ({
      id: item.tag,
      cells: [
        item.tag,
        item.description,
        item.location,
        item.line_no === null ? '-' : shortNumber(item.line_no.replace('{c}', ordinal)),
        printed(item.range),
        printed(item.setpoint),
        printed(item.alarms),
        printed(item.action),
        item.signal,
        emsText(item),
      ],
    })),
  }
}

/** Openings in the wall that an air unit's condenser breathes through. */
function louvres({ air_openings }: SiteModel['cooling'], tag: string): string[] {
  const own = air_openings.filter(({ serves }) => serves === tag)
  const [first] = own
  return first === undefined
    ? []
    : [`louvres ${own.map(({ id }) => id).join(', ')}, each ${first.width_mm} x ${first.height_mm} mm`]
}

/** Device and point of the manifest that tell the EMS of an instrument. */
function emsText({ ems }: Instrument): string {
  if (ems === null) return '-'
  return ems.own ? `${ems.device} ${ems.point}` : `fault: ${ems.device} ${ems.point}`
}
