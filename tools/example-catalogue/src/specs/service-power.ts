import { TRAY_CABLE } from './cable-types.ts'
import type { ComponentSource, ConnectionSource, PartSource, PortSource } from './variant.ts'
import { component, part, topOf, trayCable } from './variant.ts'

/**
 * What a panel is made for: its transformer with the current between two phases of 480 V, the cable and the way before it. The larger one
 * feeds PDU B of the core rack too. Masses and kVA: `assumption`, common mini power centres.
 */
interface ServiceSize {
  readonly rated_kva: number
  readonly current_a: number
  readonly cable_mm2: number
  readonly way_a: number
  readonly mass_kg: number
}

export const LIGHT_AND_RECEPTACLES: ServiceSize = {
  rated_kva: 5,
  current_a: 10.4,
  cable_mm2: 3.31,
  way_a: 20,
  mass_kg: 60,
}

export const WITH_CORE_RACK: ServiceSize = {
  rated_kva: 10,
  current_a: 20.8,
  cable_mm2: 5.26,
  way_a: 30,
  mass_kg: 100,
}

/**
 * Panel that a container has its light, its receptacles and its access control from; transformer LP.T1 and main LP.Q1 are inside it. The way
 * of the board that feeds this mini power centre has a name of its own.
 */
const PANEL = 'LP'
const WAY = 'MPC'

/**
 * What hangs on the panel: the ways by the equipment they lead to, a leg with 20 A each. Source: `assumption`; receptacles 80 % of a 20 A
 * circuit.
 */
const WAYS = [
  { device: 'LTG', leg: 'L1', current_a: 4, description: 'Luminaires and emergency lights' },
  { device: 'REC-1', leg: 'L1', current_a: 16, description: 'Service receptacle at the interface end' },
  { device: 'REC-2', leg: 'L2', current_a: 16, description: 'Service receptacle at the cargo doors' },
  { device: 'SEC', leg: 'L2', current_a: 4, description: 'Access control and cameras' },
] as const

/** Single-phase 120 V of the panel. */
const SERVICE_V = { voltage_v: 120, phases_count: 1, current_a: 20 }
/** Its supply between two phases. */
const SUPPLY_V = { voltage_v: 480, phases_count: 1 }

type Point = [number, number, number]

/** Lower corners of the equipment in a container, mm. */
interface Places {
  readonly panel: Point
  readonly luminaires: Point
  readonly receptacles: readonly [Point, Point]
  readonly access: Point
}

/** Panel with its transformer, luminaires, two receptacles and the panel of access control. Masses and sizes: `assumption`. */
export function serviceComponents(
  { panel, luminaires, receptacles, access }: Places,
  { rated_kva, mass_kg }: ServiceSize,
): ComponentSource[] {
  return [
    component(
      PANEL,
      'panelboard',
      panel,
      [400, 310, 800],
      mass_kg,
      'Mini power centre: transformer 480 V to 120/240 V single-phase with panel for light and receptacles',
      {
        electrical: {
          kind: 'transformer',
          voltage: '480 V - 120/240 V 1ph',
          rated_kva,
          impedance_pct: 4,
          phases_count: 1,
          transformer: `${PANEL}.T1`,
          // Rating of the bus: `assumption`.
          output: { breaker: `${PANEL}.Q1`, bus_a: 100 },
          features: '8 ways',
          neutral_earthing: 'neutral earthed in LP, jumper 8 AWG',
        },
      },
    ),
    component('LTG', 'luminaires', luminaires, [10200, 120, 60], 15, 'Row of six LED luminaires, 40 W each'),
    ...receptacles.map((place, index) =>
      component(
        `REC-${index + 1}`,
        'wallbox',
        place,
        [80, 60, 120],
        0.4,
        'Duplex receptacle 125 V 20 A with ground-fault protection',
      ),
    ),
    component('SEC', 'wallbox', access, [300, 120, 400], 6, 'Panel of access control and cameras'),
  ]
}

/** Ports of the panel and of what hangs on it; `source` is the board that feeds it. */
export function servicePorts(
  source: string,
  components: readonly ComponentSource[],
  { way_a }: ServiceSize,
): PortSource[] {
  const supply = { ...SUPPLY_V, current_a: way_a }
  const port = (
    id: string,
    on: string,
    flow: PortSource['flow'],
    rating: PortSource['rating'],
  ): PortSource => ({
    id,
    on,
    service: 'power_lv',
    flow,
    position_mm: topOf(components, on),
    termination: 'terminal',
    rating,
  })
  return [
    port(`${source}.${WAY}`, source, 'out', supply),
    port(`${PANEL}.IN`, PANEL, 'in', supply),
    ...WAYS.flatMap(({ device, leg }) => [
      port(`${PANEL}.${device}`, PANEL, 'out', { ...SERVICE_V, leg }),
      port(`${device}.P`, device, 'in', SERVICE_V),
    ]),
  ]
}

/** Supply of the panel between two phases, and its ways of 12 AWG with neutral. */
export function serviceConnections(source: string, size: ServiceSize): ConnectionSource[] {
  const power = (
    id: string,
    from: string,
    to: string,
    description: string,
    current_a: number,
    { size_mm2, neutrals_count }: { readonly size_mm2: number; readonly neutrals_count: number },
  ): ConnectionSource =>
    trayCable(id, from, to, description, {
      ...TRAY_CABLE,
      cores_count: 3,
      size_mm2,
      current_a,
      neutrals_count,
      earth_mm2: size_mm2,
    })
  return [
    power(
      `W-${PANEL}`,
      `${source}.${WAY}`,
      `${PANEL}.IN`,
      'Light, receptacles, access control',
      size.current_a,
      { size_mm2: size.cable_mm2, neutrals_count: 0 },
    ),
    ...WAYS.map(({ device, current_a, description }) =>
      power(`W-${device}`, `${PANEL}.${device}`, `${device}.P`, description, current_a, {
        size_mm2: 3.31,
        neutrals_count: 1,
      }),
    ),
  ]
}

/** Lines of the bill for the service supply; `line` makes a line id from its number. */
export function serviceParts(line: (n: string) => string, { mass_kg }: ServiceSize): PartSource[] {
  return [
    part(
      line('096'),
      PANEL,
      'power',
      'Mini power centre for light and receptacles: transformer LP.T1, main LP.Q1, breakers of its ways',
      1,
      {
        rating: '{LP}; output {LP.Q1}',
        unit_mass_kg: mass_kg,
      },
    ),
    part(
      line('097'),
      'LTG',
      'power',
      'LED luminaire 1.2 m, vapour-tight, 120 V, with switches at both doors',
      6,
      {
        rating: '40 W, 4800 lm',
        unit_mass_kg: 2.5,
      },
    ),
    part(line('098'), 'REC-*', 'power', 'Duplex receptacle with ground-fault protection, in a box', 2, {
      rating: '125 V, 20 A',
      unit_mass_kg: 0.4,
    }),
  ]
}
