import type { Connection, HoseDetail, PipeLine, SiteModule } from '@edp/schemas'

import { lineOf } from '../cooling/cooling-lines.ts'
import { PLASTIC_MAX_C } from '../cooling/line-draft.ts'
import { WATER } from '../cooling/glycol-table.ts'
import { pipeOf } from '../cooling/pipe-table.ts'
import { lineNumber } from './compute-connections.ts'
import { hoseId } from './connection-id.ts'
import { connection } from './connection-parts.ts'
import { hoseFlow } from './hose-flow.ts'
import { pipeLength, routeBetween } from './lengths.ts'
import { mated, modulesOf, moduleOf, type Wiring } from './wiring.ts'

/** Line of the make-up water, area 1. */
const LINE = '111'
/** Rating of HDPE SDR11 pipe (PE100), bar gauge, and its least burst ratio. Source: EN 12201 PN16, design coefficient 1.25. */
const PIPE = { rated_bar: 16, burst_ratio: 1.25, min_c: -20 } as const

/** Make-up water to each heat rejection unit that takes it: BY OTHERS from their main to the union at the unit. */
export function waterConnections(wiring: Wiring): Connection[] {
  const [main] = modulesOf(wiring, 'site_water')
  if (main === undefined) return []
  return modulesOf(wiring, 'heat_rejection_unit').map((cooler) => waterPipe(wiring, main, cooler))
}

function waterPipe(wiring: Wiring, main: SiteModule, cooler: SiteModule): Connection {
  const line = lineOf(wiring.cooling.lines, LINE)
  const length = pipeLength(routeBetween(main, cooler))
  const container = moduleOf(wiring, cooler.parent_module_id ?? '')
  return connection({
    connection_id: hoseId(cooler.designation, '11'),
    medium: 'pipe',
    service: 'water',
    description: `Make-up water of ${cooler.designation}, BY OTHERS up to the union at HV-107`,
    scope: 'by_others',
    block_id: wiring.block.block_id,
    ...mated(wiring, main, cooler, 'MW1'),
    length,
    hose: waterPipeDetail(line, lineNumber(line.line_no, container)),
    flow: hoseFlow({
      flow_lpm: line.flow_lpm,
      inner_diameter_mm: line.inner_diameter_mm,
      dn: line.dn,
      coolant: WATER,
      length_m: length.cut_m,
      temperature_c: line.temperature_c,
      design_pressure_bar: line.design_pressure_bar,
    }),
  })
}

function waterPipeDetail(line: PipeLine, line_no: string): HoseDetail {
  return {
    type: 'HDPE pipe SDR11',
    line_no,
    fluid: line.fluid,
    dn: line.dn,
    inner_diameter_mm: pipeOf(line.dn).inner_diameter_mm,
    material: 'PE100',
    reinforcement: 'none',
    working_pressure_bar: PIPE.rated_bar,
    burst_pressure_bar: PIPE.rated_bar * PIPE.burst_ratio,
    test_pressure_bar: line.design_pressure_bar * 1.5,
    temperature_min_c: PIPE.min_c,
    temperature_max_c: PLASTIC_MAX_C,
    min_bend_radius_mm: 0,
    coupling: `union DN${line.dn}`,
    dry_break: false,
    insulation: 'none',
  }
}
