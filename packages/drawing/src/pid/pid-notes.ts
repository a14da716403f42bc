import type { SiteModel } from '@edp/schemas'

import { printed } from './printed.ts'
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
    'Symbols and letters: ISA-5.1, ISO 10628-2; see the legend. Line number: size - service - area, container, sequence - class - insulation - tracing. FO fails open, FC fails closed.',
    `${printed(cooling.rejection_description)}.`,
    'Control: TIC-101 holds the facility supply by the fans, then by what the climate adds; TIC-201 holds the technology supply by TCV-101. PDIC-101 and PDIC-201 hold the differential pressure by pump speed; PCV-101 keeps the least flow.',
    'One pump runs, one stands by; they change on fault, low flow and running hours. Air units N+1, filter duplex; heat exchanger and heat rejection unit are single in a container. Without signal or power valves go to their fail position.',
    'All transmitters go to the container PLC; only signals that control or trip are drawn. Pressure instruments have a root valve, temperature sensors a thermowell.',
    `Casing vents and drains of pumps and filters run to DT-201 and are the maker's; so are ${makersOwn(site).join(', ')}.`,
    'What motorised valves shut in is relieved by PSV-102 and PSV-202; both discharge into V-202.',
    `Site: ${count} x ${cooling.total_heat_kw.toFixed(1)} kW = ${cooling.site_heat_kw.toFixed(1)} kW of heat, ${cooling.site_coolant_l} L of coolant with ${cooling.site_glycol_l} L of glycol${cooling.site_water_m3_per_h > 0 ? `, up to ${cooling.site_water_m3_per_h} m³/h of make-up water` : ''}.`,
    'Pipe sizes, vessels and pump heads are preliminary: verify with the hydraulic calculation of the final piping. Pressure test at 1.5 times design pressure, flush and passivate before filling.',
    ...site.findings
      .filter((finding) => finding.artifacts.includes('pid_cooling'))
      .map((finding) => `${finding.severity.toUpperCase()} ${finding.code}: ${printed(finding.message)}`),
  ]
}

/** What the makers of bought-in machines decide and bring. */
function makersOwn({ cooling }: SiteModel): string[] {
  const chiller = cooling.equipment.some((item) => item.kind === 'chiller')
  return [
    'refrigerant circuit and condenser of the air units',
    ...(chiller ? ['those of the trim chiller CH-101'] : []),
    ...(cooling.site_water_m3_per_h > 0 ? ['sump, bleed and water treatment of the pads of AC-101'] : []),
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
