import { roundTo, type Basis, type BlockElectrical } from '@edp/schemas'

import { OVERVOLTAGE_10S } from '../electrical/arresters.ts'
import { earthFaultCurrent } from '../electrical/earthing-transformer.ts'
import { leastFaultRatio } from '../electrical/island-protection.ts'
import { LEAST_RATIO, MOST_OF_SOURCE } from '../electrical/grading.ts'
import {
  availableVoltage,
  LEAST_PICKUP,
  primaryOf,
  RELAY_BURDEN_OHM,
  secondaryVoltage,
} from '../electrical/instrument-transformers.ts'
import { earthFaultBasis } from './earth-fault-basis.ts'
import { neutralBasis } from './neutral-basis.ts'

/** Working of supplies, current transformers, arresters, earthing transformer and bonding jumpers of a block. */
export function mediumVoltageBasis(block: BlockElectrical): Basis[] {
  return [
    ...supplyBasis(block),
    ...gradingBasis(block),
    ...currentTransformerBasis(block),
    ...earthingBasis(block),
    ...earthFaultBasis(block),
    ...neutralBasis(block),
    ...islandBasis(block),
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
    ...(supply.machine === null
      ? []
      : [
          {
            rule_id: 'EL-SHORT-04',
            quantity: `Short-circuit power of the ${supply.kind} supply`,
            applies_to: block.block_id,
            value: supply.short_circuit_mva,
            unit: 'MVA',
            formula: 'rating of the machine / x", at most 300 MVA',
            inputs: { machine_kva: supply.machine.rating_kva, reactance_pu: supply.machine.reactance_pu },
            source: 'rating: source capacity, share of the block; x": assumption, supplier to confirm',
          },
        ]),
    {
      rule_id: 'EL-SPD-01',
      quantity: `Arresters at the ${supply.kind} incomer`,
      applies_to: block.block_id,
      value: `${supply.arrester.rated_kv} kV, MCOV ${supply.arrester.mcov_kv} kV`,
      unit: '',
      formula:
        'bus that runs without the utility: resistance earthed, 1.05 x U for 10 s at most 1.25 x MCOV; else effectively earthed',
      inputs: {
        battery: block.bess_branches.length > 0 ? 'yes' : 'no',
        overvoltage_kv: roundTo((1.05 * supply.voltage_v) / 1000, 2),
        withstand_10s_kv: roundTo(OVERVOLTAGE_10S * supply.arrester.mcov_kv, 2),
      },
      source:
        'IEEE C62.22; MCOV is below the line-to-line voltage: holds while 51G or 59N clears within 10 s; withstand: assumption, below makers curves',
    },
  ])
}

function gradingBasis({ block_id, supplies, bess_branches }: BlockElectrical): Basis[] {
  const breakers = [
    ...supplies.map(({ breaker, kind }) => ({ breaker, what: `${kind} incomer` })),
    ...bess_branches.slice(0, 1).map(({ breaker }) => ({ breaker, what: 'battery collector' })),
  ]
  return breakers.flatMap(({ breaker: { trip_a, grading }, what }): Basis[] =>
    grading === null
      ? []
      : [
          {
            rule_id: 'EL-GRADE-01',
            quantity: `Pick-up of 51 and its time, ${what}`,
            applies_to: block_id,
            value: `${trip_a} A, ${grading.delay_s} s`,
            unit: '',
            formula: `larger of 1.25 x current of load or machine and ${LEAST_RATIO} x largest setting behind it, next setting; not above ${MOST_OF_SOURCE} x the current of a machine, of a service or plant not above that or its cable; else by time`,
            inputs: {
              ...(grading.over === null ? {} : { ratio: grading.ratio ?? 0 }),
              graded_by_time: grading.by_time.length,
            },
            source:
              'IEEE C37.102 practice for machines, IEEE 242 for 0.3 s between relays; ratio: design choice',
          },
        ],
  )
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
        formula:
          'smallest primary from 125 % of the load on with Isc / turns x (winding + burden) <= class + 100 A x winding; 51 picks up at 5 % or more, below 10 % with relay inputs from 0.25 A on',
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
      quantity: 'Earthing transformer and neutral resistor',
      applies_to: block_id,
      value: `${earthing.resistor.tag} ${earthing.resistor.resistance_ohm} ohm, X0 at most ${earthing.reactance_ohm} ohm, ${earthing.short_time_kva} kVA for ${earthing.duration_s} s, ${earthing.continuous_kva} kVA continuous`,
      unit: '',
      formula:
        'R = V / I; R0 = 3 R, X0 at most 0.1 R0 (IEEE 142: at most 0.5); V x I for the time; continuous share 0.064',
      inputs: {
        neutral_a: earthing.neutral_a,
        phase_v: earthing.resistor.voltage_v,
        r0_ohm: 3 * earthing.resistor.resistance_ohm,
        fault_a: roundTo(earthFaultCurrent(earthing), 1),
      },
      source: 'IEEE 142 low-resistance earthing, IEEE C57.32: current and share assumption',
    },
  ]
}

function islandBasis({ block_id, island, transformers }: BlockElectrical): Basis[] {
  if (island === null) return []
  return [
    {
      rule_id: 'EL-ISLAND-01',
      quantity: 'Protection of a bus that inverters alone feed',
      applies_to: block_id,
      value: `setting group ${island.setting_group}: 51V ${island.overcurrent_s} s, 27 ${island.undervoltage_s} s; any fault off within ${island.cleared_s} s`,
      unit: '',
      formula:
        '51V a step of 0.3 s above transformers and collectors, 27 a step above 51V, 0.3 s for opening and scatter',
      inputs: {
        overcurrent_pct: island.overcurrent_pct,
        overcurrent_below_pct: island.overcurrent_below_pct,
        undervoltage_pct: island.undervoltage_pct,
        converter_blocks_s: island.converter_s,
        least_current_over_pickup: roundTo(Math.min(...transformers.map(leastFaultRatio)), 1),
      },
      source:
        'assumption, after IEEE C37.102 (voltage-controlled 51) and IEEE 242 (step); makers and study to confirm',
    },
  ]
}
