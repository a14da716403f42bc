import type { SpecSource } from '../variant.ts'

type Reading = NonNullable<NonNullable<SpecSource['cooling']>['readings']>[number]

/** Points of the maps in topology.yaml by instrument of the P&ID. */
const POINTS = {
  'cdu-01': {
    'TT-101': 'primary_supply_temp',
    'TT-102': 'primary_return_temp',
    'FT-101': 'primary_flow',
    'PT-102': 'primary_supply_pressure',
    'PT-103': 'primary_return_pressure',
    'TT-201': 'secondary_supply_temp',
    'TT-202': 'secondary_return_temp',
    'FT-201': 'secondary_flow',
    'PT-201': 'secondary_supply_pressure',
    'PT-202': 'pump1_inlet_pressure',
    'PT-203': 'secondary_return_pressure',
    'PDT-202': 'filter1_health',
    'LSL-201': 'reservoir1_level_status',
    'LSLL-201': 'reservoir1_level_status',
    'LSH-203': 'leak_detector1',
  },
  'hru-01': {
    'TT-103': 'supply_fluid_temp',
    'TT-104': 'return_fluid_temp',
    'TT-110': 'ambient_air_temp',
    'TIC-101': 'supply_fluid_setpoint',
  },
  'lkd-01': {
    'LDS-201': 'leak_rope_cdu',
    'LDS-202': 'leak_rope_manifolds',
    'LDS-203': 'leak_rope_racks',
    'LDS-204': 'leak_rope_plate',
  },
} as const

/**
 * What a controller reads without a point of its own the EMS knows as the health of a device. The map of the heat rejection unit
 * has none: its common fault is wired to the CDU (C-HRU), which tells of it.
 */
const HEALTH: Reading[] = [
  { of: 'cdu-01', device: 'cdu-01', point: 'cdu_health' },
  { of: 'hru-01', device: 'cdu-01', point: 'cdu_health' },
  { of: 'lkd-01', device: 'lkd-01', point: 'unit_status' },
]

/** How the EMS reads each instrument of the cooling. */
export const READINGS: Reading[] = [
  ...Object.entries(POINTS).flatMap(([device, points]) =>
    Object.entries(points).map(([of, point]): Reading => ({ of, device, point })),
  ),
  ...HEALTH,
]
