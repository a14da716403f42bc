import {
  conductorsText,
  type CutListEntry,
  type ScheduleEntry,
  type ScheduleTotal,
  type Service,
} from '@edp/schemas'

import { SCOPE_NAMES } from './bom-columns.ts'
import { orderSize, orderType } from './order-text.ts'
import { SERVICE_NAMES } from './service-names.ts'
import { longText, number, text, type Cell, type Column } from './column.ts'

type Columns = readonly Column<ScheduleEntry>[]

const ENDS: Columns = [
  text('From', 9, (row) => row.connection.from.designation),
  text('From device', 14, (row) => row.connection.from.device),
  text('From port', 27, (row) => row.connection.from.port),
  text('From plate / slot', 14, (row) => plateSlot(row.connection.from)),
  longText('From termination', 26, (row) => row.connection.from.termination),
  text('To', 9, (row) => row.connection.to.designation),
  text('To device', 14, (row) => row.connection.to.device),
  text('To port', 27, (row) => row.connection.to.port),
  text('To plate / slot', 14, (row) => plateSlot(row.connection.to)),
  longText('To termination', 26, (row) => row.connection.to.termination),
]
const HEAD: Columns = [
  text('Number', 22, (row) => row.connection.connection_id),
  longText('Description', 44, (row) => row.connection.description),
  text('Service', 16, (row) => SERVICE_NAMES[row.connection.service].name),
  text('System', 10, (row) => row.connection.system),
  text('Scope', 12, (row) => SCOPE_NAMES[row.connection.scope]),
]
const LISTED_UNDER: Columns = [
  text('Block', 10, (row) => row.connection.block_id),
  text('Listed under', 10, (row) => row.designations),
]
const TYPE: Columns = [
  longText('Type', 30, (row) => orderType(row.connection)),
  text('Size', 27, (row) => orderSize(row.connection)),
  number('Quantity', '0', (row) => row.connection.quantity),
]
const LENGTH: Columns = [
  number('Route (m)', '#,##0.0', (row) => row.connection.length.route_m),
  number('Rise and drop (m)', '0.0', (row) => row.connection.length.rise_m),
  number('Termination (m)', '0.0', (row) => row.connection.length.termination_m),
  number('Slack (%)', '0.0', (row) => row.connection.length.slack_pct),
  number('Cut length (m)', '#,##0.0', (row) => row.connection.length.cut_m),
  number('Total length (m)', '#,##0.0', (row) => row.connection.total_length_m),
  longText('Length rule', 34, (row) => row.connection.length.basis),
]
const CABLE_LENGTH: Columns = [
  ...LENGTH,
  number('Earthing conductor, total (m)', '#,##0.0', (row) => row.connection.earth_length_m),
]
const REFERENCE: Columns = [text('Drawing', 11, (row) => row.drawing_ref)]
const fillIn = (header: string, width: number): Column<ScheduleEntry> => ({
  header,
  width,
  fillIn: true,
  value: () => null,
})
const TESTED: Columns = [fillIn('Test date', 12), fillIn('Tested by', 16)]

const CONSTRUCTION: Columns = [
  text('Conductor', 11, (row) => row.connection.cable?.conductor ?? null),
  longText('Circuit: phases, N neutral, E earth', 28, (row) => circuitText(row.connection)),
  number('Cores', '0', (row) => row.connection.cable?.cores_count ?? null),
  number('Cables per set', '0', (row) => row.connection.cable?.cables_per_set_count ?? null),
  number('Sets in parallel', '0', (row) => row.connection.cable?.sets_count ?? null),
  text('Earthing conductor (AWG)', 12, (row) => row.connection.cable?.earth_size_awg ?? null),
  longText('Colours', 28, (row) => row.connection.cable?.colour_code ?? null),
  longText('Installation', 20, (row) => row.connection.cable?.install_method ?? null),
  number('Outer diameter (mm)', '0.0', (row) => row.connection.cable?.outer_diameter_mm ?? null),
  number('Bend radius (mm)', '0', (row) => row.connection.cable?.min_bend_radius_mm ?? null),
]
type Power = NonNullable<ScheduleEntry['connection']['power']>
/** Fields of the electrical design that hold a figure. */
type PowerFigure = { [K in keyof Power]: Power[K] extends number | null ? K : never }[keyof Power]
const power = (header: string, format: string, key: PowerFigure): Column<ScheduleEntry> =>
  number(header, format, (row) => row.connection.power?.[key] ?? null)
const POWER: Columns = [
  power('Voltage (V)', '#,##0', 'voltage_v'),
  text('Phases', 9, ({ connection: { power } }) =>
    power === null ? null : [power.phases, ...(power.leg === null ? [] : [power.leg])].join(', '),
  ),
  power('Load (kW)', '#,##0.0', 'load_kw'),
  power('Power factor', '0.00', 'power_factor'),
  power('Design current (A)', '#,##0.0', 'design_current_a'),
  text('Protection', 24, (row) => row.connection.power?.protection_tag ?? null),
  power('Protection (A)', '#,##0', 'protection_a'),
  power('Protection (kA)', '0.0', 'protection_ka'),
  power('Short circuit at source, at most (kA)', '0.0', 'short_circuit_ka'),
  power('Ambient (degC)', '0', 'ambient_c'),
  power('Temperature factor', '0.00', 'temperature_factor'),
  power('Grouping factor', '0.00', 'grouping_factor'),
  power('Ampacity, base (A)', '#,##0.0', 'ampacity_base_a'),
  power('Ampacity, derated (A)', '#,##0.0', 'ampacity_derated_a'),
  power('Utilisation (%)', '0.0', 'utilisation_pct'),
  power('Resistance (ohm/km)', '0.0000', 'resistance_ohm_per_km'),
  power('Reactance (ohm/km)', '0.0000', 'reactance_ohm_per_km'),
  power('Voltage drop (V)', '0.00', 'voltage_drop_v'),
  power('Voltage drop (%)', '0.00', 'voltage_drop_pct'),
]
const DATA: Columns = [
  number('Fibres', '0', (row) => row.connection.cable?.fibres_count ?? null),
  number('Rate (Gbit/s)', '0.0', (row) => row.connection.data?.rate_gbps ?? null),
  number('Links', '0', (row) => row.connection.data?.links_count ?? null),
  text('Network', 20, (row) => row.connection.data?.network ?? null),
  text('Zone', 16, (row) => row.connection.data?.zone ?? null),
]
const MASS: Columns = [number('Mass (kg)', '#,##0.0', (row) => row.connection.total_mass_kg)]
const hose = (
  header: string,
  format: string,
  value: (detail: NonNullable<ScheduleEntry['connection']['hose']>) => number,
): Column<ScheduleEntry> =>
  number(header, format, ({ connection }) => (connection.hose === null ? null : value(connection.hose)))
const HOSE: Columns = [
  text('Line number', 28, (row) => row.connection.hose?.line_no ?? null),
  text('Fluid', 16, (row) => row.connection.hose?.fluid ?? null),
  hose('Inner diameter (mm)', '0.0', (detail) => detail.inner_diameter_mm),
  longText('Material', 24, (row) => row.connection.hose?.material ?? null),
  longText('Reinforcement', 16, (row) => row.connection.hose?.reinforcement ?? null),
  hose('Rated pressure (bar)', '0.0', (detail) => detail.working_pressure_bar),
  hose('Burst pressure (bar)', '0.0', (detail) => detail.burst_pressure_bar),
  hose('Test pressure (bar)', '0.0', (detail) => detail.test_pressure_bar),
  hose('Temperature, lowest (degC)', '0', (detail) => detail.temperature_min_c),
  hose('Temperature, highest (degC)', '0', (detail) => detail.temperature_max_c),
  hose('Bend radius (mm)', '0', (detail) => detail.min_bend_radius_mm),
  longText('Coupling', 30, (row) => row.connection.hose?.coupling ?? null),
  text('Dry break', 10, (row) => dryBreak(row)),
  longText('Insulation', 18, (row) => row.connection.hose?.insulation ?? null),
  number('Flow (L/min)', '0.0', (row) => row.connection.flow?.flow_lpm ?? null),
  number('Velocity (m/s)', '0.00', (row) => row.connection.flow?.velocity_m_s ?? null),
  number('Pressure drop (kPa)', '0.0', (row) => row.connection.flow?.pressure_drop_kpa ?? null),
  number('Coolant temperature (degC)', '0.0', (row) => row.connection.flow?.temperature_c ?? null),
  number('Design pressure (bar)', '0.0', (row) => row.connection.flow?.design_pressure_bar ?? null),
]

/** What a buyer of the factory-made hoses has to know; the others stand empty for cables. */
const INSIDE_HEADERS: ReadonlySet<string> = new Set([
  'Line number',
  'Fluid',
  'Rated pressure (bar)',
  'Burst pressure (bar)',
  'Design pressure (bar)',
  'Test pressure (bar)',
  'Coupling',
  'Flow (L/min)',
])
const HOSE_INSIDE = HOSE.filter(({ header }) => INSIDE_HEADERS.has(header))

/** Inside a typical both ends are in the same module. */
const DEVICES = ENDS.filter(({ header }) => header !== 'From' && header !== 'To')

/** Columns of each sheet of rows; the last ones stay empty for the people on site. */
export const ROW_COLUMNS: Readonly<Record<ScheduleEntry['sheet'], Columns>> = {
  cables: [
    ...HEAD,
    ...LISTED_UNDER,
    ...ENDS,
    ...TYPE,
    ...CONSTRUCTION,
    ...POWER,
    ...CABLE_LENGTH,
    ...MASS,
    ...REFERENCE,
    fillIn('Insulation resistance (Mohm)', 14),
    ...TESTED,
  ],
  fibre: [
    ...HEAD,
    ...LISTED_UNDER,
    ...ENDS,
    ...TYPE,
    ...DATA,
    ...LENGTH,
    ...MASS,
    ...REFERENCE,
    fillIn('Insertion loss (dB)', 14),
    ...TESTED,
  ],
  earthing: [
    ...HEAD,
    ...LISTED_UNDER,
    ...ENDS,
    ...TYPE,
    ...LENGTH,
    ...MASS,
    ...REFERENCE,
    fillIn('Continuity (ohm)', 14),
    ...TESTED,
  ],
  hoses: [
    ...HEAD,
    ...LISTED_UNDER,
    ...ENDS,
    ...TYPE,
    ...HOSE,
    ...LENGTH,
    ...REFERENCE,
    fillIn('Pressure test (bar, hold time)', 16),
    ...TESTED,
  ],
  internal: [
    ...HEAD,
    text('Typical of', 14, (row) => row.designations),
    number('Modules', '0', (row) => row.modules_count),
    ...DEVICES,
    ...TYPE,
    number('Cores', '0', (row) => row.connection.cable?.cores_count ?? null),
    number('Sets in parallel', '0', (row) => row.connection.cable?.sets_count ?? null),
    ...HOSE_INSIDE,
    number('Cut length (m)', '0.0', (row) => row.connection.length.cut_m),
    number('Length per module (m)', '#,##0.0', (row) => row.connection.total_length_m),
    ...REFERENCE,
    fillIn('Factory test', 14),
    ...TESTED,
  ],
}

/** Columns of the totals. */
export const TOTAL_COLUMNS: readonly Column<ScheduleTotal>[] = [
  text('Type', 60, (total) => total.type),
  text('Size', 27, (total) => total.size),
  text('Medium', 10, (total) => total.medium),
  text('Service', 16, (total) => serviceName(total.service)),
  text('Scope', 12, (total) => SCOPE_NAMES[total.scope]),
  text('Made up', 12, (total) => (total.installed === 'site' ? 'on site' : 'in factory')),
  text('Modules', 16, (total) => total.designations),
  number('Runs', '#,##0', (total) => total.runs_count),
  number('Total (m)', '#,##0.0', (total) => total.total_length_m),
  number('Spare (m)', '#,##0.0', (total) => total.spare_length_m),
  number('Order (m)', '#,##0.0', (total) => total.order_length_m),
]

/** Columns of the cut list. */
export const CUT_COLUMNS: readonly Column<CutListEntry>[] = [
  text('Type', 60, (cut) => cut.type),
  text('Size', 27, (cut) => cut.size),
  number('Cut length (m)', '#,##0.0', (cut) => cut.cut_length_m),
  number('Pieces', '#,##0', (cut) => cut.pieces_count),
]

function plateSlot(end: ScheduleEntry['connection']['from']): string {
  return [end.plate_id, end.slot].filter((part) => part !== null).join(' / ')
}

function dryBreak({ connection }: ScheduleEntry): Cell {
  return connection.hose === null ? null : connection.hose.dry_break ? 'yes' : 'no'
}

function serviceName(service: string): string {
  return Object.hasOwn(SERVICE_NAMES, service) ? SERVICE_NAMES[service as Service].name : service
}

/** Conductors of a power circuit as on the single line diagram. */
function circuitText({ cable, power }: ScheduleEntry['connection']): string | null {
  return cable === null || power === null ? null : conductorsText(cable)
}
