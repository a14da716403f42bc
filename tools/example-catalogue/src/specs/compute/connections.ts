import {
  CORD,
  FIBRE_LEAD,
  GREEN,
  SINGLES,
  TRAY_CABLE,
  UNPINNED_A,
  UNPINNED_B,
  type CableType,
} from '../cable-types.ts'
import { controlCable } from '../control-cables.ts'
import { coolingWires } from '../cooling-wires.ts'
import { electrodeConductors } from '../electrode-conductors.ts'
import { fireConnections, UPS_RELEASE } from '../fire-alarm.ts'
import { LIGHT_AND_RECEPTACLES, serviceConnections } from '../service-power.ts'
import { trayCable, type ConnectionSource } from '../variant.ts'
import { NODES, RACKS, rackOf, two } from './components.ts'
import { CONTROL_LOADS, HEAD_SERVERS, NEUTRALS, OOB_DEVICES, OT_DEVICES } from './devices.ts'

type Cable = NonNullable<ConnectionSource['cable']>
/** Conductors of a circuit beside its phases. */
type Circuit = Partial<Pick<Cable, 'neutrals_count' | 'earth_mm2' | 'runs_count'>>
const power = (
  id: string,
  from: string,
  to: string,
  description: string,
  type: CableType,
  size_mm2: number,
  cores_count: number,
  current_a: number,
  circuit: Circuit = {},
): ConnectionSource =>
  trayCable(id, from, to, description, { ...type, cores_count, size_mm2, current_a, ...circuit })
/** Tray cable with earth and, where it is a core too, neutral. */
const tray = (size_mm2: number, neutrals_count = 0): Circuit => ({ neutrals_count, earth_mm2: size_mm2 })
const cat6 = (
  id: string,
  from: string,
  to: string,
  description: string,
  route: ConnectionSource['route'] = 'tray',
): ConnectionSource => ({
  id,
  from,
  to,
  description,
  route,
  cable: { type: 'Cat 6A S/FTP' },
})

/** Three phases and neutral of a feeder with the earthing conductor of a 225 A breaker (NEC 2023, Table 250.122). */
const FEEDER: Circuit = { runs_count: 4, neutrals_count: 1, earth_mm2: 21.2 }
/**
 * Three phases and neutral of TX1, 300 kcmil: the neutral is a loaded conductor of the power supplies (NEC 2023, 310.15(E)), and
 * conductors of a secondary carry what its main lets through (240.21(C)); with the supply-side bonding jumper (250.30(A)(2),
 * Table 250.102(C)(1)).
 */
const SEPARATELY_DERIVED: Circuit = { runs_count: 4, neutrals_count: 1, earth_mm2: 33.6 }

/** Cords inside a rack, from its PDU to a node: a length that they are sold in, m. */
const CORD_M = 2
/** Leads inside a rack, from its fibre panel to a switch, m. Source: `assumption`, a length that leads are sold in. */
const FIBRE_LEAD_M = 2

/** Hose of one node: at the 19.3 L/min of a B200 node 1.6 m/s; the next smaller DN10 with UQD06 would take 4.1 m/s. */
const NODE_HOSE: ConnectionSource['hose'] = { type: 'EPDM hose', dn: 16 }

/** Bond of a rack, 6 AWG. Source: design choice after TIA-607. */
const RACK_BOND: ConnectionSource['cable'] = { ...GREEN, cores_count: 1, size_mm2: 13.3 }

/**
 * Fibre of a node to its storage switch: a plug at the port of 400 Gbit/s, two plugs at the ports of 200 Gbit/s, each with two of its
 * four lanes. Source: NVIDIA list of NDR multimode splitter cables.
 */
const SPLIT_FIBRE: Cable = { type: 'OM4 2 x MPO-12 to MPO-12 breakout', fibres_count: 8, plugs: UNPINNED_B }

/** Factory-made connections from port to port. */
export const CONNECTIONS: ConnectionSource[] = [
  power('W-PA', 'CG.PA', 'MDP.IN-A', 'Incoming feeder A', SINGLES, 107.2, 1, 171, FEEDER),
  power('W-PB', 'CG.PB', 'MDP.IN-B', 'Incoming feeder B', SINGLES, 107.2, 1, 171, FEEDER),
  power('W-TX1', 'MDP.TX', 'TX1.HV', 'Step-down transformer primary', SINGLES, 85, 1, 144, {
    runs_count: 3,
    earth_mm2: 13.3,
  }),
  power(
    'W-TX2',
    'TX1.LV',
    'PDB.IN',
    'Step-down transformer secondary',
    SINGLES,
    152,
    1,
    166,
    SEPARATELY_DERIVED,
  ),
  power(
    'W-UPS',
    'MDP.UPS',
    'ups-01.IN',
    'Control and network UPS supply',
    TRAY_CABLE,
    5.26,
    4,
    18,
    tray(5.26),
  ),
  power(
    'W-RNA',
    'ups-01.RN',
    'RN.PA',
    'Network rack, feed A from the UPS',
    TRAY_CABLE,
    8.37,
    5,
    15,
    tray(8.37, 1),
  ),
  power('W-RNB', 'PDB.RN', 'RN.PB', 'Network rack, feed B', TRAY_CABLE, 8.37, 5, 15, tray(8.37, 1)),
  ...CONTROL_LOADS.map(({ device, port }) =>
    power(
      `W-UPS-${device}`,
      `ups-01.${device}`,
      port,
      `${device}, uninterruptible supply${device === 'cdu-01' ? ' of its controller' : ''}`,
      TRAY_CABLE,
      3.31,
      3,
      2,
      tray(3.31, 1),
    ),
  ),
  power('W-CDU', 'MDP.CDU', 'cdu-01.P', 'CDU supply', TRAY_CABLE, 5.26, 4, 8, tray(5.26)),
  power('W-HRU', 'MDP.HRU', 'CD.P1', 'Heat rejection unit supply', TRAY_CABLE, 5.26, 4, 13, tray(5.26)),
  ...[1, 2, 3].map((n) =>
    power(
      `W-AU${n}`,
      `MDP.AU${n}`,
      `air-0${n}.P`,
      `Air unit ${n} supply`,
      TRAY_CABLE,
      5.26,
      4,
      9,
      tray(5.26),
    ),
  ),
  ...serviceConnections('MDP', LIGHT_AND_RECEPTACLES),
  ...RACKS.flatMap((r) =>
    (['A', 'B'] as const).map((s) =>
      power(
        `W-R${r}${s}`,
        `PDB.Q${s}${r}`,
        `pdu-r${r}${s.toLowerCase()}.IN`,
        `Rack ${r} PDU, feed ${s}`,
        TRAY_CABLE,
        13.3,
        5,
        42,
        tray(13.3, 1),
      ),
    ),
  ),
  ...NODES.flatMap((n) =>
    (['A', 'B'] as const).map((s): ConnectionSource => ({
      ...power(
        `W-N${n}${s}`,
        `pdu-r${rackOf(n)}${s.toLowerCase()}.OUT`,
        `node-${two(n)}.P${s}`,
        `GPU node ${n} cords, feed ${s}`,
        CORD,
        3.31,
        3,
        16,
        { ...tray(3.31, 1), runs_count: 3 },
      ),
      route: 'direct',
      length_m: CORD_M,
    })),
  ),
  ...NODES.flatMap((n) =>
    ([1, 2] as const).map((k): ConnectionSource => ({
      id: `F-N${n}-${k}`,
      from: `node-${two(n)}.X${k}`,
      to: `swl-0${k}.P${n}`,
      description: `GPU node ${n} to leaf ${k}, 4 links of 400 Gbit/s`,
      route: 'tray',
      cable: { type: 'OM4 MPO-12', fibres_count: 12, plugs: UNPINNED_B, runs_count: 4 },
    })),
  ),
  ...NODES.flatMap((n) =>
    ([1, 2] as const).map((k): ConnectionSource => ({
      id: `F-S${n}-${k}`,
      from: `node-${two(n)}.S${k}`,
      to: `sws-0${k}.P${n}`,
      description: `GPU node ${n} to storage switch ${k}, a port of 400 Gbit/s split to 2 links of 200 Gbit/s`,
      route: 'tray',
      cable: SPLIT_FIBRE,
    })),
  ),
  ...HEAD_SERVERS.flatMap((server, i) =>
    ([1, 2] as const).map((k): ConnectionSource => ({
      id: `F-STO${i + 1}-${k}`,
      from: `${server}.S${k}`,
      to: `sws-0${k}.STO${i + 1}`,
      description: `Storage head server ${i + 1} to storage switch ${k}, 2 links of 400 Gbit/s`,
      route: 'direct',
      cable: { type: 'OM4 MPO-12', fibres_count: 12, plugs: UNPINNED_B, runs_count: 2 },
    })),
  ),
  ...([1, 2] as const).map((k): ConnectionSource => ({
    id: `F-UP${k}`,
    from: `swl-0${k}.UP`,
    to: `CG.X${k}`,
    description: `Leaf ${k} up-links, 28 links of 400 Gbit/s`,
    route: 'tray',
    cable: { type: 'OS2 MPO-12 low loss', fibres_count: 12, plugs: UNPINNED_B, runs_count: 28 },
  })),
  ...([1, 2] as const).map((k): ConnectionSource => ({
    id: `F-NS${k}`,
    from: `sws-0${k}.NS`,
    to: `EX-C.N${k}`,
    description: 'Data of the tenants, 2 links of 400 Gbit/s; beyond the plate BY OTHERS',
    route: 'tray',
    cable: { type: 'OS2 MPO-12', fibres_count: 12, plugs: UNPINNED_B, runs_count: 2 },
  })),
  ...(['A', 'B'] as const).flatMap((path, index): ConnectionSource[] => [
    {
      id: `F-OT${path}`,
      from: `FPP.${path}1-${path}6`,
      to: `CG.F${index + 1}`,
      description: `Fibre panel to plate CG, path ${path}: six duplex channels, those without a lead capped at the panel`,
      route: 'tray',
      cable: { type: 'OS2 12F MPO-12', fibres_count: 12, plugs: UNPINNED_A },
    },
    {
      id: `F-O${path}1`,
      from: `swo-01.UP${path}`,
      to: `FPP.${path}1`,
      description: `Channel 1 of path ${path}: OT switch of the container`,
      route: 'direct',
      length_m: FIBRE_LEAD_M,
      cable: FIBRE_LEAD,
    },
  ]),
  cat6('N-FW', 'FW1.OT', 'swo-01.FW', 'Firewall to OT switch', 'direct'),
  cat6('N-OOB', 'swm-01.UP', 'FW1.OOB', 'Out-of-band switch to firewall', 'direct'),
  ...OT_DEVICES.map((d, i) => cat6(`N-OT${two(i + 1)}`, `${d}.N`, `swo-01.P${i + 1}`, `${d} to OT switch`)),
  cat6('N-HRU', 'CD.N1', `swo-01.P${OT_DEVICES.length + 1}`, 'Heat rejection unit to OT switch'),
  ...OOB_DEVICES.map((d, i) =>
    cat6(`N-M${two(i + 1)}`, `${d}.OOB`, `swm-01.P${i + 1}`, `${d} to out-of-band switch`),
  ),
  {
    id: 'H-FS',
    from: 'CD.XV-101',
    to: 'cdu-01.FS',
    description: 'Facility supply to CDU',
    route: 'direct',
    hose: { type: 'EPDM hose', dn: 50 },
  },
  {
    id: 'H-FR',
    from: 'cdu-01.FR',
    to: 'CD.XV-102',
    description: 'Facility return from CDU',
    route: 'direct',
    hose: { type: 'EPDM hose', dn: 50 },
  },
  {
    id: 'H-TS',
    from: 'cdu-01.TS',
    to: 'MF-S.IN',
    description: 'Technology supply to manifold',
    route: 'direct',
    hose: { type: 'EPDM hose', dn: 50 },
  },
  {
    id: 'H-TR',
    from: 'MF-R.BV-201',
    to: 'cdu-01.TR',
    description: 'Technology return from manifold',
    route: 'direct',
    hose: { type: 'EPDM hose', dn: 50 },
  },
  ...NODES.flatMap((n): ConnectionSource[] => [
    {
      id: `H-N${n}S`,
      from: `MF-S.N${n}`,
      to: `node-${two(n)}.CI`,
      description: `GPU node ${n} supply`,
      route: 'direct',
      hose: NODE_HOSE,
    },
    {
      id: `H-N${n}R`,
      from: `node-${two(n)}.CO`,
      to: `MF-R.N${n}`,
      description: `GPU node ${n} return`,
      route: 'direct',
      hose: NODE_HOSE,
    },
  ]),
  ...[1, 2, 3].map((n): ConnectionSource => ({
    id: `H-DR${n}`,
    from: `air-0${n}.DR`,
    to: 'EX-C.DRAIN',
    description: `Condensate of air unit ${n}`,
    route: 'direct',
    hose: { type: 'EPDM hose', dn: 25 },
  })),
  {
    id: 'C-EPO',
    from: 'fap-01.C',
    to: 'CG.C1',
    description:
      'Emergency power off from outside, to the circuit of the buttons, supervised (2), fire alarm (2), fault of the panel (2); 6 of 12 cores spare, contacts 1 to 12',
    route: 'tray',
    cable: controlCable('signal', 12),
  },
  {
    id: 'C-ATS',
    from: 'MDP.C',
    to: 'CG.C1',
    description:
      'Block of the transfer and load shed; spare where no interlock of the block sheds load, contacts 13 to 24',
    route: 'tray',
    cable: controlCable('signal', 12),
  },
  // The buttons of the container open its own supplies, whatever stands outside (NEC 2023, 645.10 and 645.11).
  {
    id: 'C-EPO1',
    from: 'fap-01.EPO1',
    to: 'MDP.EPO',
    description:
      'Emergency power off: sets lock-out relay 86E of the panel, which opens both incomers and blocks their transfer',
    route: 'tray',
    cable: controlCable('release', 7),
  },
  UPS_RELEASE,
  ...fireConnections(),
  {
    id: 'C-HRU',
    from: 'cdu-01.C',
    to: 'CD.C1',
    description:
      'Hard-wired signals of the heat rejection unit: enabled, TT-101, common fault, contacts 1 to 8',
    route: 'tray',
    cable: controlCable('pairs', 8),
  },
  ...coolingWires(),
  ...([1, 2] as const).map((n): ConnectionSource => ({
    id: `C-AIR${n}`,
    from: `air-0${n}.BUS`,
    to: `air-0${n + 1}.BUS-IN`,
    description: `Group bus of the air units, ${n} to ${n + 1}`,
    route: 'tray',
    cable: controlCable('signal', 4),
  })),
  {
    id: 'C-LKD',
    from: 'lkd-01.C',
    to: 'cdu-01.L',
    description: 'Hard-wired leak relays of the leak panel',
    route: 'tray',
    cable: controlCable('signal', 10),
  },
  {
    id: 'C-SHED',
    from: 'cdu-01.K',
    to: 'MDP.UVR',
    description: 'Load shed: undervoltage release of the way to TX1, and its auxiliary contact',
    route: 'tray',
    cable: controlCable('release', 6),
  },
  {
    id: 'G-1',
    from: 'EX-C.G1',
    to: 'MDP.PE',
    description: 'Main earth bar',
    route: 'direct',
    // The grounding electrode conductor that the systems of the container share (NEC 2023, 250.30(A)(6)(a)).
    cable: { type: 'Bare Cu', cores_count: 1, size_mm2: 85 },
  },
  {
    id: 'G-2',
    from: 'EX-C.G2',
    to: 'TRAY.PE',
    description: 'Tray and rack bonding bar',
    route: 'direct',
    cable: { type: 'Bare Cu', cores_count: 1, size_mm2: 67.4 },
  },
  {
    id: 'G-3',
    from: 'TRAY.PE',
    to: 'RN.PE',
    description: 'Bond of the network rack to the rack bar',
    route: 'direct',
    cable: RACK_BOND,
  },
  ...RACKS.map((r): ConnectionSource => ({
    id: `G-R${r}`,
    from: 'TRAY.PE',
    to: `R${r}.PE`,
    description: `Bond of rack ${r} to the rack bar`,
    route: 'direct',
    cable: RACK_BOND,
  })),
  ...electrodeConductors('MDP.PE', NEUTRALS),
]
