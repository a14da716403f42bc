import { roundTo, type BlockElectrical, type Finding } from '@edp/schemas'

import { MV_FAULT_SHARE } from '../electrical/breakers.ts'
import { lineUpPanels } from '../electrical/line-up.ts'
import { LV_INTERRUPTING_KA, MV_FRAME_A, MV_INTERRUPTING_KA } from '../electrical/standard-ratings.ts'
import { boardFindings } from './board-findings.ts'
import { cableFindings, ductBankFindings, incomerFindings } from './cable-findings.ts'
import { finding } from './checks.ts'
import { entranceFindings } from './entrance-findings.ts'
import type { FindingsInput } from './findings-input.ts'
import { islandFindings } from './island-findings.ts'
import { portFindings } from './port-findings.ts'
import { redundancyInside } from './redundancy-findings.ts'
import { selectivityFindings } from './selectivity-findings.ts'
import { counted, plural } from './counted.ts'

/** A breaker trips without delay from about this multiple of its rating. Source: `assumption`, common trip units. */
const INSTANTANEOUS = 5

/** Checks of the electrical design. */
export function electricalFindings(input: FindingsInput): Finding[] {
  return [
    ...cableFindings(input),
    ...portFindings(input),
    ...entranceFindings(input),
    ...incomerFindings(input),
    ...faultFindings(input),
    ...redundancyFindings(input),
    ...islandFindings(input),
    ...busFindings(input),
    ...boardFindings(input),
    ...selectivityFindings(input),
    ...ductBankFindings(input),
    ...redundancyInside(input),
    ...scopeFindings(input),
  ]
}

function faultFindings({ electrical }: FindingsInput): Finding[] {
  const lvMax = Math.max(...LV_INTERRUPTING_KA)
  const mvMax = Math.max(...MV_INTERRUPTING_KA)
  const strong = electrical.blocks.flatMap((b) => [
    ...(b.mv_bus !== null && b.mv_bus.short_circuit_ka > mvMax ? [b.mv_bus] : []),
    ...b.lv_buses.filter((bus) => bus.short_circuit_ka > lvMax),
  ])
  const weak = electrical.blocks.filter(isInverterOnly)
  const near = electrical.blocks.flatMap(({ mv_bus: bus }) =>
    bus !== null && bus.short_circuit_ka > MV_FAULT_SHARE * bus.withstand_ka && bus.short_circuit_ka <= mvMax
      ? [bus]
      : [],
  )
  return [
    ...(near.length === 0
      ? []
      : [
          finding(
            'EL-020',
            `${near.length} medium-voltage bus(es) see more than ${MV_FAULT_SHARE * 100} % of the rating of the switchgear, up to ${Math.max(...near.map((b) => b.short_circuit_ka))} of ${mvMax} kA: X/R at the bus has to be 17 or less.`,
            near.map((b) => b.tag),
            { largest_ka: Math.max(...near.map((b) => b.short_circuit_ka)), limit_ka: mvMax },
          ),
        ]),
    ...(strong.length === 0
      ? []
      : [
          finding(
            'EL-003',
            `${strong.length} bus(es) see more short-circuit current than the largest standard switchgear, up to ${Math.max(...strong.map((b) => b.short_circuit_ka))} kA.`,
            strong.map((b) => b.tag),
            {
              largest_ka: Math.max(...strong.map((b) => b.short_circuit_ka)),
              mv_limit_ka: mvMax,
              lv_limit_ka: lvMax,
            },
          ),
        ]),
    ...(weak.length === 0
      ? []
      : [
          finding(
            'EL-007',
            `${counted(weak.length, 'block')} ${plural(weak.length, 'is', 'are')} fed by inverters only; the fault current at the LV bus may stay below ${INSTANTANEOUS} times the main breaker.`,
            weak.map((b) => b.block_id),
            {
              blocks: weak.length,
              lowest_ka: Math.min(...weak.flatMap((b) => b.lv_buses.map((bus) => bus.short_circuit_ka))),
            },
          ),
        ]),
  ]
}

function isInverterOnly(block: BlockElectrical): boolean {
  return (
    block.supplies.every((s) => s.kind === 'solar') &&
    block.transformers.some((t) => t.short_circuit_ka * 1000 < INSTANTANEOUS * t.secondary_breaker.trip_a)
  )
}

function redundancyFindings({ electrical }: FindingsInput): Finding[] {
  const single = electrical.blocks.filter((b) => b.transformers.length === 1)
  const several = electrical.blocks.filter((b) => {
    const left = b.transformers.slice(1).reduce((sum, t) => sum + t.rating_kva, 0)
    return b.transformers.length > 1 && left < b.demand_kva
  })
  return [
    ...(single.length === 0
      ? []
      : [
          finding(
            'EL-004',
            `In ${counted(single.length, 'block')} the A and B feeders come from one transformer.`,
            single.map((b) => b.block_id),
            { blocks: single.length },
          ),
        ]),
    ...(several.length === 0
      ? []
      : [
          finding(
            'EL-005',
            `In ${counted(several.length, 'block')} the demand is above the transformers that are left when one is out of service.`,
            several.map((b) => b.block_id),
            { blocks: several.length },
          ),
        ]),
  ]
}

/** Panels of the catalogue's medium-voltage switchgear, and currents above any. */
function busFindings({ electrical, grid }: FindingsInput): Finding[] {
  const largest = Math.max(...MV_FRAME_A)
  const above = electrical.blocks.filter((b) => b.supplies.some((s) => s.design_current_a > largest))
  const panels = grid?.components.find((c) => c.kind === 'mv_switchgear')?.panels_count
  const positions = electrical.blocks.map(lineUpPanels)
  const most = Math.max(...positions)
  return [
    ...(panels === undefined || most <= panels
      ? []
      : [
          finding(
            'EL-011',
            `Breakers, isolators, voltage transformers and earthing transformer of a block take up to ${most} medium-voltage panels, two-high; the switchgear of the catalogue has ${panels}.`,
            electrical.blocks.filter((_, i) => (positions[i] ?? 0) > panels).map((b) => b.mv_bus?.tag ?? ''),
            { panels_needed: most, panels },
          ),
        ]),
    ...(above.length === 0
      ? []
      : [
          finding(
            'EL-006',
            `The medium-voltage bus of ${counted(above.length, 'block')} carries more than ${largest} A.`,
            above.map((b) => b.block_id),
            {
              limit_a: largest,
              largest_a: roundTo(
                Math.max(...above.flatMap((b) => b.supplies.map((s) => s.design_current_a))),
                0,
              ),
            },
          ),
        ]),
  ]
}

function scopeFindings({ resolution, electrical }: FindingsInput): Finding[] {
  if (resolution.grid_container_present) return []
  const heads = electrical.blocks.map((b) => b.mv_bus?.tag ?? b.block_id)
  return [
    finding(
      'EL-009',
      'Without a battery there is no grid container: switchgear, transformers and protection are BY OTHERS, with the ratings that the single line diagram requires.',
      heads,
      { blocks: electrical.blocks.length },
    ),
  ]
}
