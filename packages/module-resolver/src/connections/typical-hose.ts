import type { AssemblyPort, Cooling, FlowDesign, RunLength } from '@edp/schemas'

import { NODES_PER_CONTAINER } from '../loads/gpu-nodes.ts'
import { hoseFlow } from './hose-flow.ts'
import type { Source } from './typical.ts'

/** Hoses smaller than this serve one node each; larger ones are mains. */
export const MAIN_HOSE_DN = 32

/** Loop that a hose belongs to: condensate, facility where it reaches plate CD, else technology. */
interface Loop {
  readonly fluid: string
  readonly line_no: string
  readonly temperature_c: number
  readonly pressure_bar: number
  readonly main_flow_lpm: number
  readonly coolant: Cooling['technology_coolant'] | null
}

export function loopOf(from: AssemblyPort, to: AssemblyPort, cooling: Cooling): Loop {
  const line = (service: string): Cooling['lines'][number] | undefined =>
    cooling.lines.find((l) => l.service === service)
  if (from.service === 'drain')
    return {
      fluid: 'condensate',
      line_no: line('CON')?.line_no ?? 'CON',
      temperature_c: line('CON')?.temperature_c ?? 15,
      pressure_bar: 1,
      main_flow_lpm: 0,
      coolant: null,
    }
  const facility = [from, to].some((p) => p.interface?.plate_id === 'CD')
  const supply = from.service === 'coolant_supply'
  const service = facility ? (supply ? 'FWSS' : 'FWSR') : supply ? 'TCSS' : 'TCSR'
  const coolant = facility ? cooling.facility_coolant : cooling.technology_coolant
  return {
    fluid: coolant.name,
    line_no: line(service)?.line_no ?? service,
    temperature_c: line(service)?.temperature_c ?? cooling.technology_supply_c,
    pressure_bar: line(service)?.design_pressure_bar ?? 6,
    main_flow_lpm: facility ? cooling.facility_flow_lpm : cooling.technology_flow_lpm,
    coolant,
  }
}

export function flowOf(source: Source, loop: Loop, length: RunLength, cooling: Cooling): FlowDesign {
  const dn = source.hose?.dn ?? 0
  const share = dn < MAIN_HOSE_DN ? NODES_PER_CONTAINER : 1
  return hoseFlow({
    flow_lpm: source.hose?.flow_lpm ?? loop.main_flow_lpm / share,
    inner_diameter_mm: dn,
    dn,
    coolant: loop.coolant ?? cooling.technology_coolant,
    length_m: length.cut_m,
    temperature_c: loop.temperature_c,
    design_pressure_bar: loop.pressure_bar,
  })
}
