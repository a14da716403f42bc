import type { ScheduleDocument, ScheduleEntry } from '@edp/schemas'

import { sizeOf, typeOf } from './cable-totals.ts'
import { renderWorkbook, type Cell, type Column, type SheetData } from './workbook.ts'

type Value = (entry: ScheduleEntry) => Cell
type Columns = readonly (readonly [Column, Value])[]

const text = (header: string, width: number, value: Value): readonly [Column, Value] => [{ header, width }, value]
const number = (header: string, format: string, value: Value): readonly [Column, Value] => [{ header, width: 11, format }, value]

const COMMON: Columns = [
  text('Number', 24, (e) => e.connection.connection_id),
  text('Description', 46, (e) => e.connection.description),
  text('Service', 14, (e) => e.connection.service),
  text('System', 8, (e) => e.connection.system),
  text('Scope', 11, (e) => (e.connection.scope === 'by_others' ? 'BY OTHERS' : e.connection.scope)),
  text('From', 10, (e) => e.connection.from.designation),
  text('From device', 14, (e) => e.connection.from.device),
  text('From port', 16, (e) => e.connection.from.port),
  text('From plate / slot', 16, (e) => plate(e.connection.from)),
  text('From termination', 24, (e) => e.connection.from.termination),
  text('To', 10, (e) => e.connection.to.designation),
  text('To device', 14, (e) => e.connection.to.device),
  text('To port', 16, (e) => e.connection.to.port),
  text('To plate / slot', 16, (e) => plate(e.connection.to)),
  text('To termination', 24, (e) => e.connection.to.termination),
  text('Type', 28, (e) => typeOf(e.connection)),
  text('Size', 16, (e) => sizeOf(e.connection)),
  number('Quantity', '0', (e) => e.connection.quantity),
]
const LENGTHS: Columns = [
  number('Route (m)', '0.0', (e) => e.connection.length.route_m),
  number('Slack (%)', '0', (e) => e.connection.length.slack_pct),
  number('Cut length (m)', '0.0', (e) => e.connection.length.cut_m),
  number('Total length (m)', '#,##0.0', (e) => e.connection.total_length_m),
  text('Length basis', 40, (e) => e.connection.length.basis),
]
const TESTS: Columns = [
  text('Drawing', 9, (e) => e.drawing_ref),
  text('Test result', 16, (e) => e.test_result),
  text('Test date', 12, (e) => e.test_date),
  text('Tested by', 14, (e) => e.tested_by),
]
const CABLES: Columns = [
  number('Cores', '0', (e) => e.connection.cable?.cores_count ?? null),
  number('Sets', '0', (e) => e.connection.cable?.sets_count ?? null),
  number('Cables per set', '0', (e) => e.connection.cable?.cables_per_set_count ?? null),
  text('Earth conductor', 14, (e) => e.connection.cable?.earth_size_awg ?? null),
  text('Installation', 28, (e) => e.connection.cable?.install_method ?? null),
  number('Voltage (V)', '#,##0', (e) => e.connection.power?.voltage_v ?? null),
  number('Load (kW)', '#,##0.0', (e) => e.connection.power?.load_kw ?? null),
  number('Design current (A)', '#,##0.0', (e) => e.connection.power?.design_current_a ?? null),
  text('Protection', 14, (e) => e.connection.power?.protection_tag ?? null),
  number('Protection (A)', '#,##0', (e) => e.connection.power?.protection_a ?? null),
  number('Protection (kA)', '0.0', (e) => e.connection.power?.protection_ka ?? null),
  number('Ambient (degC)', '0', (e) => e.connection.power?.ambient_c ?? null),
  number('Temperature factor', '0.00', (e) => e.connection.power?.temperature_factor ?? null),
  number('Grouping factor', '0.00', (e) => e.connection.power?.grouping_factor ?? null),
  number('Ampacity, base (A)', '#,##0.0', (e) => e.connection.power?.ampacity_base_a ?? null),
  number('Ampacity, derated (A)', '#,##0.0', (e) => e.connection.power?.ampacity_derated_a ?? null),
  number('Utilisation (%)', '0.0', (e) => e.connection.power?.utilisation_pct ?? null),
  number('Voltage drop (V)', '0.00', (e) => e.connection.power?.voltage_drop_v ?? null),
  number('Voltage drop (%)', '0.00', (e) => e.connection.power?.voltage_drop_pct ?? null),
  number('Mass (kg)', '#,##0.0', (e) => e.connection.total_mass_kg),
]
const FIBRES: Columns = [
  number('Fibres', '0', (e) => e.connection.cable?.fibres_count ?? null),
  number('Rate (Gbit/s)', '0', (e) => e.connection.data?.rate_gbps ?? null),
  text('Network', 16, (e) => e.connection.data?.network ?? null),
  text('Zone', 10, (e) => e.connection.data?.zone ?? null),
]
const HOSES: Columns = [
  text('Line number', 28, (e) => e.connection.hose?.line_no ?? null),
  text('Fluid', 14, (e) => e.connection.hose?.fluid ?? null),
  number('Inner diameter (mm)', '0.0', (e) => e.connection.hose?.inner_diameter_mm ?? null),
  text('Material', 22, (e) => e.connection.hose?.material ?? null),
  number('Working pressure (bar)', '0.0', (e) => e.connection.hose?.working_pressure_bar ?? null),
  number('Test pressure (bar)', '0.0', (e) => e.connection.hose?.test_pressure_bar ?? null),
  number('Bend radius (mm)', '0', (e) => e.connection.hose?.min_bend_radius_mm ?? null),
  text('Coupling', 24, (e) => e.connection.hose?.coupling ?? null),
  number('Flow (L/min)', '0', (e) => e.connection.flow?.flow_lpm ?? null),
  number('Velocity (m/s)', '0.00', (e) => e.connection.flow?.velocity_m_s ?? null),
  number('Pressure drop (kPa)', '0.00', (e) => e.connection.flow?.pressure_drop_kpa ?? null),
]
const TYPICAL: Columns = [
  text('Typical of', 14, (e) => e.designations),
  number('Modules', '0', (e) => e.modules_count),
]

function plate(end: ScheduleEntry['connection']['from']): string {
  return [end.plate_id, end.slot].filter((part) => part !== null).join(' / ')
}

/**
 * The cable and hose schedule as a workbook: cables, fibre, earthing, hoses, internal typicals, totals, cut list.
 *
 * @example const bytes = await renderScheduleXlsx(buildSchedule(site))
 */
export async function renderScheduleXlsx(schedule: ScheduleDocument): Promise<Uint8Array> {
  const sheet = (name: string, key: ScheduleEntry['sheet'], columns: Columns): SheetData => ({
    name,
    columns: columns.map(([column]) => column),
    rows: schedule.entries.filter((e) => e.sheet === key).map((e) => columns.map(([, value]) => value(e))),
  })
  return renderWorkbook(`Cable and hose schedule, ${schedule.site_name}`, `Revision ${schedule.design_revision}, PRELIMINARY - NOT FOR CONSTRUCTION`, [
    sheet('Cables', 'cables', [...COMMON, ...CABLES, ...LENGTHS, ...TESTS]),
    sheet('Fibre', 'fibre', [...COMMON, ...FIBRES, ...LENGTHS, ...TESTS]),
    sheet('Earthing', 'earthing', [...COMMON, ...LENGTHS, ...TESTS]),
    sheet('Hoses', 'hoses', [...COMMON, ...HOSES, ...LENGTHS, ...TESTS]),
    sheet('Internal (typical)', 'internal', [...TYPICAL, ...COMMON, ...LENGTHS, ...TESTS]),
    {
      name: 'Totals',
      columns: [{ header: 'Type', width: 36 }, { header: 'Size', width: 18 }, { header: 'Medium', width: 10 }, { header: 'Service', width: 16 }, { header: 'Runs', width: 10, format: '#,##0' }, { header: 'Total (m)', width: 12, format: '#,##0.0' }, { header: 'Spare (m)', width: 12, format: '#,##0.0' }, { header: 'Order (m)', width: 12, format: '#,##0.0' }],
      rows: schedule.totals.map((t) => [t.type, t.size, t.medium, t.service, t.runs_count, t.total_length_m, t.spare_length_m, t.order_length_m]),
    },
    {
      name: 'Cut list',
      columns: [{ header: 'Type', width: 36 }, { header: 'Size', width: 18 }, { header: 'Cut length (m)', width: 14, format: '0.0' }, { header: 'Pieces', width: 10, format: '#,##0' }],
      rows: schedule.cut_list.map((c) => [c.type, c.size, c.cut_length_m, c.pieces_count]),
    },
  ])
}
