import { compareText, type Connection, type CutListEntry, type ScheduleDocument, type ScheduleEntry, type SiteModel } from '@edp/schemas'

import { cableTotals, sizeOf, typeOf } from './cable-totals.ts'

type SheetName = ScheduleEntry['sheet']

const SHEETS = {
  power_mv: 'cables', power_lv: 'cables', power_dc: 'cables', control: 'cables', copper: 'cables', fibre: 'fibre', earth: 'earthing', coolant_supply: 'hoses', coolant_return: 'hoses', drain: 'hoses',
} as const satisfies Record<Connection['service'], SheetName>

const DRAWINGS = {
  power_mv: 'E-SLD', power_lv: 'E-SLD', power_dc: 'E-SLD', control: 'T-NET', copper: 'T-NET', fibre: 'T-NET', earth: 'E-SLD', coolant_supply: 'M-PID', coolant_return: 'M-PID', drain: 'M-PID',
} as const satisfies Record<Connection['service'], string>

/**
 * Cable and hose schedule of a site: every connection between modules, and the internal ones of each kind of module as
 * typicals; totals by type and a cut list of what is cut on site.
 *
 * @example buildSchedule(site).entries.filter((entry) => entry.sheet === 'hoses')
 */
export function buildSchedule(site: SiteModel): ScheduleDocument {
  const blank = { test_result: null, test_date: null, tested_by: null }
  const between = site.connections.map((connection) => ({ sheet: SHEETS[connection.service] as SheetName, modules_count: 1, designations: '', connection, drawing_ref: DRAWINGS[connection.service], ...blank }))
  const internal = site.typicals.flatMap((typical) =>
    typical.connections.map((connection) => ({ sheet: 'internal' as SheetName, modules_count: typical.modules_count, designations: typical.designations, connection, drawing_ref: DRAWINGS[connection.service], ...blank })),
  )
  return {
    schema: 'edp.cable-hose-schedule/1',
    deployment_id: site.payload.deployment_id,
    design_revision: site.design_revision,
    site_name: site.payload.deployment_site_name,
    operator_org: site.payload.operator_org,
    entries: [...between, ...internal].map((entry, index) => ({ row_no: index + 1, ...entry })),
    totals: cableTotals(site).map(({ type, size, medium, service, runs_count, total_length_m, spare_length_m, order_length_m }) => ({ type, size, medium, service, runs_count, total_length_m, spare_length_m, order_length_m })),
    cut_list: cutList(site.connections),
  }
}

function cutList(connections: readonly Connection[]): CutListEntry[] {
  const pieces = new Map<string, CutListEntry>()
  for (const c of connections) {
    const [type, size, cut] = [typeOf(c), sizeOf(c), c.length.cut_m]
    const key = [type, size, String(cut).padStart(8, '0')].join('|')
    const count = c.quantity * (c.cable === null ? 1 : c.cable.sets_count * c.cable.cables_per_set_count)
    pieces.set(key, { type, size, cut_length_m: cut, pieces_count: (pieces.get(key)?.pieces_count ?? 0) + count })
  }
  return [...pieces.entries()].sort(([a], [b]) => compareText(a, b)).map(([, entry]) => entry)
}
