import { controlCable } from './control-cables.ts'
import type { ConnectionSource, PortSource } from './variant.ts'

type Cable = Parameters<typeof controlCable>

/** A cable between the cooling and its panel: what stands off the CDU, by the tags of the P&ID. */
interface Wire {
  /** Tag that the cable is named for. */
  readonly tag: string
  /** Component that it stands on, and the panel that its cable ends in. */
  readonly on: string
  readonly panel: string
  readonly description: string
  /** Tags whose signals it carries; its own where not given. */
  readonly carries?: readonly string[]
  readonly cable: Cable
  readonly when?: ConnectionSource['when']
}

const CDU = 'cdu-01'
const LEAK_PANEL = 'lkd-01'
const FROST: ConnectionSource['when'] = { climate_zone: 'subarctic' }

/** Drive of an isolation valve: 24 V and both contacts of its position switch, a spare pair. */
const DRIVE: Cable = ['release', 8]
const TRANSMITTER: Cable = ['signal', 2]
/** Lead of a rope: sensing and return pair. Source: makers' data of sensing ropes. */
const LEAD: Cable = ['signal', 4]

const WIRES: readonly Wire[] = [
  ...(['101', '102'] as const).map((loop) => ({
    tag: `XV-${loop}`,
    on: 'CD',
    panel: CDU,
    description: `XV-${loop} at plate CD: 24 V of its drive, both contacts of ZS-${loop}`,
    carries: [`XV-${loop}`, `ZS-${loop}`],
    cable: DRIVE,
  })),
  ...(
    [
      ['PT-201', 'MF-S', 'supply manifold'],
      ['PDT-201', 'MF-S', 'across the manifolds'],
      ['TT-202', 'MF-R', 'return manifold'],
      ['TT-301', 'TT-301', 'cold aisle'],
      ['MT-301', 'MT-301', 'cold aisle'],
    ] as const
  ).map(([tag, on, place]) => ({
    tag,
    on,
    panel: CDU,
    description: `${tag}, ${place}, 4-20 mA to the controller of the CDU`,
    cable: TRANSMITTER,
  })),
  ...(
    [
      ['LDS-201', CDU, 'base of the CDU'],
      ['LDS-202', 'MF-R', 'below the manifolds'],
      ['LDS-203', 'R1', 'rack row'],
      ['LDS-204', 'CD', 'plate CD'],
    ] as const
  ).map(([tag, on, place]) => ({
    tag,
    on,
    panel: LEAK_PANEL,
    description: `Lead cable of leak rope ${tag}, ${place}`,
    cable: LEAD,
  })),
  {
    tag: 'P-103',
    on: 'CD',
    panel: CDU,
    description: 'Drain-back at plate CD: 24 V of refill pump P-103, contacts of LSH-101 and LSL-101',
    carries: ['P-103', 'LSH-101', 'LSL-101'],
    cable: DRIVE,
    when: FROST,
  },
]

/** Box behind plate CD where the supply of the heat rejection unit goes on: a gland joins no conductors. */
export const SUPPLY_BOX = 'TB-HRU'

/** Ends of the cables at what they serve and at its panel. */
export function coolingWirePorts(at: (id: string) => PortSource['position_mm']): PortSource[] {
  return WIRES.flatMap(({ tag, on, panel, when }) =>
    [
      { id: `${tag}.C`, on },
      { id: `${panel}.${tag}`, on: panel },
    ].map((end) => ({
      ...end,
      service: 'control' as const,
      flow: 'both' as const,
      position_mm: at(end.on),
      termination: 'terminal',
      rating: { voltage_v: 24 },
      ...(when === undefined ? {} : { when }),
    })),
  )
}

/** The cables, named for what they serve. */
export function coolingWires(): ConnectionSource[] {
  return WIRES.map(({ tag, panel, description, carries = [tag], cable, when }) => ({
    id: `C-${tag}`,
    from: `${tag}.C`,
    to: `${panel}.${tag}`,
    description,
    carries: [...carries],
    route: 'tray',
    cable: controlCable(...cable),
    ...(when === undefined ? {} : { when }),
  }))
}
