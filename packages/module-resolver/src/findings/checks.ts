import type { Finding } from '@edp/schemas'

/** A check of the design: what it means when it is raised. */
export interface Check {
  readonly severity: Finding['severity']
  /** What is wrong, for docs/findings.md. */
  readonly meaning: string
  /** What a reviewer does about it. */
  readonly remedy: string
  /** Artifact kinds whose notes print it. */
  readonly artifacts: readonly string[]
}

const check = (
  severity: Finding['severity'],
  artifacts: readonly string[],
  meaning: string,
  remedy: string,
): Check => ({ severity, artifacts, meaning, remedy })

/** Every finding that a site model can hold. docs/findings.md is this table in words; a test compares them. */
export const CHECKS = {
  'LOAD-001': check(
    'critical',
    ['sld', 'bom'],
    'The source capacity is below the site demand.',
    'Raise the source capacity or reduce the GPUs.',
  ),
  'LOAD-002': check(
    'info',
    ['bom', 'pid_cooling'],
    'Containers are bought whole: more GPUs are installed than were asked for.',
    'Use them, or ask for a multiple of 56.',
  ),
  'SRC-001': check(
    'warning',
    ['sld'],
    'Energy source and grid connection contradict each other.',
    'Correct the payload; the design shows both as stated.',
  ),
  'SRC-002': check(
    'critical',
    ['sld'],
    'Solar is the only source: there is neither grid nor battery for the night.',
    'Add a battery, a grid connection or a generator.',
  ),
  'SRC-003': check(
    'critical',
    ['sld'],
    'Solar is the only source and its daily yield is below the daily energy of the site.',
    'Raise the solar capacity or add a source.',
  ),
  'SRC-004': check(
    'warning',
    ['sld'],
    'Solar is the only source and the battery does not last the night.',
    'Raise the battery capacity.',
  ),
  'SRC-005': check(
    'info',
    ['sld'],
    'The short-circuit power of the utility is assumed.',
    'Ask the utility and run the short-circuit study.',
  ),
  'SRC-006': check(
    'info',
    ['sld'],
    'A generating set that alone feeds a block at 13.8 kV is of a size that is made for 480 V.',
    'Ask the customer whether sets of 480 V feed the low-voltage board without medium voltage and transformer.',
  ),
  'EL-001': check(
    'warning',
    ['sld', 'cable_hose_schedule'],
    'Cables exceed the voltage drop limit even in the largest size.',
    'Move the load nearer or raise the voltage.',
  ),
  'EL-002': check(
    'critical',
    ['sld', 'cable_hose_schedule'],
    'Cables carry more than their derated ampacity.',
    'Correct the cable of the assembly.',
  ),
  'EL-003': check(
    'critical',
    ['sld'],
    'The short-circuit current is above the largest standard switchgear.',
    'Limit the source or use current-limiting equipment.',
  ),
  'EL-004': check(
    'info',
    ['sld'],
    'A and B feeders of a block come from one transformer.',
    'Accept, or add a second transformer.',
  ),
  'EL-005': check(
    'warning',
    ['sld'],
    'Transformers of a block are not redundant: with one out of service the others cannot carry the demand.',
    'Accept, shed load, or add a transformer.',
  ),
  'EL-006': check(
    'warning',
    ['sld'],
    'The medium-voltage bus carries more than the largest standard rating.',
    'Split the block or limit the battery power in the EMS.',
  ),
  'EL-007': check(
    'warning',
    ['sld'],
    'Sources are inverters only: their fault current may not trip the feeder breakers.',
    'Check the settings in the coordination study.',
  ),
  'EL-008': check(
    'warning',
    ['sld', 'cable_hose_schedule'],
    'The design current is above the rating of a port of the catalogue.',
    'Choose an assembly with a larger port.',
  ),
  'EL-009': check(
    'info',
    ['sld'],
    'There is no grid container: switchgear, transformers and protection are BY OTHERS with the ratings required.',
    'Hand the ratings to the customer.',
  ),
  'EL-010': check(
    'warning',
    ['sld', 'bom'],
    'Equipment of the catalogue is made for less than the design needs: its rating or its short-circuit rating.',
    'Choose equipment of the rating shown on the single line diagram.',
  ),
  'EL-011': check(
    'warning',
    ['sld', 'bom'],
    'The medium-voltage switchgear of the catalogue has fewer panels than breakers, isolators, voltage transformers and earthing transformer take.',
    'Choose a longer line-up, or collect more battery units on one breaker.',
  ),
  'EL-012': check(
    'info',
    ['sld', 'bom'],
    'While neither utility nor machine feeds the medium-voltage bus, an earthing transformer is its earth source and fault currents are near the load current.',
    'Confirm the earth fault current, setting group 2 (27, 51V, 59N) and how long the converters feed a fault, by study and their maker.',
  ),
  'EL-013': check(
    'critical',
    ['sld', 'cable_hose_schedule'],
    'A feeder breaker is set above what the incoming cable inside the compute container carries.',
    'Choose an assembly with larger incoming cables, or limit the setting.',
  ),
  'EL-014': check(
    'info',
    ['sld', 'bom'],
    'Both PDUs of a rack hang on one board, and the supplies of a node on one PDU do not always carry it.',
    'Accept, or choose an assembly with a board and transformer for each of A and B and supplies for half of them.',
  ),
  'EL-015': check(
    'warning',
    ['sld'],
    'A low-voltage main is set close to its largest feeder: an overload may open both.',
    'Grade them by short-time delay or zone-selective interlocking in the coordination study, or choose a larger transformer.',
  ),
  'EL-016': check(
    'info',
    ['sld'],
    'The feeder of a compute container is set close to the largest way inside: a fault there may open the feeder.',
    'Grade them in the coordination study.',
  ),
  'EL-017': check(
    'info',
    ['sld', 'cable_hose_schedule'],
    'More circuits leave one place in duct banks than there are tables for.',
    'Spread them over several banks, or calculate the heat of the bank (NEC 310.14(B), Annex B).',
  ),
  'EL-018': check(
    'info',
    ['sld'],
    'Both inputs of the transfer switch of the auxiliaries come from the only low-voltage section.',
    'Accept, or bring a source from outside the block to its second input.',
  ),
  'EL-019': check(
    'info',
    ['sld', 'bom'],
    'Both PDUs of every spine rack hang on one board, transformer and feeder without UPS.',
    'Accept, or feed the PDUs A and B of the spine racks from two boards of two sections.',
  ),
  'EL-020': check(
    'warning',
    ['sld'],
    'The current of a medium-voltage bus is above 80 % of the largest rating of its switchgear.',
    'Let the sources confirm that X/R at the bus is 17 or less, or limit them.',
  ),
  'EL-021': check(
    'info',
    ['sld', 'bom'],
    'Both ways of the rack with EMS and OT core hang on one UPS.',
    'Accept, or feed its PDU B from a board that does not hang on the UPS.',
  ),
  'EL-022': check(
    'critical',
    ['sld', 'cable_hose_schedule', 'grid_container_3d'],
    'The secondary of a unit transformer runs on inside its grid container: the main is not nearest the point of entrance (NEC 2023, 240.21(C)(4)).',
    'Choose a grid container whose secondaries enter at the low-voltage board, or set a main outside or at the entrance.',
  ),
  'BESS-001': check(
    'warning',
    ['sld', 'bom'],
    'Nothing is left of the source for charging the battery at site demand.',
    'Raise the source capacity.',
  ),
  'BESS-002': check(
    'warning',
    ['sld', 'bom'],
    'Charging the battery takes longer than a day at site demand.',
    'Raise the source capacity.',
  ),
  'BESS-003': check(
    'warning',
    ['sld'],
    'The battery power is below the site demand: it cannot carry the site alone.',
    'Add units or units of more power.',
  ),
  'BESS-004': check(
    'warning',
    ['sld'],
    'The battery lasts less than a quarter of an hour at site demand.',
    'Raise the battery capacity.',
  ),
  'BESS-005': check(
    'critical',
    ['bom', 'sld'],
    'The battery is not procurable in this tier without an exception.',
    'Choose another product or document the exception.',
  ),
  'BESS-006': check(
    'warning',
    ['bom'],
    'The origin of the battery cells has to be certified before it is bought for the government.',
    'Obtain the supplier certificate.',
  ),
  'BESS-007': check(
    'info',
    ['bom'],
    'The battery holds cells of a maker that is excluded from DoD purchases.',
    'Note for later public use of the site.',
  ),
  'LAY-001': check(
    'warning',
    ['installation_graph'],
    'A clearance is smaller than required.',
    'Change the equipment or the layout.',
  ),
  'LAY-002': check(
    'warning',
    ['installation_graph'],
    'A container is heavier than its gross rating.',
    'Lift and ship in parts, or correct the mass.',
  ),
  'FIB-001': check(
    'warning',
    ['comms_diagram', 'cable_hose_schedule'],
    'Fabric channels, up-link, trunk and patch cords together, are longer than the farthest optic reaches.',
    'Set the spines nearer, or let the fabric supplier name optics of longer reach.',
  ),
  'FIB-002': check(
    'warning',
    ['comms_diagram', 'cable_hose_schedule'],
    'A compute container holds the spines: more trunks pass its X positions, or more heat falls to its air units, than it is made for.',
    'Set a network container or room for the spines beside the switchgear.',
  ),
  'FIB-003': check(
    'warning',
    ['comms_diagram', 'cable_hose_schedule'],
    'The insertion loss of fabric channels, mated pairs and glass together, is above what the transceivers allow.',
    'Join cables without panels between them, set the spines nearer, or choose transceivers of a larger budget.',
  ),
  'FIB-004': check(
    'info',
    ['comms_diagram', 'bom'],
    'Fabric channels pass more panels than the reach of their transceivers assumes; their loss is within the budget.',
    'Let the fabric supplier confirm the channels, and accept them by the measured loss of every fibre.',
  ),
  'FIB-005': check(
    'critical',
    ['comms_diagram', 'cable_hose_schedule', 'bom'],
    'Fabric channels cross send and receive an even number of times, or two of their plugs do not mate: no link comes up.',
    'Choose another type or plug for one cable or cord of each channel.',
  ),
  'PLATE-002': check(
    'critical',
    ['sld', 'cable_hose_schedule'],
    'More circuits of a battery arrive at a plate than it has pairs of poles: two would be tied between their fuses.',
    'Choose a plate with a pair of poles for each circuit.',
  ),
  'PLATE-003': check(
    'critical',
    ['sld', 'cable_hose_schedule'],
    'The cables of a block need more transits than the plates of its grid container have.',
    'Choose a grid container with more transits, or fewer compute containers and batteries in a block.',
  ),
  'PLATE-004': check(
    'critical',
    ['sld', 'cable_hose_schedule'],
    'More cables of a connection arrive at a plate than its position takes: a second set has no seal.',
    'Choose plates with a second seal there, at both ends, or batteries of less power on a collector.',
  ),
  'LAY-003': check(
    'info',
    ['compute_container_3d', 'grid_container_3d', 'bom'],
    'The assembly keeps no floor for a rack, transformer or board that the site sets into a container: its model does not show it.',
    'Settle the floor plan with the supplier of the container, or set it in a room beside the switchgear.',
  ),
  'HOSE-001': check(
    'info',
    ['pid_cooling', 'cable_hose_schedule'],
    'The facility line is larger than the flange of the plate.',
    'Fit the reducer shown in the schedule.',
  ),
  'HOSE-002': check(
    'warning',
    ['pid_cooling', 'cable_hose_schedule'],
    'Hoses inside the container carry more than their greatest flow.',
    'Choose larger hoses or couplings in the assembly.',
  ),
  'PROC-001': check(
    'critical',
    ['bom'],
    'Lines of the bill of materials are excluded in this tier.',
    'Replace them or document the exception.',
  ),
  'PROC-002': check(
    'info',
    ['bom'],
    'Origin and compliance of the lines marked TBC need supplier certificates.',
    'Collect the certificates; software cannot certify.',
  ),
  'COOL-001': check(
    'critical',
    ['pid_cooling'],
    'The heat to liquid is above the capacity of the CDU.',
    'Choose an assembly with a larger CDU.',
  ),
  'COOL-002': check(
    'warning',
    ['pid_cooling'],
    'The residual air heat is above the air units without the standby unit.',
    'Choose an assembly with more air units.',
  ),
  'COOL-003': check(
    'info',
    ['pid_cooling'],
    'The facility coolant can freeze: heat tracing and standby circulation are required.',
    'Fit both and secure their supply.',
  ),
  'COOL-004': check(
    'info',
    ['pid_cooling'],
    'Adiabatic operation needs make-up water.',
    'Plan the water supply, BY OTHERS.',
  ),
  'COOL-005': check(
    'warning',
    ['pid_cooling'],
    'Without make-up water the heat rejection does not carry the heat on the design day.',
    'Store water for the time that the supply may fail, or accept that the nodes are shed.',
  ),
  'PLATE-001': check(
    'info',
    ['bom'],
    'The package holds the files of a plate that no module of the site has.',
    'Do not make it: it is in the list of the profile, not on this site.',
  ),
  'NET-001': check(
    'warning',
    ['comms_diagram'],
    'The compute fabric needs a third tier between the blocks.',
    'Design the third tier.',
  ),
  'NET-003': check(
    'warning',
    ['comms_diagram', 'bom'],
    'The spines give the grid container more heat than its air conditioning removes without the standby unit.',
    'Choose a grid container with more air conditioning, or set the spines in a network room.',
  ),
  'NET-005': check(
    'info',
    ['pid_cooling', 'bom'],
    'The core rack gives the compute container that holds it more heat than its air units remove without the standby unit.',
    'Run the standby air unit at the greatest load, or set the core rack in a room beside the switchgear.',
  ),
  'NET-004': check(
    'warning',
    ['comms_diagram'],
    'The OT core has fewer ports or fibres than the switches of the site need.',
    'Design further core switches or fibres.',
  ),
  'NET-006': check(
    'info',
    ['comms_diagram'],
    'The out-of-band switch of a compute container has a single way to the core.',
    'Keep a switch and a firewall as spares on the site.',
  ),
  'NET-002': check(
    'info',
    ['comms_diagram'],
    'Without a grid container the core network stands in the first compute container.',
    'Plan the cross-connect, BY OTHERS.',
  ),
} as const satisfies Record<string, Check>

/** Codes of the checks. */
export type CheckCode = keyof typeof CHECKS

/** Most designations that a finding lists; the figures hold the full count. */
const CONCERNS_MAX = 20

/** A finding of a check. */
export function finding(
  code: CheckCode,
  message: string,
  concerns: readonly string[],
  figures: Finding['figures'],
): Finding {
  const { severity, artifacts } = CHECKS[code]
  return {
    code,
    severity,
    message,
    concerns: concerns.slice(0, CONCERNS_MAX),
    figures,
    artifacts: [...artifacts],
  }
}

/** docs/findings.md: the table of checks. */
export function findingsPage(): string {
  const rows = Object.entries(CHECKS).map(
    ([code, row]) =>
      `| ${code} | ${row.severity} | ${row.meaning} | ${row.remedy} | ${row.artifacts.join(', ')} |`,
  )
  return [
    '# Findings',
    '',
    'What a reviewer would object to. A finding does not fail the job: it stands in the package manifest and the BOM workbook',
    'and in the notes of the drawings that it concerns. The table is `CHECKS` in',
    '`packages/module-resolver/src/findings/checks.ts`; a test compares both.',
    '',
    '| code | severity | meaning | what to do | printed on |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}
