import type { ComponentSource } from '../variant.ts'

type Electrical = NonNullable<ComponentSource['electrical']>

/** What the electrical equipment is made for. Source: `assumption`, common US product lines. */
export const ELECTRICAL = {
  MVSG: { kind: 'board', voltage: '13.8 kV', rated_a: 1200, withstand_ka: 31.5 },
  LVS: { kind: 'board', voltage: '480Y/277 V', rated_a: 4000, withstand_ka: 65 },
  'ats-01': {
    kind: 'transfer_switch',
    voltage: '480 V',
    rated_a: 100,
    poles: 3,
    withstand_ka: 65,
  },
  'ups-01': {
    kind: 'ups',
    voltage: '480 V - 240 V',
    rated_kva: 5,
    impedance_pct: 4,
    features: 'output transformer, static and manual bypass',
    output: { breaker: 'ups-01.Q1', battery_breaker: 'ups-01.QB', bus_a: 100 },
    // EMS and core switches outlast a start of the island. Source: `assumption`.
    autonomy_min: 60,
    neutral_earthing: 'neutral earthed in ups-01, jumper 8 AWG',
    // The 125 V DC stays: it opens the breakers.
    emergency_off: [{ port: 'ups-01.EPO', opens: ['ups-01.Q1', 'ups-01.QB'] }],
  },
  CHG: {
    kind: 'charger',
    voltage: '480 V 1ph - 125 V DC',
    // Relays and trip circuits outlast a working day. Source: `assumption`.
    station_battery: { voltage_v: 125, autonomy_h: 8, recharge_h: 12 },
  },
} as const satisfies Record<string, Electrical>
