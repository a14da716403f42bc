import type { AssemblyPort, Cooling, FlowDesign, RunLength, SiteModule } from '@edp/schemas'

import { hasLine, lineOf } from '../cooling/cooling-lines.ts'
import { MAIN_HOSE_DN_MIN } from '../cooling/pipe-table.ts'
import { NODES_PER_CONTAINER } from '../loads/gpu-nodes.ts'
import { hoseFlow } from './hose-flow.ts'
import type { Source } from './typical.ts'

/** Loop that a hose belongs to: condensate, facility where it reaches plate CD or the valves behind it, else technology. */
interface Loop {
  readonly fluid: string
  readonly line_no: string
  readonly temperature_c: number
  readonly pressure_bar: number
  /** Flow of one hose, L/min. */
  readonly flow_lpm: number
  readonly coolant: Cooling['technology_coolant'] | null
}

/** Plate of the facility loop, and the component of the assembly that it and the valves behind it are. */
const PLATE = 'CD'

/** Lines of the P&ID that hoses inside a container are, by loop; those to one node have their own. */
const SEQUENCES = {
  facility: { supply: ['118', '103'], back: ['119', '104'] },
  technology: { supply: ['213', '201'], back: ['214', '202'] },
  node: { supply: ['210', '201'], back: ['211', '202'] },
  drain: { supply: ['302'], back: ['302'] },
} as const

/**
 * Line and loop of a hose inside a container.
 *
 * @throws {RangeError} when the cooling has no such line.
 */
export function loopOf(from: AssemblyPort, to: AssemblyPort, dn: number, cooling: Cooling): Loop {
  const drain = from.service === 'drain'
  const facility = [from, to].some((p) => p.interface?.plate_id === PLATE || p.on === PLATE)
  const kind = drain ? 'drain' : facility ? 'facility' : dn < MAIN_HOSE_DN_MIN ? 'node' : 'technology'
  const sequences: readonly string[] = SEQUENCES[kind][from.service === 'coolant_supply' ? 'supply' : 'back']
  const line = lineOf(cooling.lines, sequences.find((s) => hasLine(cooling.lines, s)) ?? sequences[0] ?? '')
  // An assembly whose nodes have no inlet of their own shares the main.
  const shared = kind === 'node' && !hasLine(cooling.lines, sequences[0] ?? '')
  const coolant = facility ? cooling.facility_coolant : cooling.technology_coolant
  return {
    fluid: line.fluid,
    line_no: line.line_no,
    temperature_c: line.temperature_c,
    pressure_bar: line.design_pressure_bar,
    flow_lpm: drain ? 0 : shared ? line.flow_lpm / NODES_PER_CONTAINER : line.flow_lpm,
    coolant: drain ? null : coolant,
  }
}

export function flowOf(source: Source, loop: Loop, length: RunLength, cooling: Cooling): FlowDesign {
  const dn = source.hose?.dn ?? 0
  return hoseFlow({
    flow_lpm: source.hose?.flow_lpm ?? loop.flow_lpm,
    inner_diameter_mm: dn,
    dn,
    coolant: loop.coolant ?? cooling.technology_coolant,
    length_m: length.cut_m,
    temperature_c: loop.temperature_c,
    design_pressure_bar: loop.pressure_bar,
  })
}

/** The ordinal that line numbers of a typical are printed with: that of the only module, `nn` for several. */
export function ordinalOf(modules: readonly SiteModule[]): string {
  const digits = modules[0]?.designation.slice(1) ?? ''
  return modules.length === 1 ? digits : 'n'.repeat(digits.length)
}
