import type { BlockElectrical, Breaker, CurrentTransformer, Scope, SiteItem } from '@edp/schemas'

import { countByBlock } from './count-by-block.ts'
import { incomerMeter, type Counted } from './incomer-meter.ts'
import { siteItem, type ItemsInput } from './items-input.ts'

/** All breakers of the switchgear of a block that may have instrument transformers. */
function switchgearBreakers(block: BlockElectrical): Breaker[] {
  return [
    ...block.supplies.map((supply) => supply.breaker),
    ...(block.earthing_transformer === null ? [] : [block.earthing_transformer.breaker]),
    ...block.transformers.flatMap((t) => [t.primary_breaker, t.secondary_breaker]),
    ...block.bess_branches.map((branch) => branch.breaker),
  ]
}

/**
 * Instrument transformers, arresters, isolators and neutral resistors. Those of medium voltage name their breakers; what else
 * is alike in rating and number in a block is one line for all such blocks. The voltage transformers of our own bus come
 * with the catalogue's switchgear.
 */
export function instrumentItems(input: ItemsInput): SiteItem[] {
  return [...voltageTransformers(input), ...countedItems(input)]
}

/** Medium-voltage sets of voltage transformers: one line for a block, which names the breakers that have them. */
function voltageTransformers(input: ItemsInput): SiteItem[] {
  return input.electrical.blocks.flatMap((block) => {
    const bus = block.mv_bus?.scope === 'by_others' ? [block.mv_bus] : []
    const own = [...bus, ...switchgearBreakers(block)].filter(isMediumVoltage)
    const [first] = own
    return first === undefined
      ? []
      : [
          siteItem(input, {
            item_id: `${block.block_id}/VT`,
            parent_item_id: first.scope === 'by_others' ? null : 'grid_container',
            level: 'equipment',
            category: 'power',
            block_id: block.block_id,
            module_ids: [block.mv_bus?.module_id ?? ''],
            description: `Voltage transformers, set of three, of ${own.map((place) => place.tag).join(', ')}`,
            rating: `${first.vt_ratio ?? ''} V, YNyn earthed on both sides, class 0.3, fuses on both sides`,
            scope: first.scope,
            unit: 'set',
            quantity_per_module: own.length,
            quantity: own.length,
            spec_ref: 'EL-VT-01',
          }),
        ]
  })
}

function isMediumVoltage({ voltage_v, vt_ratio }: Pick<Breaker, 'voltage_v' | 'vt_ratio'>): boolean {
  return voltage_v > 1000 && vt_ratio !== null
}

function countedItems(input: ItemsInput): SiteItem[] {
  const groups = countByBlock(input.electrical.blocks, countedOf, (counted) => JSON.stringify(counted))
  return groups.map(({ one: counted, per_block, heads }, index) =>
    siteItem(input, {
      item_id: `instrument-${index + 1}`,
      parent_item_id: counted.scope === 'by_others' ? null : 'grid_container',
      level: 'equipment',
      category: 'power',
      module_kind: counted.scope === 'by_others' ? 'customer_switchgear' : 'grid_container',
      module_ids: heads,
      description: counted.what,
      rating: counted.rating,
      scope: counted.scope,
      unit: counted.unit,
      quantity_per_module: per_block,
      quantity: per_block * heads.length,
      spec_ref: counted.spec_ref,
    }),
  )
}

/** Everything of a block that is counted by rating. */
function countedOf(block: BlockElectrical): Counted[] {
  const cores = (what: string, ct: CurrentTransformer | null, own: Scope, rule = 'EL-CT-01'): Counted[] =>
    ct === null
      ? []
      : [
          {
            what: `Current transformers ${what}, set of three, with shorting block`,
            rating: `${ct.ratio} A, ${ct.accuracy}`,
            unit: 'set',
            spec_ref: rule,
            scope: own,
          },
        ]
  const meterCores = (breaker: Breaker): Counted[] =>
    cores('of a meter at 480 V', coreOf(breaker), breaker.scope, 'EL-CT-02')
  const earthing = block.earthing_transformer
  return [
    ...switchgearBreakers(block).flatMap((breaker): Counted[] => [
      ...(breaker.vt_ratio === null || isMediumVoltage(breaker)
        ? []
        : [
            {
              what: 'Voltage transformers of a low-voltage main, set of three, fused on both sides',
              rating: `${breaker.vt_ratio} V`,
              unit: 'set' as const,
              spec_ref: 'EL-VT-01',
              scope: breaker.scope,
            },
          ]),
      ...(breaker.voltage_v > 1000
        ? [
            ...cores('of a medium-voltage breaker, relay core', coreOf(breaker), breaker.scope),
            ...coreBalance(breaker),
          ]
        : meterCores(breaker)),
    ]),
    ...block.feeders.flatMap(({ breaker }) => meterCores(breaker)),
    ...block.supplies.flatMap((supply): Counted[] => [
      ...cores('of an incomer, metering core', supply.metering_ct, supply.breaker.scope, 'EL-CT-02'),
      ...incomerMeter(supply),
      {
        what: 'Surge arresters of an incomer, set of three',
        rating: `${supply.voltage_v / 1000} kV system, ${supply.arrester.rated_kv} kV, MCOV ${supply.arrester.mcov_kv} kV`,
        unit: 'set',
        spec_ref: 'EL-SPD-01',
        scope: supply.breaker.scope,
      },
      {
        what: 'Isolating switch 89 of an incomer, three poles, locked in both positions',
        rating: `${supply.voltage_v} V, ${supply.isolator_a} A, ${supply.isolator_ka} kA`,
        unit: 'ea',
        spec_ref: 'EL-BREAKER-01',
        scope: supply.breaker.scope,
      },
    ]),
    ...(earthing === null
      ? []
      : [
          {
            what: 'Current transformer in the neutral of the earthing transformer',
            rating: `${earthing.neutral_ct.ratio} A, ${earthing.neutral_ct.accuracy}`,
            unit: 'ea' as const,
            spec_ref: 'EL-CT-01',
            scope: earthing.scope,
          },
          {
            what: 'Neutral earthing resistor NGR of the earthing transformer',
            rating: `${earthing.resistor.resistance_ohm} ohm, ${earthing.resistor.voltage_v} V, ${earthing.resistor.current_a} A for ${earthing.resistor.duration_s} s`,
            unit: 'ea' as const,
            spec_ref: 'EL-EARTH-03',
            scope: earthing.scope,
          },
        ]),
  ]
}

/** The core around the cable of a breaker, for 51G. */
function coreBalance({ earth_fault, scope }: Breaker): Counted[] {
  const ct = earth_fault?.core_balance_ct ?? null
  return ct === null
    ? []
    : [
        {
          what: 'Core-balance current transformer around the cable of a medium-voltage breaker, for 51G',
          rating: `${ct.ratio} A, ${ct.accuracy}`,
          unit: 'ea',
          spec_ref: 'EL-CT-01',
          scope,
        },
      ]
}

function coreOf({ ct_ratio, ct_accuracy }: Breaker): CurrentTransformer | null {
  return ct_ratio === null || ct_accuracy === null ? null : { ratio: ct_ratio, accuracy: ct_accuracy }
}
