import { roundTo, type Basis, type BlockElectrical, type Feeder } from '@edp/schemas'

import { UTILITY_MVA } from '../electrical/source-strength.ts'
import { cabinetWires, cablesFor, coresOf } from '../electrical/cabinet-wires.ts'
import { testAsymmetry, transformerXOverR } from '../electrical/test-asymmetry.ts'
import { LEAST_IMPEDANCE, TRANSFORMER_LOADING } from '../electrical/transformers.ts'
import type { BasisInput } from './design-basis.ts'
import { emergencyBasis } from './emergency-basis.ts'
import { groupAlike } from './group-alike.ts'
import { mediumVoltageBasis } from './medium-voltage-basis.ts'

/** Working of transformers, fault currents, breakers and buses; blocks that are alike share their lines. */
export function electricalBasis({ electrical, loads }: BasisInput): Basis[] {
  return groupAlike(
    electrical.blocks.flatMap((block) => [
      ...transformerBasis(block, loads.power_factor),
      ...feederBasis(block, loads.power_factor),
      ...mvBasis(block),
      ...mediumVoltageBasis(block),
      ...wireBasis(block),
      ...emergencyBasis(block),
    ]),
  )
}

/** Cores between the cabinets of a grid container, by the port that their cable starts at; another's switchgear has its own. */
function wireBasis(block: BlockElectrical): Basis[] {
  if (block.mv_bus?.scope === 'by_others') return []
  return Object.entries(cabinetWires(block)).flatMap(([port, wires]): Basis[] => {
    const needed = coresOf(wires)
    if (needed === 0) return []
    const { count, cores } = cablesFor(needed)
    return [
      {
        rule_id: 'EL-WIRE-01',
        quantity: `Control cable of ${port}`,
        applies_to: block.block_id,
        value: `${count} x ${cores}`,
        unit: 'cores',
        formula: 'two cores for each contact and coil, next number of cores that is made',
        inputs: { cores_needed: needed },
        source: 'design choice; numbers of cores: catalogues of UL 1277 tray cable',
      },
    ]
  })
}

function transformerBasis(block: BlockElectrical, powerFactor: number): Basis[] {
  const [t] = block.transformers
  const [bus] = block.lv_buses
  if (t === undefined || bus === undefined) return []
  const count = block.transformers.length
  return [
    {
      rule_id: 'EL-TRAFO-01',
      quantity: 'Unit transformers',
      applies_to: block.block_id,
      value: `${count} x ${t.rating_kva} kVA`,
      unit: '',
      formula: 'P / (pf x loading); one unit up to 2,500 kVA, else equal units of the next rating',
      inputs: { demand_kw: block.demand_kw, power_factor: powerFactor, loading: TRANSFORMER_LOADING },
      source: 'ANSI ratings; loading: design choice (harmonics, growth)',
    },
    {
      rule_id: 'EL-SHORT-01',
      quantity: 'Short-circuit current at the transformer terminals',
      applies_to: block.block_id,
      value: t.short_circuit_ka,
      unit: 'kA',
      formula: 'FLA / (Z + S_T / S_source)',
      inputs: {
        fla_a: t.secondary_a,
        impedance_pct: t.impedance_pct,
        sources: block.supplies.map((s) => `${s.tag} ${s.short_circuit_mva} MVA`).join(', '),
      },
      source: `per-unit method; utility ${UTILITY_MVA} MVA and X"d 0.15: assumption`,
    },
    {
      rule_id: 'EL-SHORT-02',
      quantity: 'Short-circuit current and rating of the LV bus',
      applies_to: block.block_id,
      value: `${bus.short_circuit_ka} kA, ${bus.greatest_ka ?? bus.short_circuit_ka} kA at most, rated ${bus.withstand_ka} kA`,
      unit: '',
      formula:
        'transformer + 4 x full-load current of the compressors; at most: behind an infinite bus, impedance - 7.5 %; rated above that times the offset factor of the breaker test',
      inputs: {
        transformer_ka: t.short_circuit_ka,
        impedance_pct: t.impedance_pct,
        least_impedance_pct: roundTo(LEAST_IMPEDANCE * t.impedance_pct, 2),
        x_over_r: transformerXOverR(t.rating_kva),
        offset_factor: roundTo(testAsymmetry('MCCB', bus.withstand_ka, transformerXOverR(t.rating_kva)), 3),
      },
      source:
        'IEEE C57.12.00 tolerance; tests of UL 489 and UL 1066, factor of IEEE C37.13; IEEE 141 practice for motors; X/R and kA steps: assumption',
    },
    {
      rule_id: 'EL-MAIN-01',
      quantity: 'LV main breaker and bus',
      applies_to: block.block_id,
      value: `${t.secondary_breaker.frame_a} AF set to ${t.secondary_breaker.trip_a} A, bus ${bus.rating_a} A`,
      unit: '',
      formula:
        'setting: full-load current, next 10 A, above the largest feeder as far as 125 % allow; frame and bus: next standard',
      inputs: { fla_a: t.secondary_a },
      source: 'NEC 450.3(B), 240.6(B), 215.3 exception',
    },
  ]
}

/** How the breaker of a feeder follows from its load, by what it serves. */
const FEEDER_FORMULAS = {
  compute:
    '1.25 x P / (sqrt 3 U pf), next standard rating, at least the largest way of the board that it serves',
  bess_auxiliary: '1.25 x P / (sqrt 3 U pf), next standard rating',
  spare: 'as a compute feeder',
  auxiliary:
    '1.25 x P / (sqrt 3 U pf), next standard rating; P is the connected load of the transfer switch without standby units, or the demand',
  network:
    'larger of 1.25 x P / (sqrt 3 U pf) and 1.25 x full-load current of TX2 (NEC 450.3(B)), next standard rating',
} as const satisfies Record<Feeder['kind'], string>

function feederBasis(block: BlockElectrical, powerFactor: number): Basis[] {
  // Alike feeders share a line: those of one kind and load. A spare follows the compute feeders.
  const loaded = block.feeders.filter((feeder) => feeder.kind !== 'spare')
  const alike = new Map(loaded.toReversed().map((f) => [`${f.kind} ${f.load_kw}`, f]))
  return [...alike.values()].toReversed().map((feeder): Basis => ({
    rule_id: 'EL-FEEDER-01',
    quantity: `Feeder breaker, ${feeder.kind.replace('_', ' ')}, first ${feeder.breaker.tag}`,
    applies_to: block.block_id,
    value: feeder.breaker.trip_a,
    unit: 'A',
    formula: FEEDER_FORMULAS[feeder.kind],
    inputs: {
      load_kw: feeder.load_kw,
      voltage_v: feeder.breaker.voltage_v,
      power_factor: powerFactor,
      design_current_a: feeder.design_current_a,
    },
    source: 'NEC 215.3, 240.6(A)',
  }))
}

function mvBasis(block: BlockElectrical): Basis[] {
  const bus = block.mv_bus
  if (bus === null) return []
  return [
    {
      rule_id: 'EL-BUS-01',
      quantity: 'Medium-voltage bus',
      applies_to: block.block_id,
      value: `${bus.rating_a} A, ${bus.withstand_ka} kA`,
      unit: '',
      formula:
        'larger of demand with charging and battery discharge; fault: sum of sources that run together, at most 80 % of the rating',
      inputs: {
        short_circuit_ka: bus.short_circuit_ka,
        supplies_kva: block.supplies.map((s) => `${s.tag} ${s.rated_kva}`).join(', '),
      },
      source: 'IEEE C37.06 ratings; C37.010, E/X method: X/R <= 17',
    },
  ]
}
