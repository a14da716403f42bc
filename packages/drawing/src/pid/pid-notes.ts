import type { SiteModel } from '@edp/schemas'

import { printed } from './printed.ts'
import { typicalDesignation } from './typical-designation.ts'

/** Notes of the typical sheet: how tags are read, the basis, and what a reviewer has to know. */
export function typicalNotes(site: SiteModel): string[] {
  const { container, range, count, ordinal } = typicalDesignation(site)
  const { cooling } = site
  const { flushing } = cooling
  const tags =
    count === 1
      ? `The full tag of a device is ${container}-tag, e.g. ${container}-TT-201.`
      : `Typical of ${range}, ${count} containers. The full tag of a device is designation-tag, e.g. C${'1'.padStart(ordinal.length, '0')}-TT-201; in line and hose numbers ${ordinal} stands for the ordinal of the container.`
  return [
    tags,
    'Symbols and letters: ISA-5.1, ISO 10628-2; see the legend. Line number: size - service - area, container, sequence - class - insulation - tracing. FO fails open, FC fails closed.',
    `${printed(cooling.rejection_description)}. Standby pumps stand in line behind their check valves, filter B is shut off.`,
    'Control: TIC-101 holds the facility supply by the fans, then by what the climate adds; TIC-201 holds the technology supply by TCV-101. PDIC-101 and PDIC-201 hold the differential pressure by pump speed; BV-102 always passes the least flow.',
    'One pump runs, one stands by; they change on fault, low difference or flow, and running hours. Both pumps of a loop hang on one feeder. Air units N+1, filter duplex; heat exchanger and heat rejection unit are single in a container.',
    'Without signal or power valves go to their fail position and the load shed relay switches the nodes off. What is reset by hand is reset at the panel of its controller by who has seen the cause; the EMS resets nothing. Then MDP.TX is closed by hand.',
    'Controllers: cdu-01 reads what stands in the container and is fed from the UPS, hru-01 what stands outdoors, lkd-01 the leak ropes. What trips is hard-wired (list of signals); the EMS reads all three over the network and trips nothing here.',
    'Only signals that control, limit or trip are drawn; TT-103 stands in for TT-101 when that is lost or XV-101 shut. Pressure instruments have a root valve, temperature sensors a thermowell.',
    `Casing vents and drains of pumps and filters run to DT-201. They are the maker's, and so are the ${makersOwn(site).join(', ')}.`,
    failOpenNote(site),
    ...climateNotes(site),
    'What valves shut in is relieved into V-202 by PSV-102, past a shut TCV-101 over NRV-105, and by PSV-202.',
    `Site: ${count} x ${cooling.total_heat_kw.toFixed(1)} kW${hosted(site)} = ${cooling.site_heat_kw.toFixed(1)} kW of heat (liquid and air side are sized with an overlap on purpose), ${cooling.site_coolant_l} L of coolant with ${cooling.site_glycol_l} L of glycol.`,
    'Codes follow the electrical design (60 Hz, NEC); the table of design codes has beside each what applies under the PED.',
    'Pipe sizes, vessels and pump heads are preliminary until the hydraulic calculation of the final piping. Pressure test at 1.5 times design pressure, loop by loop, nodes and vessels shut off, relief valves blanked; flush and passivate.',
    `Flushing at ${flushing.velocity_m_s} m/s takes ${flushing.flow_lpm} L/min in DN${flushing.dn} and a rig of its own, which is joined in place of the hoses; the fill connections are too small.`,
    ...site.findings
      .filter((finding) => finding.artifacts.includes('pid_cooling'))
      .map((finding) => `${finding.severity.toUpperCase()} ${finding.code}: ${printed(finding.message)}`),
  ]
}

/** Why the control valve of the heat exchanger fails open, and what protects then. */
function failOpenNote({ cooling }: SiteModel): string {
  const shut = cooling.instruments.flatMap(({ tag, trips }) =>
    tag === 'FT-101' ? trips.map(({ interlock }) => interlock) : [],
  )
  const frost =
    shut.length === 0
      ? 'No cold that comes from outdoors freezes the technology loop.'
      : `In the cold ${shut.join(', ')} shuts them when FT-101 is above its H.`
  return `TCV-101 fails open: a lost signal costs no node its coolant, hru-01 holds what flows at ${cooling.facility_supply_c} °C. Without power XV-101/102 shut by spring. ${frost}`
}

/** What a reader has to know of the climate: dry operation, tracing. */
function climateNotes({ cooling }: SiteModel): string[] {
  return [
    ...(cooling.site_water_m3_per_h > 0
      ? [
          `Without water on the pads (PSL-103): ${cooling.dry_capacity_kw.toFixed(1)} of ${cooling.liquid_heat_kw.toFixed(1)} kW at ${cooling.design_dry_bulb_c} °C, all of it up to ${cooling.dry_full_up_to_c} °C, with a technology supply of ${cooling.dry_supply_c} °C; what is above is shed by I9.`,
        ]
      : []),
    ...(cooling.design_low_c < 0 ? [frostNote(cooling)] : []),
    ...indoorFrostNote(cooling),
    ...(cooling.heat_trace_required
      ? [
          `Tracing is fed with the fans and pumps, switched by TT-111 and supervised by hru-01. A power failure stops tracing and circulation: until power is back only the freezing point of ${cooling.facility_coolant.freeze_c.toFixed(1)} °C protects. HV-108 drains by hand and is for long shut-downs.`,
        ]
      : []),
  ]
}

/** What stands indoors and would freeze without the heat of the nodes: equipment and lines of that loop are made for 0 degC and more. */
function indoorFrostNote({ technology_coolant, indoor_frost }: SiteModel['cooling']): string[] {
  const { name, freeze_c } = technology_coolant
  return indoor_frost === null
    ? []
    : [
        `${name} freezes at ${freeze_c.toFixed(1)} °C: from filling on the container is kept above ${indoor_frost.kept_above_c} °C, by heat of the contractor until pumps and nodes run; later, without power, the technology loop is drained. They start from ${indoor_frost.start_from_c} °C at TT-201.`,
      ]
}

/** What is outdoors and holds water. */
function frostNote({ site_water_m3_per_h }: SiteModel['cooling']): string {
  const pads =
    site_water_m3_per_h > 0
      ? ' Before frost HV-107 is shut and DV-103 opened by hand, and the sump of the pads drained.'
      : ''
  return `The condensate hose falls to the site drain all the way and holds no water; its traps stand indoors.${pads}`
}

/** What single containers hold besides, for the whole site. */
function hosted({ cooling, network }: SiteModel): string {
  const held_kw = cooling.hosted_heat_kw.reduce((sum, kw) => sum + kw, 0)
  return held_kw === 0
    ? ''
    : ` + ${held_kw.toFixed(1)} kW of ${network.fabric.spines_count > 0 ? 'spines and core rack' : 'the core rack'}`
}

/** What the makers of bought-in machines decide and bring. */
function makersOwn({ cooling }: SiteModel): string[] {
  const chiller = cooling.equipment.some((item) => item.kind === 'chiller')
  return [
    'condensers of the packaged air units',
    ...(chiller ? ['refrigerant circuit of CH-101 with its frost stat'] : []),
    ...(cooling.site_water_m3_per_h > 0 ? ['sump, bleed and water treatment of the pads'] : []),
  ]
}

/** Notes of the sheets with lists. */
export function listNotes(site: SiteModel): string[] {
  const { ordinal, count } = typicalDesignation(site)
  const { relief_sizing: relief, lost_signal: lost } = site.cooling
  return [
    ...(count === 1
      ? []
      : [
          `In line numbers ${ordinal} stands for the ordinal of the container; tags are those of every container.`,
        ]),
    'EMS reads: device and point of the device topology manifest; after "fault:" the health that tells of an instrument without a point of its own. The common fault of hru-01 comes over C-HRU. Aisle air the EMS reads from sensors of env-01.',
    `Relief valves: ${relief.source}, coefficient of discharge ${relief.discharge_coefficient}, back pressure up to ${relief.back_pressure_pct} % of the setting; the maker proves capacity.`,
    `Signals of 4-20 mA: up to ${lost.below_ma} mA or from ${lost.above_ma} mA on the signal is lost (${lost.source}), which is alarmed; what else its loss does stands after "lost:".`,
    'Ranges, alarms and settings are design values, to be confirmed with the suppliers of CDU and heat rejection unit.',
  ]
}
