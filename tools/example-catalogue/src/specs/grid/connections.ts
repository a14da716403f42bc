import { GREEN, TRAY_CABLE } from '../cable-types.ts'
import { CONTROL_CABLES, controlCable } from '../control-cables.ts'
import { electrodeConductors } from '../electrode-conductors.ts'
import { fireConnections, monitorLoop, UPS_RELEASE } from '../fire-alarm.ts'
import { serviceConnections, WITH_CORE_RACK } from '../service-power.ts'
import { trayCable, type ConnectionSource } from '../variant.ts'
import {
  AIR_CONDITIONERS,
  BONDED,
  CONDITIONS,
  CONTROL_LOADS,
  CORE_RACK_A,
  DC_WAYS,
  NEUTRALS,
  OOB_PORTS,
  OT_DEVICES,
} from './components.ts'

const power = (
  id: string,
  from: string,
  to: string,
  description: string,
  size_mm2: number,
  current_a: number,
): ConnectionSource =>
  trayCable(id, from, to, description, {
    ...TRAY_CABLE,
    cores_count: 4,
    size_mm2,
    current_a,
    earth_mm2: size_mm2,
  })
/**
 * Currents of an air conditioner, of the UPS and of the charger, A: 20 A at 140 V while it recharges, efficiency 0.85, power factor 0.8,
 * between two phases. Source: `assumption`, makers' data.
 */
const AIR_A = 13
const UPS_A = 8
const CHARGER_A = 9
/** A way of the 125 V DC where the design does not say more, A. Source: `assumption`. */
const DC_WAY_A = 2
/** All that is connected behind the transfer switch, the standby air conditioner too: nothing keeps the three from running. */
const AUXILIARY_A = AIR_CONDITIONERS.length * AIR_A + UPS_A + CHARGER_A + WITH_CORE_RACK.current_a

/** Core switches by path. */
const PATHS = ['A', 'B'] as const
const CORE = { A: 'swo-01', B: 'swo-02' } as const
/** Between SFP+ cages of one rack, 10 Gbit/s. */
const DIRECT_ATTACH: ConnectionSource['cable'] = { type: 'SFP+ direct-attach copper' }

/** Factory-made connections from port to port. */
export const CONNECTIONS: ConnectionSource[] = [
  power('W-AUXA', 'LVS.AUX-A', 'ats-01.IN-A', 'Critical auxiliaries, first source', 26.7, AUXILIARY_A),
  power('W-AUXB', 'LVS.AUX-B', 'ats-01.IN-B', 'Critical auxiliaries, second source', 26.7, AUXILIARY_A),
  power('W-UPS', 'ats-01.UPS', 'ups-01.IN', 'Protection and control UPS', 5.26, UPS_A),
  trayCable('W-CHG', 'ats-01.CHG', 'CHG.IN', 'Charger of the 125 V DC, of up to 20 A', {
    ...TRAY_CABLE,
    cores_count: 3,
    size_mm2: 3.31,
    current_a: CHARGER_A,
    earth_mm2: 3.31,
  }),
  ...AIR_CONDITIONERS.map((n) =>
    power(`W-AC${n}`, `ats-01.AC${n}`, `AC${n}.P`, `Air conditioner ${n}`, 5.26, AIR_A),
  ),
  ...serviceConnections('ats-01', WITH_CORE_RACK),
  // Its PDU A hangs on the UPS: the loss of that leaves this one.
  trayCable('W-EMSB', 'LP.EMSB', 'EMS.PB', 'EMS, PDU B, beside the UPS', {
    ...TRAY_CABLE,
    cores_count: 3,
    size_mm2: 3.31,
    current_a: CORE_RACK_A,
    earth_mm2: 3.31,
  }),
  power('W-NET', 'LVS.NET', 'TX2.HV', 'Step-down transformer of the spine racks', 33.6, 61),
  ...CONTROL_LOADS.map(({ way, device, port, current_a }): ConnectionSource => ({
    id: `W-UPS-${way}`,
    from: `ups-01.${way}`,
    to: port,
    description: `${device}${device === 'EMS' ? ', PDU A' : ''}, uninterruptible supply`,
    route: 'tray',
    cable: {
      ...TRAY_CABLE,
      cores_count: 3,
      size_mm2: 3.31,
      current_a,
      neutrals_count: 1,
      earth_mm2: 3.31,
    },
  })),
  // Currents of these ways and cores of C-MV, C-LV and C-TM follow the breakers of the site.
  ...DC_WAYS.map(({ way, port }): ConnectionSource => ({
    id: `W-DC-${way}`,
    from: `CHG.${way}`,
    to: port,
    description: `125 V DC, ${way}`,
    route: 'tray',
    cable: { ...TRAY_CABLE, cores_count: 3, size_mm2: 5.26, current_a: DC_WAY_A, earth_mm2: 5.26 },
  })),
  {
    id: 'C-MV',
    from: 'RLY.TRIP',
    to: 'MVSG.TRIP',
    description: 'Emergency power off',
    route: 'tray',
    cable: CONTROL_CABLES.trip,
  },
  {
    id: 'C-LV',
    from: 'LVS.TRIP',
    to: 'RLY.TRIP2',
    description: 'Mains and ties',
    route: 'tray',
    cable: CONTROL_CABLES.trip,
  },
  {
    id: 'C-TM',
    from: 'MVSG.LVS',
    to: 'LVS.MVSG',
    description: 'Transformer feeders and their mains',
    route: 'tray',
    cable: CONTROL_CABLES.trip,
  },
  {
    id: 'C-64',
    from: 'CHG.64',
    to: 'MVSG.64',
    description:
      'Alarms of the 125 V DC to rly-cmp: earth fault (64), undervoltage of the bus (27DC), loss of the supply of the charger, battery isolator open; a pair each, one core spare',
    route: 'tray',
    cable: controlCable('signal', 9),
  },
  {
    id: 'C-EPO',
    from: 'fap-01.EPO',
    to: 'RLY.EPO',
    description:
      'Emergency power off: sets lock-out relay 86E, which opens the sources over C-MV and sets that of each compute container over 86EX',
    route: 'tray',
    cable: controlCable('release', 5),
  },
  UPS_RELEASE,
  ...monitorLoop('RLY'),
  ...fireConnections(),
  ...PATHS.map((path): ConnectionSource => ({
    id: `N-FW${path}`,
    from: `RTR.LAN${path}`,
    to: `${CORE[path]}.FW`,
    description: `Firewall ${path} to OT core switch ${path}`,
    route: 'direct',
    cable: DIRECT_ATTACH,
  })),
  ...PATHS.map((path): ConnectionSource => ({
    id: `N-AC${path}`,
    from: `swa-01.UP${path}`,
    to: `${CORE[path]}.ACC`,
    description: `OT access switch to OT core switch ${path}`,
    route: 'direct',
    cable: DIRECT_ATTACH,
  })),
  ...[1, 2].map((n): ConnectionSource => ({
    id: `N-ISL${n}`,
    from: `swo-01.ISL${n}`,
    to: `swo-02.ISL${n}`,
    description: `OT core switch A to B, link ${n} of two in one aggregate`,
    route: 'direct',
    cable: DIRECT_ATTACH,
  })),
  ...OT_DEVICES.map((d, i): ConnectionSource => ({
    id: `N-OT${String(i + 1).padStart(2, '0')}`,
    from: `${d}.N`,
    to: `swa-01.P${i + 1}`,
    description: `${d} to OT access switch`,
    route: 'tray',
    cable: { type: 'Cat 6A S/FTP' },
    ...(CONDITIONS[d] === undefined ? {} : { when: CONDITIONS[d] }),
  })),
  ...PATHS.map((path): ConnectionSource => ({
    id: `N-OOB${path}`,
    from: `swm-01.UP${path}`,
    to: `${CORE[path]}.OOB`,
    description: `Out-of-band switch to OT core switch ${path}, VLAN 60 alone, SFP 1000BASE-T at the core switch`,
    route: 'direct',
    cable: { type: 'Cat 6A S/FTP' },
  })),
  ...OOB_PORTS.map((id, i): ConnectionSource => ({
    id: `N-M${String(i + 1).padStart(2, '0')}`,
    from: id,
    to: `swm-01.P${i + 1}`,
    description: `${id.slice(0, id.indexOf('.'))} management port to out-of-band switch`,
    route: 'direct',
    cable: { type: 'Cat 6A S/FTP' },
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
  {
    id: 'G-TRAY',
    from: 'EX-G.BAR',
    to: 'TRAY.PE',
    description: 'Tray and rack bonding bar',
    route: 'direct',
    cable: { type: 'Bare Cu', cores_count: 1, size_mm2: 67.4 },
  },
  ...BONDED.map((device): ConnectionSource => ({
    id: `G-${device}`,
    from: 'TRAY.PE',
    to: `${device}.PE`,
    description: `Bond of ${device} to the rack bar`,
    route: 'direct',
    cable: { ...GREEN, cores_count: 1, size_mm2: 13.3 },
  })),
  ...electrodeConductors('EX-G.BAR', NEUTRALS),
]
