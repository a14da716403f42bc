import type { SiteModel } from '@edp/schemas'

import type { Table } from '../sheet/table.ts'

/** Design figures of one container. */
export function designTable(site: SiteModel): Table {
  const c = site.cooling
  const rows: (readonly [string, string])[] = [
    ['Climate zone', c.climate_zone.replace('_', ' ')],
    ['Design DB / WB / low', `${c.design_dry_bulb_c} / ${c.design_wet_bulb_c} / ${c.design_low_c} °C`],
    ['Liquid class', `ASHRAE ${c.liquid_class}`],
    ['Heat to liquid / air', `${c.liquid_heat_kw} / ${c.air_heat_kw} kW`],
    ['Facility coolant', `${c.facility_coolant.name}, ${c.facility_coolant.freeze_c} °C`],
    ['Facility S / R', `${c.facility_supply_c} / ${c.facility_return_c} °C`],
    ['Facility flow', `${c.facility_flow_lpm} L/min`],
    ['Technology coolant', c.technology_coolant.name],
    ['Technology S / R', `${c.technology_supply_c} / ${c.technology_return_c} °C`],
    ['Technology flow', `${c.technology_flow_lpm} L/min`],
    ['Pump head / motor', `${c.pump_head_kpa} kPa / ${c.pump_motor_kw} kW`],
    ['Volumes F / T', `${c.facility_volume_l} / ${c.technology_volume_l} L`],
    ['Relief F / T', `${c.facility_relief_bar} / ${c.technology_relief_bar} bar(g)`],
    ['Air units', `${c.air_units_count} x ${c.air_unit_kw} kW, N+1`],
    ['Heat tracing', c.heat_trace_required ? 'required' : 'not required'],
  ]
  return {
    title: 'DESIGN DATA PER CONTAINER',
    columns: [
      { title: 'Quantity', width_mm: 44 },
      { title: 'Value', width_mm: 36 },
    ],
    rows: rows.map(([quantity, value]) => ({ cells: [quantity, value] })),
  }
}

/** Interlock numbers by the switch that stands for each: every switch with the same action has the same number. */
const INTERLOCKS = { I1: 'LSH-203', I2: 'LDS-204', I3: 'LSLL-201' } as const

/** What each interlock number does, from the actions of the instrument list. */
export function interlockTable(site: SiteModel): Table {
  const { instruments } = site.cooling
  return {
    title: 'INTERLOCKS',
    columns: [{ title: 'No.' }, { title: 'Initiated by' }, { title: 'Acts on' }],
    rows: Object.entries(INTERLOCKS).map(([number, tag]) => {
      const action = instruments.find((item) => item.tag === tag)?.action ?? ''
      const initiators = instruments.filter((item) => item.action === action).map((item) => item.tag)
      return { cells: [number, initiators.join(', '), action] }
    }),
  }
}

/** The control loops: what is measured, what is moved, and where it goes when the signal fails. */
export function controlTable(site: SiteModel): Table {
  const { instruments, valves } = site.cooling
  const failsOf = (text: string): string =>
    valves
      .filter((valve) => text.includes(valve.tag) && valve.fail_position !== '-')
      .map((valve) => valve.fail_position)
      .join(', ')
  return {
    title: 'CONTROL LOOPS (CONTAINER PLC)',
    columns: [
      { title: 'Loop' },
      { title: 'Setpoint', max_width_mm: 34, wrap: true },
      { title: 'Output', max_width_mm: 44, wrap: true },
      { title: 'Fails' },
    ],
    rows: instruments
      .filter((item) => /^(TIC|PDIC|TY)-/.test(item.tag))
      .map((item) => ({ cells: [item.tag, item.setpoint, item.action, failsOf(item.action) || '-'] })),
  }
}
