import type { BlockElectrical, SiteModel } from '@edp/schemas'

import { volts } from './labels.ts'

/** General notes: basis of the design, what others confirm, and what a reviewer would object to. */
export function generalNotes(site: SiteModel): string[] {
  const { electrical } = site
  return [
    `System ${volts(electrical.mv_voltage_v)}, ${electrical.lv_voltage_v}Y/${Math.round(electrical.lv_voltage_v / Math.sqrt(3))} V, ${electrical.frequency_hz} Hz, three phase. Voltage and frequency are the generator's default for the region: to be confirmed by the project engineer.`,
    `Earthing: ${electrical.earthing_system}.`,
    `Codes: NEC 2023, ${site.bess === null ? '' : 'NFPA 855 (battery), '}IEEE C37.2 (device numbers), IEEE 315 (symbols)${runsWithUtility(site) ? ', IEEE 1547 (sources that run with the utility)' : ''}. The authority having jurisdiction may require others.`,
    ...shortCircuitNotes(site),
    ...lowVoltageNotes(site),
    `Cable sizes are preliminary: ambient ${electrical.ambient_c} degC, 75 degC terminations; grouping, burial and route are to be verified. Voltage drop limit ${electrical.voltage_drop_limit_pct} %.`,
    'Lengths are cut lengths from the site layout with rises, tails and slack, per conductor set.',
    'Protective settings by the coordination study; arc-flash labels by the study of IEEE 1584. Both before energisation.',
    ...electrical.operation,
    'AF: frame, AT: trip rating. LSIG: long time, short time, instantaneous, ground (earth fault). ARM: maintenance switch with lamp that lets the breaker trip at once (NEC 240.87). CT: ratio and accuracy of IEEE C57.13. P: poles.',
    positionNote(site),
    'Dashed outlines show enclosures and the work of others. What is marked BY OTHERS is not supplied and has the ratings that the design needs.',
    'Supplier certificates of origin are required where the bill of materials says so.',
    ...sldFindings(site),
  ]
}

/** Whether a block can feed its utility. */
function runsWithUtility({ electrical }: SiteModel): boolean {
  return electrical.blocks.some(({ supplies }) => supplies.some(({ export_kva }) => export_kva > 0))
}

/** How switches stand on the sheets, and which protective functions are words instead of circles. */
function positionNote({ bess }: SiteModel): string {
  return bess === null
    ? 'Isolators are drawn open; they are closed in operation.'
    : 'Isolators and ring switches are drawn open; they are closed in operation but where "spare" is said. Functions of ring main units and of the trip units of skids stand as text, all others in circles.'
}

/** What the short-circuit currents rest on: the utility's level, where there is a utility. */
function shortCircuitNotes({ electrical }: SiteModel): string[] {
  const tied = electrical.blocks.some((block) => block.supplies.some((supply) => supply.kind === 'utility'))
  return [
    tied
      ? `Short-circuit currents follow from an assumed utility short-circuit power of ${electrical.utility_short_circuit_mva} MVA; the utility is to confirm it. Interrupting ratings change with it.`
      : 'Short-circuit currents follow from the short-circuit powers of the sources on site; their suppliers are to confirm them. Low currents need protection that does not rely on overcurrent alone.',
  ]
}

/** How the two currents at a low-voltage board are read, and how its neutral is switched and measured. */
function lowVoltageNotes({ electrical }: SiteModel): string[] {
  const tied = electrical.blocks.some((block) => block.bus_ties.length > 0)
  return [
    'Isc of a transformer: at its secondary by the sources of the design, nominal impedance, no motors. Isc of a low-voltage board: the same with motors. "At most": behind an infinite bus, impedance 7.5 % low (IEEE C57.12.00), all motors; ratings hold it with the offset factor of UL 489.',
    `Mains${tied ? ' and ties' : ''} are 4P: a section uses the neutral bond of the transformer that feeds it. G of LSIG measures the neutral too (neutral sensor) where it leaves with the phases.`,
  ]
}

/** Findings that concern the single line diagram. */
function sldFindings(site: SiteModel): string[] {
  return site.findings
    .filter((finding) => finding.artifacts.includes('sld'))
    .map((finding) => `${finding.code} (${finding.severity}): ${finding.message}`)
}

/** Findings that the first sheet of every block repeats. */
export function sldWarnings(site: SiteModel): string[] {
  return sldFindings(site).filter((note) => note.includes('(critical)') || note.includes('(warning)'))
}

/** Notes of a sheet of one block, which may draw feeders. */
export function blockNotes(
  block: BlockElectrical,
  where: string,
  typical: string,
  hasFeeders: boolean,
): string[] {
  const ties = block.bus_ties.length === 0 ? '' : '; bus ties are open in normal operation'
  return [
    ...(typical === '' ? [] : [typical]),
    `Earthing: ${block.earthing}.`,
    where,
    ...(hasFeeders ? [`Feeders A and B are each sized for the whole load of their container${ties}.`] : []),
  ]
}
