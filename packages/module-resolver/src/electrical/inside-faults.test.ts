import { describe, expect, test } from 'vitest'

import { faultBehindCable, faultBehindTransformer, faultLevels } from './inside-faults.ts'

const BUS = { ka: 31.2, voltage_v: 480 }

describe('prospective current inside a container', () => {
  test('20 m of 4/0 AWG leave 23 kA of 31.2 kA', () => {
    // source 8.882 mohm reactance; cable 4.134 mohm at 75 degC = 3.400 mohm cold, 2.690 mohm: 277.1 V / 12.06 mohm
    expect(faultBehindCable(BUS, 4.134e-3, 2.69e-3).ka).toBeCloseTo(22.98, 2)
  })

  test('150 kVA with 4.5 % less its tolerance limit a 415 V board to 4.2 kA', () => {
    // 208.7 A / (0.925 x 0.045 + 150 / (1.732 x 480 x 23)) = 208.7 / (0.041625 + 0.007844)
    expect(
      faultBehindTransformer({ ka: 23, voltage_v: 480 }, { kva: 150, impedance_pct: 4.5, secondary_v: 415 })
        .ka,
    ).toBeCloseTo(4.22, 2)
  })

  test('a single-phase transformer gives 1.5 times the current between its phases to its middle', () => {
    const levels = faultLevels(
      new Map([['MDP', { ka: 23, voltage_v: 480 }]]),
      [
        { from: 'MDP', to: 'LP', voltage_v: 480, resistance_ohm: 0, reactance_ohm: 0 },
        { from: 'LP', to: 'EMS', voltage_v: 240, resistance_ohm: 0, reactance_ohm: 0 },
        { from: 'LP', to: 'LTG', voltage_v: 120, resistance_ohm: 0, reactance_ohm: 0 },
      ],
      new Map([['LP', { kva: 5, impedance_pct: 4, single_phase: true }]]),
    )
    // 1.5 x 20.83 A / (0.925 x 0.04 + 5 / (480 x 23)) = 31.25 / 0.03745
    expect(levels.get('LP')?.ka).toBeCloseTo(0.834, 3)
  })

  test('a chain is followed through cables and transformers whatever the order of its links', () => {
    const link = (from: string, to: string, voltage_v: number) => ({
      from,
      to,
      voltage_v,
      resistance_ohm: 1e-3,
      reactance_ohm: 1e-3,
    })
    const links = [link('TX', 'PDB', 415), link('MDP', 'TX', 480), link('CG', 'MDP', 480)]
    const levels = faultLevels(
      new Map([['CG', BUS]]),
      links,
      new Map([['TX', { kva: 150, impedance_pct: 4.5 }]]),
    )
    expect([...levels.keys()].sort()).toEqual(['CG', 'MDP', 'PDB', 'TX'])
    expect(levels.get('MDP')!.ka).toBeLessThan(BUS.ka)
    expect(levels.get('TX')).toMatchObject({ voltage_v: 415 })
    expect(levels.get('PDB')!.ka).toBeLessThan(levels.get('TX')!.ka)
  })

  test('of two incoming cables the shorter one counts', () => {
    const cable = (from: string, ohm: number) => ({
      from,
      to: 'MDP',
      voltage_v: 480,
      resistance_ohm: ohm,
      reactance_ohm: 0,
    })
    const levels = faultLevels(
      new Map([
        ['A', BUS],
        ['B', BUS],
      ]),
      [cable('A', 0.02), cable('B', 0.001)],
      new Map(),
    )
    expect(levels.get('MDP')!.ka).toBeCloseTo(faultBehindCable(BUS, 0.001, 0).ka, 6)
  })
})
