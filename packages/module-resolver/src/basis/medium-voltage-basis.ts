import type { Basis, BlockElectrical } from '@edp/schemas'

import {
  availableVoltage,
  LEAST_PICKUP,
  primaryOf,
  RELAY_BURDEN_OHM,
  secondaryVoltage,
} from '../electrical/instrument-transformers.ts'

/** Working of supplies, current transformers, arresters, earthing transformer and bonding jumpers of a block. */
export function mediumVoltageBasis(block: BlockElectrical): Basis[] {
  return [
    ...supplyBasis(block),
    ...currentTransformerBasis(block),
    ...earthingBasis(block),
    ...jumperBasis(block),
  ]
}

function supplyBasis(block: BlockElectrical): Basis[] {
  return block.supplies.flatMap((supply): Basis[] => [
    {
      rule_id: 'EL-SUPPLY-01',
      quantity: `Current of ${supply.kind} supply, breaker and cable`,
      applies_to: block.block_id,
      value: supply.design_current_a,
      unit: 'A',
      formula: 'larger of what flows in and out / (sqrt 3 U)',
      inputs: { in_kva: supply.rated_kva, out_kva: supply.export_kva, voltage_v: supply.voltage_v },
      source: 'in: demand with charging; out: battery or on-site source, where the utility takes power',
    },
    {
      rule_id: 'EL-SPD-01',
      quantity: `Arresters at the ${supply.kind} incomer`,
      applies_to: block.block_id,
      value: `${supply.arrester.rated_kv} kV, MCOV ${supply.arrester.mcov_kv} kV`,
      unit: '',
      formula: 'line-to-line voltage where a battery may feed the bus alone, else effectively grounded',
      inputs: { battery: block.bess_branches.length > 0 ? 'yes' : 'no' },
      source: 'IEEE C62.22',
    },
  ])
}

function currentTransformerBasis(block: BlockElectrical): Basis[] {
  const ka = block.mv_bus?.short_circuit_ka ?? 0
  const breakers = [
    ...block.supplies.map((supply) => supply.breaker),
    ...block.transformers.map((transformer) => transformer.primary_breaker),
    ...block.bess_branches.map((branch) => branch.breaker),
  ]
  const alike = new Map(breakers.map((breaker) => [`${breaker.ct_ratio} ${breaker.ct_accuracy}`, breaker]))
  return [...alike.values()].flatMap(({ ct_ratio, ct_accuracy }): Basis[] => {
    if (ct_ratio === null || ct_accuracy === null) return []
    const primaryA = primaryOf(ct_ratio)
    return [
      {
        rule_id: 'EL-CT-01',
        quantity: `Relay cores ${ct_ratio}`,
        applies_to: block.block_id,
        value: ct_accuracy,
        unit: '',
        formula: 'Isc / turns x (winding + burden) <= class + 100 A x winding; 51 picks up at 5 % or more',
        inputs: {
          short_circuit_ka: ka,
          burden_ohm: RELAY_BURDEN_OHM,
          needed_v: Math.round(secondaryVoltage(primaryA, ka)),
          available_v: Math.round(availableVoltage(primaryA, Number(ct_accuracy.slice(1)))),
          least_pickup_a: primaryA * LEAST_PICKUP,
        },
        source: 'IEEE C57.13, C37.110; burden and winding: assumption; dc component: coordination study',
      },
    ]
  })
}

function earthingBasis({ block_id, earthing_transformer: earthing }: BlockElectrical): Basis[] {
  if (earthing === null) return []
  return [
    {
      rule_id: 'EL-EARTH-03',
      quantity: 'Earthing transformer',
      applies_to: block_id,
      value: `${earthing.reactance_ohm} ohm, ${earthing.short_time_kva} kVA for ${earthing.duration_s} s, ${earthing.continuous_kva} kVA continuous`,
      unit: '',
      formula: 'X0 = 3 x V / I; V x I for the time; continuous share 0.064',
      inputs: { neutral_a: earthing.neutral_a, voltage_v: earthing.voltage_v },
      source: 'IEEE C62.92.2 low-resistance practice, IEEE 32: assumption',
    },
  ]
}

function jumperBasis(block: BlockElectrical): Basis[] {
  const [transformer] = block.transformers
  if (transformer?.bonding_jumper_awg == null) return []
  return [
    {
      rule_id: 'EL-EARTH-02',
      quantity: 'System bonding jumper of a transformer',
      applies_to: block.block_id,
      value: transformer.bonding_jumper_awg,
      unit: '',
      formula: 'table up to 1100 kcmil of a phase, above it 12.5 % of its area',
      inputs: { cable: transformer.secondary_connection_id ?? '' },
      source: 'NEC 250.102(C)(1), 250.30(A)(1)',
    },
  ]
}
