import { NODES, RACKS, two } from './components.ts'

/** Devices on the OT switch, in the order of its ports. */
export const OT_DEVICES = [
  'cdu-01',
  'mtr-a',
  'mtr-b',
  'ups-01',
  'air-01',
  'env-01',
  'lkd-01',
  'fap-01',
] as const

/** Panels and controllers of safety and control that the UPS feeds, each by its port. */
export const CONTROL_LOADS = [
  { device: 'fap-01', port: 'fap-01.P' },
  { device: 'lkd-01', port: 'lkd-01.P' },
  { device: 'env-01', port: 'env-01.P' },
  // Its pumps hang on the main panel; its controller sheds the nodes and outlasts the panel.
  { device: 'cdu-01', port: 'cdu-01.PC' },
] as const

/** Devices that derive a neutral, which is earthed at them. */
export const NEUTRALS = ['TX1', 'ups-01', 'LP'] as const

/** Head servers of the storage, one on each storage switch; the shelves hang on them and have no port of their own. */
export const HEAD_SERVERS = ['sto-01', 'sto-02'] as const

/** Devices on the out-of-band switch, in the order of its ports. */
export const OOB_DEVICES = [
  ...NODES.map((n) => `node-${two(n)}`),
  ...RACKS.flatMap((r) => [`pdu-r${r}a`, `pdu-r${r}b`]),
  'swl-01',
  'swl-02',
  'sws-01',
  'sws-02',
  'pdu-na',
  'pdu-nb',
  ...HEAD_SERVERS,
]
