import type { BessBranchUnit, SiteItem } from '@edp/schemas'

import { siteItem, type ItemsInput } from './items-input.ts'

/** Ring main units of the battery skids by rating: it follows the bus of their block, and blocks may differ. */
export function ringMainItems(input: ItemsInput): SiteItem[] {
  const skids = new Map<string, string[]>()
  for (const unit of input.electrical.blocks.flatMap((b) => b.bess_branches.flatMap((x) => x.units))) {
    const rating = ringMainRating(unit)
    skids.set(rating, [...(skids.get(rating) ?? []), unit.skid_module_id])
  }
  return [...skids].map(([rating, module_ids], index) =>
    siteItem(input, {
      item_id: index === 0 ? 'bess_skid/ring-main' : `bess_skid/ring-main-${index + 1}`,
      parent_item_id: 'bess_skid',
      level: 'part',
      category: 'power',
      module_kind: 'bess_skid',
      module_ids,
      description: 'Ring main unit RMU of the battery skid: two ring switches and transformer breaker',
      rating,
      scope: 'bought_in',
      unit: 'ea',
      quantity_per_module: 1,
      quantity: module_ids.length,
      spec_ref: 'BE-RMU-01',
    }),
  )
}

function ringMainRating({ ring_main: { rating_a, short_circuit_ka, breaker } }: BessBranchUnit): string {
  const { earth_fault: earth } = breaker
  const trip = `${breaker.functions.join(' ')}, ${breaker.trip_a} A pick-up${earth === null ? '' : `, ${earth.function} ${earth.pickup_a} A, ${earth.delay_s} s`}`
  const core = earth?.core_balance_ct ?? null
  const around =
    core === null
      ? ''
      : `, one around all phases for ${earth?.function ?? ''} (CBCT ${core.ratio} A, ${core.accuracy})`
  return `13.8 kV, load-break switches with earthing 89-KnnA and 89-KnnB ${rating_a} A, ${short_circuit_ka} kA; breaker 52-KnnH ${breaker.frame_a} A, ${breaker.interrupting_ka} kA, ${breaker.poles}P, ${breaker.relay} with ring cores of its own${around}, ${trip}`
}
