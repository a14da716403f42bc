import type { ComponentSource } from '../variant.ts'

type Electrical = NonNullable<ComponentSource['electrical']>

/**
 * What the electrical equipment is made for. Source: `assumption`, common US product lines; incoming devices by the 230 A of
 * their cables (NEC 2023, 240.4(B): next standard rating), bonding jumpers by Table 250.102(C)(1).
 */
export const ELECTRICAL = {
  MDP: {
    kind: 'board',
    voltage: '480Y/277 V',
    rated_a: 400,
    withstand_ka: 65,
    surge_protection: 'SPD type 2',
    incomers: [
      { port: 'MDP.IN-A', rated_a: 250, poles: 4, meter: 'mtr-a' },
      { port: 'MDP.IN-B', rated_a: 250, poles: 4, meter: 'mtr-b' },
    ],
    transfer: { port: 'MDP.C' },
    emergency_off: [
      { port: 'MDP.EPO', opens: ['MDP.IN-A', 'MDP.IN-B'], lock_out: '86E' },
      { port: 'ups-01.EPO', opens: ['ups-01.Q1', 'ups-01.QB'] },
    ],
    undervoltage_release: { port: 'MDP.UVR', opens: 'MDP.TX' },
  },
  TX1: {
    kind: 'transformer',
    voltage: '480 V - 415Y/240 V',
    rated_kva: 150,
    impedance_pct: 4.5,
    vector_group: 'Dyn1',
    features: 'K-13',
    neutral_earthing: 'X0 earthed at TX1, jumper 2 AWG',
  },
  PDB: {
    kind: 'board',
    voltage: '415Y/240 V',
    rated_a: 250,
    withstand_ka: 22,
    surge_protection: 'SPD type 2',
  },
  'ups-01': {
    kind: 'ups',
    voltage: '480 V - 415Y/240 V',
    rated_kva: 15,
    impedance_pct: 4,
    features: 'output transformer, static and manual bypass',
    output: { breaker: 'ups-01.Q1', battery_breaker: 'ups-01.QB', bus_a: 100 },
    // Network and controllers outlast a transfer and an orderly shutdown of the nodes. Source: `assumption`.
    autonomy_min: 10,
    neutral_earthing: 'X0 earthed in ups-01, jumper 8 AWG',
  },
} as const satisfies Record<string, Electrical>
