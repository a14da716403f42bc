import type { BlockElectrical, Breaker } from '@edp/schemas'

/**
 * Compartments of a panel of metal-clad switchgear: two-high up to this current, A; a larger breaker takes a panel alone. Source:
 * `assumption`, 15 kV product lines of IEEE C37.20.2.
 */
const TWO_HIGH_A = 1200

/**
 * Panels that the medium-voltage line-up of a block takes: a compartment for every breaker, isolator and set of voltage
 * transformers, a panel for the earthing transformer with its resistor.
 */
export function lineUpPanels(block: BlockElectrical): number {
  const breakers = breakersOf(block)
  const voltage = [...breakers, ...(block.mv_bus === null ? [] : [block.mv_bus])]
  const halves =
    breakers.reduce((sum, { frame_a }) => sum + (frame_a > TWO_HIGH_A ? 2 : 1), 0) +
    voltage.filter(({ vt_ratio }) => vt_ratio !== null).length +
    block.supplies.reduce((sum, { isolator_a }) => sum + (isolator_a > TWO_HIGH_A ? 2 : 1), 0)
  return Math.ceil(halves / 2) + (block.earthing_transformer === null ? 0 : 1)
}

function breakersOf(block: BlockElectrical): Breaker[] {
  return [
    ...block.supplies.map((supply) => supply.breaker),
    ...(block.earthing_transformer === null ? [] : [block.earthing_transformer.breaker]),
    ...block.transformers.map((transformer) => transformer.primary_breaker),
    ...block.bess_branches.map((branch) => branch.breaker),
  ]
}
