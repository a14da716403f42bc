import { roundTo, type Coolant, type PipeLine } from '@edp/schemas'

import { pipeOf, type PipeSize } from './pipe-table.ts'
import { pipeFlow } from './pressure-drop.ts'

interface PipeLinesInput {
  readonly technology: Coolant
  readonly facility: Coolant
  readonly technologyPipe: PipeSize
  readonly facilityPipe: PipeSize
  readonly technologyFlow: number
  readonly facilityFlow: number
  readonly setpoint: number
  readonly facilitySupply: number
  readonly tracing: boolean
}

/** Design pressures, bar gauge: technology 6, facility 10 (design choice). */
const PRESSURE = { technology: 6, facility: 10, open: 1 }

/** Line list of one container. Number: size-service-area, container, line-class-insulation-tracing. */
export function pipeLines(input: PipeLinesInput): PipeLine[] {
  const { technology, facility, technologyPipe, facilityPipe, technologyFlow, facilityFlow } = input
  const line = (service: string, area: number, sequence: string, description: string, from: string, to: string, pipe: PipeSize, coolant: Coolant, flow: number, temperature_c: number, design_pressure_bar: number, outdoor: boolean): PipeLine => {
    const { velocity_m_s, pressure_drop_pa_per_m } = pipeFlow(flow, pipe.inner_diameter_mm, coolant)
    const insulation = outdoor ? 'IH' : 'N'
    const tracing = outdoor && input.tracing ? 'ET' : 'N'
    return {
      line_no: `DN${pipe.dn}-${service}-${area}{c}${sequence}-SS1A-${insulation}-${tracing}`,
      service, description, from, to,
      dn: pipe.dn,
      inner_diameter_mm: pipe.inner_diameter_mm,
      fluid: coolant.name,
      flow_lpm: roundTo(flow, 0),
      velocity_m_s: roundTo(velocity_m_s, 2),
      pressure_drop_pa_per_m: roundTo(pressure_drop_pa_per_m, 0),
      temperature_c, design_pressure_bar,
      pipe_class: 'SS1A', insulation, tracing,
    }
  }
  const small = pipeOf(25)
  const supply = input.setpoint
  return [
    line('FWSS', 1, '01', 'Facility supply, heat rejection unit to CDU', 'AC-101', 'HX-201', facilityPipe, facility, facilityFlow, input.facilitySupply, PRESSURE.facility, true),
    line('FWSR', 1, '02', 'Facility return, CDU to heat rejection unit', 'HX-201', 'AC-101', facilityPipe, facility, facilityFlow, input.facilitySupply + 10, PRESSURE.facility, true),
    line('TCSS', 2, '01', 'Technology supply, CDU to manifold', 'HX-201', 'MF-201S', technologyPipe, technology, technologyFlow, supply, PRESSURE.technology, false),
    line('TCSR', 2, '02', 'Technology return, manifold to CDU', 'MF-201R', 'HX-201', technologyPipe, technology, technologyFlow, supply + 10, PRESSURE.technology, false),
    line('GF', 2, '03', 'Glycol fill, tank to technology return', 'V-201', 'P-203', small, technology, 0, 20, PRESSURE.technology, false),
    line('DR', 2, '04', 'Relief and drain to drip tray', 'PSV-201', 'drip tray', small, technology, 0, supply, PRESSURE.open, false),
    line('CON', 3, '01', 'Condensate of the air units', 'CRAH-301A/B/C', 'EX-C DR1', small, technology, 0, 15, PRESSURE.open, false),
  ]
}
