import type { SiteModel } from '@edp/schemas'

import { typicalDesignation } from './typical-designation.ts'

/** Notes of the typical sheet: how tags are read, the basis, and what a reviewer has to know. */
export function typicalNotes(site: SiteModel): string[] {
  const { container, range, count, ordinal } = typicalDesignation(site)
  const { cooling } = site
  const tags =
    count === 1
      ? `The full tag of a device is ${container}-tag, e.g. ${container}-TT-201.`
      : `Typical of ${range}, ${count} containers. The full tag of a device is designation-tag, e.g. C${'1'.padStart(ordinal.length, '0')}-TT-201; in line and hose numbers ${ordinal} stands for the ordinal of the container.`
  return [
    tags,
    'Line number: size - service - area, container, sequence - class - insulation - tracing. Areas: 1 facility, 2 technology, 3 air. SS1A stainless 316L PN16, HS1A hose PN10, PE1A HDPE SDR11. N none, IH insulated, ET electric tracing.',
    'Symbols and letters: ISA-5.1, ISO 10628-2. All transmitters go to the container PLC; only signals that control or trip are drawn. FO fails open, FC fails closed.',
    `${cooling.rejection_description}.`,
    `Site: ${count} x ${cooling.total_heat_kw} kW = ${cooling.site_heat_kw} kW of heat, ${cooling.site_coolant_l} L of coolant with ${cooling.site_glycol_l} L of glycol${cooling.site_water_m3_per_h > 0 ? `, up to ${cooling.site_water_m3_per_h} m3/h of make-up water` : ''}.`,
    'Pipe sizes, vessels and pump heads are preliminary: verify with the hydraulic calculation of the final piping. Pressure test at 1.5 times design pressure, flush and passivate before filling.',
    ...site.findings
      .filter((finding) => finding.artifacts.includes('pid_cooling'))
      .map((finding) => `${finding.severity.toUpperCase()} ${finding.code}: ${finding.message}`),
  ]
}

/** Notes of the sheets with lists. */
export function listNotes(site: SiteModel): string[] {
  const { ordinal, count } = typicalDesignation(site)
  return [
    ...(count === 1
      ? []
      : [
          `In line numbers ${ordinal} stands for the ordinal of the container; tags are those of every container.`,
        ]),
    'Ranges, alarms and settings are design values, to be confirmed with the suppliers of CDU and heat rejection unit.',
  ]
}
