import type { ConnectionSource } from '../variant.ts'
import { CONDITIONS, CONTROL_LOADS, OT_DEVICES, TRIP_LOADS } from './components.ts'

const power = (
  id: string,
  from: string,
  to: string,
  description: string,
  size_mm2: number,
  current_a: number,
): ConnectionSource => ({
  id,
  from,
  to,
  description,
  route: 'tray',
  cable: { type: 'TC-ER Cu 600 V', cores_count: 4, size_mm2, current_a, earth_mm2: size_mm2 },
})
/** Factory-made connections from port to port. */
export const CONNECTIONS: ConnectionSource[] = [
  // Two air conditioners of 13 A run beside the UPS, the third is their standby.
  power('W-AUXA', 'LVS.AUX-A', 'ats-01.IN-A', 'Critical auxiliaries, first source', 13.3, 36),
  power('W-AUXB', 'LVS.AUX-B', 'ats-01.IN-B', 'Critical auxiliaries, second source', 13.3, 36),
  power('W-UPS', 'ats-01.UPS', 'ups-01.IN', 'Protection and control UPS', 5.26, 10),
  ...[1, 2, 3].map((n) => power(`W-AC${n}`, `ats-01.AC${n}`, `AC${n}.P`, `Air conditioner ${n}`, 5.26, 13)),
  power('W-NET', 'LVS.NET', 'TX2.HV', 'Step-down transformer of the spine racks', 33.6, 61),
  ...CONTROL_LOADS.map((d): ConnectionSource => ({
    id: `W-UPS-${d}`,
    from: `ups-01.${d}`,
    to: `${d}.P`,
    description: `${d}, uninterruptible supply`,
    route: 'tray',
    cable: {
      type: 'TC-ER Cu 600 V',
      cores_count: 3,
      size_mm2: 3.31,
      current_a: d === 'EMS' ? 12 : 2,
      neutrals_count: 1,
      earth_mm2: 3.31,
    },
  })),
  ...TRIP_LOADS.map((d): ConnectionSource => ({
    id: `W-DC-${d}`,
    from: `ups-01.DC-${d}`,
    to: `${d}.DC`,
    description: `${d}, 125 V DC trip and close`,
    route: 'tray',
    cable: { type: 'TC-ER Cu 600 V', cores_count: 2, size_mm2: 5.26, current_a: 10 },
  })),
  {
    id: 'C-MV',
    from: 'RLY.TRIP',
    to: 'MVSG.TRIP',
    description: 'Trip and close, MV breakers',
    route: 'tray',
    cable: { type: 'LiYCY', cores_count: 25, size_mm2: 2.5 },
  },
  {
    id: 'C-LV',
    from: 'RLY.TRIP2',
    to: 'LVS.TRIP',
    description: 'Trip and interlock, LV mains',
    route: 'tray',
    cable: { type: 'LiYCY', cores_count: 25, size_mm2: 2.5 },
  },
  ...['A', 'B'].map((path): ConnectionSource => ({
    id: `N-FW${path}`,
    from: `RTR.LAN${path}`,
    to: `swo-01.UP${path}`,
    description: `Firewall ${path} to OT core switch ${path}`,
    route: 'tray',
    cable: { type: 'Cat 6A S/FTP' },
  })),
  ...OT_DEVICES.map((d, i): ConnectionSource => ({
    id: `N-OT${String(i + 1).padStart(2, '0')}`,
    from: `${d}.N`,
    to: `swo-01.P${i + 1}`,
    description: `${d} to OT core switch`,
    route: 'tray',
    cable: { type: 'Cat 6A S/FTP' },
    ...(CONDITIONS[d] === undefined ? {} : { when: CONDITIONS[d] }),
  })),
  {
    id: 'G-MV',
    from: 'EX-G.BAR',
    to: 'MVSG.PE',
    description: 'Earth bar to MV switchgear',
    route: 'direct',
    cable: { type: 'Bare Cu', cores_count: 1, size_mm2: 107.2 },
  },
  {
    id: 'G-LV',
    from: 'MVSG.PE',
    to: 'LVS.PE',
    description: 'Earth bar to LV switchboard',
    route: 'tray',
    cable: { type: 'Bare Cu', cores_count: 1, size_mm2: 107.2 },
  },
]
