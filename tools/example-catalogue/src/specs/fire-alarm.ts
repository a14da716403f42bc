import { POWER_LIMITED } from './cable-types.ts'
import { controlCable } from './control-cables.ts'
import type { ComponentSource, ConnectionSource, PartSource, PortSource } from './variant.ts'
import { component, part, topOf, trayCable } from './variant.ts'

/** Panel of fire alarm and release, and the cylinder that it releases. */
const PANEL = 'fap-01'
const CYLINDER = 'FX1'

/**
 * Power-limited circuits of the fire alarm, 14 AWG, in a raceway of their own: they share no tray with 480 V. Source: NEC 2023 Article
 * 760, 760.136 and 760.154; size: design choice.
 */
const DETECTION: ConnectionSource['cable'] = { ...POWER_LIMITED, size_mm2: 2.08, cores_count: 2 }

type Point = [number, number, number]

/** Lower corners of the devices in a container, mm: two buttons at the doors, over stations of the release; two detectors, one horn. */
interface Places {
  readonly buttons: readonly [Point, Point]
  readonly detectors: readonly [Point, Point]
  readonly horn: Point
}

/** Rows from the panel to its devices, by terminals: each starts where the one of a loop before ends. */
const ROWS = [
  ['C-DET1', `${PANEL}.L1`, 'SMK-1.IN', 'Detector loop from the panel, supervised'],
  ['C-DET2', 'SMK-1.OUT', 'SMK-2.IN', 'Detector loop between the detectors'],
  ['C-DET3', 'SMK-2.OUT', `${PANEL}.L2`, 'Detector loop back to the panel'],
  ['C-HRN', `${PANEL}.HRN`, 'HRN-1.IN', 'Notification circuit, supervised'],
  ['C-FX', `${PANEL}.FX`, `${CYLINDER}.REL`, 'Release of the agent, supervised'],
  ['C-MRS1', `${PANEL}.MRS`, 'MRS-1.IN', 'Manual release at the personnel door, supervised'],
  ['C-MRS2', 'MRS-1.OUT', 'MRS-2.IN', 'Manual release at the cargo doors, end of line'],
  ['C-ABT1', `${PANEL}.ABT`, 'ABT-1.IN', 'Abort of the release at the personnel door, supervised'],
  ['C-ABT2', 'ABT-1.OUT', 'ABT-2.IN', 'Abort of the release at the cargo doors, end of line'],
] as const

/** Ways out of a container. */
const DOORS = ['personnel door', 'cargo doors'] as const

/** Buttons of emergency power off, by the door that each stands at. */
const BUTTONS = DOORS.map((door, index) => ({ id: `EPB-${index + 1}`, door }))

/**
 * What stands below each button, with how far below it, mm: the manual release 1.07 m above the floor, the abort within reach of the
 * same person. Source: NFPA 2001 asks for a manual release, and abort stations for being within the space at its ways out; heights: `assumption`, NFPA 72 practice.
 */
const STATIONS = [
  { letters: 'MRS', what: 'Manual release station of the agent', below_mm: 120 },
  { letters: 'ABT', what: 'Abort station of the release', below_mm: 260 },
] as const

/** Buttons, stations of the release, detectors and horn of a container. Masses and sizes: `assumption`. */
export function fireComponents({ buttons, detectors, horn }: Places): ComponentSource[] {
  return [
    ...BUTTONS.map(({ id, door }, index) =>
      component(
        id,
        'wallbox',
        buttons[index] ?? buttons[0],
        [80, 60, 120],
        0.5,
        `Button of emergency power off, ${door}`,
      ),
    ),
    ...DOORS.flatMap((door, index) => {
      const [x, y, z] = buttons[index] ?? buttons[0]
      return STATIONS.map(({ letters, what, below_mm }) =>
        component(
          `${letters}-${index + 1}`,
          'wallbox',
          [x, y, z - below_mm],
          [80, 60, 120],
          0.5,
          `${what}, ${door}`,
        ),
      )
    }),
    ...detectors.map((place, index) =>
      component(`SMK-${index + 1}`, 'sensor', place, [100, 100, 60], 0.3, `Smoke detector ${index + 1}`),
    ),
    component('HRN-1', 'wallbox', horn, [80, 60, 120], 0.5, 'Horn strobe'),
  ]
}

/** Terminals of the panel, of its devices and of the cylinder. */
export function firePorts(components: readonly ComponentSource[]): PortSource[] {
  return terminalsOf(fireConnections(), components)
}

function terminalsOf(
  connections: readonly ConnectionSource[],
  components: readonly ComponentSource[],
): PortSource[] {
  const port = (id: string, flow: PortSource['flow']): PortSource => ({
    id,
    on: id.slice(0, id.indexOf('.')),
    service: 'control',
    flow,
    position_mm: topOf(components, id.slice(0, id.indexOf('.'))),
    termination: 'terminal',
    rating: { voltage_v: 24 },
  })
  return connections.flatMap(({ from, to }) => [port(from, 'out'), port(to, 'in')])
}

/**
 * Loop from the panel to the monitor modules that read alarm and fault of other containers, in the panel where the cables of those end,
 * and back: the modules take their power from it, so that their number asks for no more cores.
 */
export function monitorLoop(at: string): ConnectionSource[] {
  return (
    [
      ['C-MON1', `${PANEL}.L3`, `${at}.MON1`, 'Loop from the panel to the monitor modules, supervised'],
      ['C-MON2', `${at}.MON2`, `${PANEL}.L4`, 'Loop from the monitor modules back to the panel'],
    ] as const
  ).map(([id, from, to, description]) => ({
    id,
    from,
    to,
    description,
    route: 'direct',
    cable: DETECTION,
  }))
}

/** Terminals of that loop. */
export function monitorPorts(at: string, components: readonly ComponentSource[]): PortSource[] {
  return terminalsOf(monitorLoop(at), components)
}

/** What emergency power off opens behind the UPS of a container. */
export const UPS_RELEASE: ConnectionSource = trayCable(
  'C-EPO2',
  'fap-01.EPO2',
  'ups-01.EPO',
  'Emergency power off: shunt trips of ups-01.Q1 and of its battery breaker ups-01.QB',
  controlCable('release', 5),
)

/** Circuits of the buttons, detectors, horn and stations, and of the release: no function of the panel without its wire. */
export function fireConnections(): ConnectionSource[] {
  return [
    ...BUTTONS.map(({ id, door }, index): ConnectionSource => ({
      id: `C-${id}`,
      from: `${id}.C`,
      to: `${PANEL}.B${index + 1}`,
      description: `Button of emergency power off at the ${door}, supervised`,
      route: 'tray',
      cable: controlCable('release', 4),
    })),
    ...ROWS.map(([id, from, to, description]): ConnectionSource => ({
      id,
      from,
      to,
      description,
      route: 'direct',
      cable: DETECTION,
    })),
  ]
}

/** Lines of the bill for the devices; `line` makes a line id from its number. */
export function fireParts(line: (n: string) => string): PartSource[] {
  return [
    part(
      line('094'),
      'EPB-*',
      'safety',
      'Button of emergency power off with guard and end-of-line resistor, at a door',
      BUTTONS.length,
      { unit_mass_kg: 0.5 },
    ),
    part(line('101'), 'SMK-*', 'safety', 'Smoke detector, cross-zoned for the release', 2, {
      unit_mass_kg: 0.3,
    }),
    part(line('102'), 'HRN-1', 'safety', 'Horn strobe, notification and pre-discharge', 1, {
      unit_mass_kg: 0.5,
    }),
    part(
      line('104'),
      'MRS-*',
      'safety',
      'Manual release station of the agent, two actions, with guard, at a door (NFPA 2001)',
      DOORS.length,
      { unit_mass_kg: 0.5 },
    ),
    part(
      line('105'),
      'ABT-*',
      'safety',
      'Abort station, holds the release by the detectors back while it is pressed and not the manual one, at a door (NFPA 2001)',
      DOORS.length,
      { unit_mass_kg: 0.5 },
    ),
    part(line('103'), null, 'safety', 'Emergency lights with batteries at the doors', 1, { unit: 'set' }),
  ]
}
