import type { Instrument, SiteModel } from '@edp/schemas'

import type { Table } from '../sheet/table.ts'
import { printed } from './printed.ts'

/** Design figures of one container. */
export function designTable(site: SiteModel): Table {
  const c = site.cooling
  const rows: (readonly [string, string])[] = [
    ['Climate zone', c.climate_zone.replace('_', ' ')],
    ['Design DB / WB / low', `${c.design_dry_bulb_c} / ${c.design_wet_bulb_c} / ${c.design_low_c} °C`],
    ['Liquid class', `ASHRAE ${c.liquid_class}`],
    ['Heat, total', `${c.total_heat_kw.toFixed(1)} kW`],
    ['Sized liquid / air', `${c.liquid_heat_kw.toFixed(1)} / ${c.air_heat_kw.toFixed(1)} kW`],
    ...hostedRows(site),
    ['Facility coolant', `${c.facility_coolant.name}, freezes ${c.facility_coolant.freeze_c.toFixed(1)} °C`],
    ['Facility S / R', `${c.facility_supply_c} / ${c.facility_return_c} °C`],
    ['Facility flow', `${c.facility_flow_lpm} L/min`],
    ['Facility pump', `${c.facility_pump_head_kpa} kPa, ${c.facility_pump_motor_kw.toFixed(1)} kW`],
    ['Technology coolant', c.technology_coolant.name],
    ['Technology S / R', `${c.technology_supply_c} / ${c.technology_return_c} °C`],
    ['Technology flow', `${c.technology_flow_lpm} L/min`],
    ['Technology pump', `${c.pump_head_kpa} kPa, ${c.pump_motor_kw.toFixed(1)} kW`],
    ['Volumes F / T', `${c.facility_volume_l} / ${c.technology_volume_l} L`],
    ['Relief F / T', `${c.facility_relief_bar.toFixed(1)} / ${c.technology_relief_bar.toFixed(1)} bar(g)`],
    ['Air units', `${c.air_units_count} x ${c.air_unit_kw} kW at ${c.design_dry_bulb_c} °C, N+1`],
    ...(c.site_water_m3_per_h > 0
      ? [['Without water', `${c.dry_capacity_kw.toFixed(1)} kW at ${c.design_dry_bulb_c} °C`] as const]
      : []),
    ['Heat tracing', c.heat_trace_required ? 'required' : 'not required'],
  ]
  return {
    title: 'DESIGN DATA PER CONTAINER',
    columns: [
      { title: 'Quantity', width_mm: 38 },
      { title: 'Value', width_mm: 46 },
    ],
    rows: rows.map(([quantity, value]) => ({ cells: [quantity, value] })),
  }
}

/** Air side of the containers that hold spines or core rack for the site; each with the air units of all. */
function hostedRows({ cooling, blocks, modules }: SiteModel): (readonly [string, string])[] {
  return cooling.hosted_heat_kw.flatMap((kw, index) => {
    const first = blocks[index]?.compute_module_ids[0]
    const designation = modules.find(({ module_id }) => module_id === first)?.designation ?? ''
    return kw === 0
      ? []
      : [[`Air of ${designation}`, `${(cooling.air_heat_kw + kw).toFixed(1)} kW with what it holds`] as const]
  })
}

/** What each interlock number does, and what starts it. */
export function interlockTable(site: SiteModel): Table {
  const { instruments, interlocks } = site.cooling
  return {
    title: 'INTERLOCKS',
    columns: [
      { title: 'No.' },
      { title: 'In' },
      { title: 'Initiated by', max_width_mm: 56, wrap: true },
      { title: 'Action', max_width_mm: 58, wrap: true },
      { title: 'Reset', max_width_mm: 48, wrap: true },
    ],
    rows: interlocks.map(({ number, controller, also_started_by, action, reset }) => ({
      cells: [
        number,
        controller,
        printed([...initiators(instruments, number), also_started_by].filter(Boolean).join(', ')),
        action,
        printed(reset),
      ],
    })),
  }
}

/** Instruments that start an interlock, each with the limit and the delay; a contact has but one. */
function initiators(instruments: readonly Instrument[], number: string): string[] {
  return instruments.flatMap(({ tag, signal, trips }) =>
    trips
      .filter((trip) => trip.interlock === number)
      .map(({ limit, after_s }) => {
        const delay = after_s === 0 ? '' : ` ${after_s} s`
        return signal === 'dry contact' ? `${tag}${delay}` : `${tag} ${limit}${delay}`
      }),
  )
}

/** The control loops: what is measured, what is moved, and where it goes when the signal fails. */
export function controlTable(site: SiteModel): Table {
  const { instruments, valves } = site.cooling
  const failing = valves.filter((valve) => valve.fail_position !== '-')
  const withFailure = (text: string): string =>
    failing.reduce((words, { tag, fail_position }) => words.replace(tag, `${tag} (${fail_position})`), text)
  return {
    title: 'CONTROL LOOPS',
    columns: [
      { title: 'Loop' },
      { title: 'In' },
      { title: 'Setpoint', max_width_mm: 21, wrap: true },
      { title: 'Output', max_width_mm: 27, wrap: true },
    ],
    rows: instruments
      .filter((item) => /^(TIC|PDIC|UY)-/.test(item.tag))
      .map((item) => ({
        cells: [item.tag, item.controller ?? '-', printed(item.setpoint), printed(withFailure(item.action))],
      })),
  }
}
