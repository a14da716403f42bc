import type { BlockElectrical, Breaker, Trip } from '@edp/schemas'

import { batteryFeeders } from './earth-sources.ts'
import { lvMeteringCt } from './instrument-transformers.ts'

/**
 * Relays and meters of the grid container by the circuit that they stand in, as its topology.yaml names them: one relay
 * each for incomer, transformer feeders and collectors, read over the first of them. Meters stand at the utility and at the on-site source,
 * which a block has one of, at the main of each section, so that together they measure all that the block takes, and at both feeders of the
 * auxiliaries.
 */
const DEVICES = {
  utility: { relay: 'station relay', relay_tag: 'rly-pcc', meter_tag: 'mtr-rev' },
  on_site: { meter_tag: 'mtr-src' },
  transformer: { relay: 'station relay', relay_tag: 'rly-cmp' },
  collector: { relay: 'station relay', relay_tag: 'rly-bess' },
} as const satisfies Record<string, Partial<Pick<Breaker, 'relay' | 'relay_tag' | 'meter_tag'>>>

/**
 * A block whose breakers know their relays, their meters and what else they trip. A fault in a transformer opens both of
 * its breakers (IEEE C37.91 practice); an incomer that fails to open takes every other source of the bus with it (IEEE
 * C37.119 practice). An earth fault on an island opens its sources, batteries and plants, and leaves the earthing transformer
 * closed until they are off. The customer's switchgear has no device in the manifest.
 */
export function withProtectionDevices(block: BlockElectrical): BlockElectrical {
  const supplied = block.mv_bus?.scope !== 'by_others'
  const fit = (breaker: Breaker, place: keyof typeof DEVICES, here: boolean): Breaker =>
    supplied && here ? { ...breaker, ...DEVICES[place] } : breaker
  const metered = (breaker: Breaker, meter_tag: string): Breaker =>
    supplied ? withMeter({ ...breaker, meter_tag }) : breaker
  const collectors = block.bess_branches.map((branch) => branch.breaker.tag)
  const islanded = batteryFeeders(block)
  const sources = [...block.supplies.map((supply) => supply.breaker.tag), ...collectors]
  const { earthing_transformer: earthing } = block
  return {
    ...block,
    supplies: block.supplies.map((supply) => ({
      ...supply,
      breaker: fit(
        {
          ...supply.breaker,
          trips: opening(
            ['50BF', '86BF'],
            sources.filter((tag) => tag !== supply.breaker.tag),
          ),
        },
        supply.kind === 'utility' ? 'utility' : 'on_site',
        true,
      ),
    })),
    earthing_transformer:
      earthing === null
        ? null
        : { ...earthing, breaker: { ...earthing.breaker, trips: opening(['51G'], islanded) } },
    transformers: block.transformers.map((transformer, index) => ({
      ...transformer,
      primary_breaker: fit(
        { ...transformer.primary_breaker, trips: opening(['86'], [transformer.secondary_breaker.tag]) },
        'transformer',
        index === 0,
      ),
      secondary_breaker: metered(transformer.secondary_breaker, `mtr-cmp-${index + 1}`),
    })),
    feeders: block.feeders.map((feeder) => ({
      ...feeder,
      breaker:
        feeder.kind === 'auxiliary'
          ? metered(feeder.breaker, `mtr-aux-${feeder.system === 'B' ? 'b' : 'a'}`)
          : feeder.breaker,
    })),
    bess_branches: block.bess_branches.map((branch, index) => ({
      ...branch,
      breaker: fit(branch.breaker, 'collector', index === 0),
    })),
  }
}

/** A low-voltage breaker whose meter has current transformers; its trip unit has sensors of its own. */
function withMeter(breaker: Breaker): Breaker {
  const { ratio, accuracy } = lvMeteringCt(breaker.trip_a)
  return { ...breaker, ct_ratio: ratio, ct_accuracy: accuracy }
}

function opening(functions: readonly string[], opens: readonly string[]): Trip[] {
  return opens.length === 0 ? [] : [{ functions, opens }]
}
