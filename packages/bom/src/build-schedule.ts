import type { ScheduleDocument, ScheduleEntry, SiteModel } from '@edp/schemas'

import { cutList } from './cut-list.ts'
import { lengthTotals } from './length-totals.ts'
import { scheduleRows } from './schedule-rows.ts'
import { SERVICE_NAMES } from './service-names.ts'

/** Order of the sheets in document and workbook. */
const SHEET_ORDER = ['cables', 'fibre', 'earthing', 'hoses'] as const

/** Filled in on site. */
const BLANK = { test_result: null, test_date: null, tested_by: null } as const

/**
 * Cable and hose schedule of a site: one row per connection between modules, by block, module and service; the
 * factory-made ones inside each kind of module as typicals; totals by type, and a cut list of what is cut on site.
 *
 * @example buildSchedule(site).entries.filter((entry) => entry.sheet === 'hoses')
 */
export function buildSchedule(site: SiteModel): ScheduleDocument {
  const between = scheduleRows(site).map(({ connection, owner }): Omit<ScheduleEntry, 'row_no'> => {
    const { sheet, drawing } = SERVICE_NAMES[connection.service]
    return { sheet, modules_count: 1, designations: owner, connection, drawing_ref: drawing, ...BLANK }
  })
  const internal = site.typicals.flatMap((typical) =>
    typical.connections.map((connection): Omit<ScheduleEntry, 'row_no'> => ({
      sheet: 'internal',
      modules_count: typical.modules_count,
      designations: typical.designations,
      connection,
      drawing_ref: SERVICE_NAMES[connection.service].drawing,
      ...BLANK,
    })),
  )
  const sheets = SHEET_ORDER.flatMap((sheet) => between.filter((entry) => entry.sheet === sheet))
  return {
    schema: 'edp.cable-hose-schedule/1',
    deployment_id: site.payload.deployment_id,
    design_revision: site.design_revision,
    site_name: site.payload.deployment_site_name,
    operator_org: site.payload.operator_org,
    entries: [...sheets, ...internal].map((entry, index) => ({ row_no: index + 1, ...entry })),
    totals: lengthTotals(site).map((total) => ({
      type: total.type,
      size: total.size,
      medium: total.medium,
      service: total.service,
      scope: total.scope,
      installed: total.installed,
      designations: total.designations,
      runs_count: total.runs_count,
      total_length_m: total.total_length_m,
      spare_length_m: total.spare_length_m,
      order_length_m: total.order_length_m,
    })),
    cut_list: cutList(site.connections),
  }
}
