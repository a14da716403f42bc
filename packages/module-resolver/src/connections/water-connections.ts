import type { Connection, HoseDetail, PipeLine, SiteModule } from '@edp/schemas'

import { hasLine, lineOf } from '../cooling/cooling-lines.ts'
import { DRAIN_FALL } from '../cooling/drain-fall.ts'
import { PLASTIC_MAX_C, testPressure } from '../cooling/line-draft.ts'
import { plasticPipeType } from '../cooling/pipe-table.ts'
import { WATER } from '../cooling/glycol-table.ts'
import { lineNumber } from './compute-connections.ts'
import { hoseId } from './connection-id.ts'
import { connection } from './connection-parts.ts'
import { hoseFlow } from './hose-flow.ts'
import { gullyLength, pipeLength, routeBetween } from './lengths.ts'
import { mated, modulesOf, moduleOf, onlyOf, type Wiring } from './wiring.ts'

/** Lines of the water of the pads, area 1. */
const LINES = { make_up: '111', bleed: '122' } as const
/** Where a unit gives off what it bleeds. */
const BLEED_SLOT = 'BD1'
/** Rating of HDPE SDR11 pipe (PE100), bar gauge, and its least burst ratio. Source: EN 12201 PN16, design coefficient 1.25. */
const PIPE = { rated_bar: 16, burst_ratio: 1.25, min_c: -20 } as const

/** Make-up water to each heat rejection unit that takes it: BY OTHERS from their main to the union at the unit. */
export function waterConnections(wiring: Wiring): Connection[] {
  const [main] = modulesOf(wiring, 'site_water')
  if (main === undefined) return []
  return modulesOf(wiring, 'heat_rejection_unit').map((cooler) =>
    waterPipe(wiring, cooler, {
      suffix: '11',
      service: 'water',
      description: `Make-up water of ${cooler.designation}, BY OTHERS up to the union at HV-107`,
      line: lineOf(wiring.cooling.lines, LINES.make_up),
      ends: mated(wiring, main, cooler, 'MW1'),
      length: pipeLength(routeBetween(main, cooler)),
    }),
  )
}

/** What each unit bleeds, from its union to the gully of the site drain beside it, where the unit has one: BY OTHERS. */
export function bleedConnections(wiring: Wiring): Connection[] {
  const { lines } = wiring.cooling
  const ports = wiring.ports.get('heat_rejection_unit')?.all ?? []
  if (!hasLine(lines, LINES.bleed) || !ports.some((port) => port.interface.slot === BLEED_SLOT)) return []
  const drain = onlyOf(wiring, 'site_drain')
  return modulesOf(wiring, 'heat_rejection_unit').map((cooler) =>
    waterPipe(wiring, cooler, {
      suffix: '12',
      service: 'drain',
      description: `Bleed of the pads of ${cooler.designation}, BY OTHERS from the union of the unit, falls 1 in ${DRAIN_FALL}`,
      line: lineOf(lines, LINES.bleed),
      ends: mated(wiring, cooler, drain, BLEED_SLOT),
      length: gullyLength('heat rejection unit'),
    }),
  )
}

/** What differs between the water pipes of a unit. */
interface WaterPipe {
  readonly suffix: string
  readonly service: Connection['service']
  readonly description: string
  readonly line: PipeLine
  readonly ends: Pick<Connection, 'from' | 'to'>
  readonly length: Connection['length']
}

function waterPipe(wiring: Wiring, cooler: SiteModule, pipe: WaterPipe): Connection {
  const { suffix, service, description, line, ends, length } = pipe
  const container = moduleOf(wiring, cooler.parent_module_id ?? '')
  return connection({
    connection_id: hoseId(cooler.designation, suffix),
    medium: 'pipe',
    service,
    description,
    scope: 'by_others',
    block_id: wiring.block.block_id,
    ...ends,
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
    type: plasticPipeType(line.dn),
    line_no,
    fluid: line.fluid,
    dn: line.dn,
    inner_diameter_mm: line.inner_diameter_mm,
    material: 'PE100',
    reinforcement: 'none',
    working_pressure_bar: PIPE.rated_bar,
    burst_pressure_bar: PIPE.rated_bar * PIPE.burst_ratio,
    test_pressure_bar: testPressure(line.design_pressure_bar),
    temperature_min_c: PIPE.min_c,
    temperature_max_c: PLASTIC_MAX_C,
    min_bend_radius_mm: 0,
    coupling: `union DN${line.dn}`,
    dry_break: false,
    dry_break_ends: [],
    reducer_dn: null,
    insulation: 'none',
  }
}
