import type { AssemblyPort, AssemblySpec, RunLength } from '@edp/schemas'

import { bondingJumper } from '../electrical/bonding-jumpers.ts'
import { SPINE_BOARD, SPINE_TRANSFORMER, type SpineSupply } from '../electrical/spine-supply.ts'
import { IT_V, LV_V, POWER_FACTOR } from '../electrical/system-voltages.ts'
import { fullLoadCurrent } from '../electrical/transformers.ts'
import { fixedLength } from './lengths.ts'
import { sizedFor } from './typical-cable.ts'
import type { Draft, Source } from './typical.ts'

/** The cable that leads to the transformer of the spine racks: the grid container of the catalogue has it. */
export const SPINE_CABLE = 'W-NET'

/** The cable from that transformer to its board, before the first overcurrent device of the racks. */
export const SPINE_SECONDARY = 'W-SP'

/** Panel of a compute container whose way feeds the transformer where the container holds the spines. */
const COMPUTE_PANEL = 'MDP'

/** Lengths, m; a way to a rack is that of any lead to it. Source: `assumption`, TX2 and its board stand between the panel and the racks. */
export const HOSTED_LENGTH_M = { primary: 6, secondary: 2, way: 8 } as const

/** What the design sets into a container besides the catalogue's components, by kind. */
export const SPINE_KINDS: ReadonlyMap<string, string> = new Map([
  [SPINE_TRANSFORMER, 'transformer'],
  [SPINE_BOARD, 'panel'],
])

/**
 * Circuits of the spine racks in the container that holds them, in the order of the current: primary where the catalogue has none,
 * secondary to the board SPB with its main, a way to each rack PDU. Both PDUs of a pair carry the whole pair.
 */
export function spineDrafts(supply: SpineSupply, { role, ports }: AssemblySpec): Draft[] {
  const loadKva = supply.load_kw / POWER_FACTOR
  const pairs = Array.from({ length: supply.pdu_pairs }, (_, index) => index + 1)
  return [
    ...(role === 'grid_container'
      ? []
      : [
          draft(
            SPINE_CABLE,
            'Step-down transformer of the spine racks',
            lvPort(`${COMPUTE_PANEL}.NET`, COMPUTE_PANEL, LV_V, ports),
            lvPort(`${SPINE_TRANSFORMER}.HV`, SPINE_TRANSFORMER, LV_V, ports),
            {
              trip_a: supply.primary_a,
              load_a: fullLoadCurrent(loadKva, LV_V),
              length_m: HOSTED_LENGTH_M.primary,
            },
          ),
        ]),
    draft(
      SPINE_SECONDARY,
      'Secondary of the transformer of the spine racks',
      lvPort(`${SPINE_TRANSFORMER}.LV`, SPINE_TRANSFORMER, IT_V, ports),
      lvPort(`${SPINE_BOARD}.IN`, SPINE_BOARD, IT_V, ports),
      {
        trip_a: supply.secondary_a,
        load_a: fullLoadCurrent(loadKva, IT_V),
        length_m: HOSTED_LENGTH_M.secondary,
      },
    ),
    ...pairs.flatMap((pair) =>
      (['A', 'B'] as const).map((system) =>
        draft(
          `W-SP${pair}${system}`,
          `PDU ${system} of the spine racks`,
          { ...lvPort(`${SPINE_BOARD}.Q${system}${pair}`, SPINE_BOARD, IT_V, ports), system },
          {
            ...lvPort(`SPN${pair}.P${system}`, `SPN${pair}`, IT_V, ports),
            termination: `IEC 60309 ${supply.pdu_inlet_a} A`,
          },
          { trip_a: supply.way_a, load_a: supply.pdu_load_a, length_m: HOSTED_LENGTH_M.way },
        ),
      ),
    ),
  ]
}

/** A circuit of a breaker, with the cable that carries it. */
interface SpineCircuit {
  readonly trip_a: number
  readonly load_a: number
  readonly length_m: number
}

function draft(
  id: string,
  description: string,
  from: AssemblyPort,
  to: AssemblyPort,
  { trip_a, load_a, length_m }: SpineCircuit,
): Draft {
  const neutral = from.rating.voltage_v === IT_V
  const cable = {
    type: 'TC-ER Cu 600 V',
    cores_count: neutral ? 5 : 4,
    neutrals_count: neutral ? 1 : 0,
    runs_count: 1,
    current_a: load_a,
  }
  const source: Source = { id, from: from.id, to: to.id, description, route: 'tray', length_m }
  const sized = sizedFor(cable, trip_a, from)
  return {
    source: id === SPINE_SECONDARY ? secondaryOf(source, sized) : { ...source, cable: sized },
    from,
    to,
    length: chosenLength(length_m),
    trip_a,
  }
}

/**
 * Secondary conductors are singles, because their earthing conductor is the supply-side bonding jumper: it follows the phases, not the
 * main behind them (NEC 2023, 250.30(A)(2)), and is larger than the earth of a multicore cable.
 */
function secondaryOf(source: Source, sized: NonNullable<Source['cable']>): Source {
  return {
    ...source,
    route: 'direct',
    cable: {
      ...sized,
      type: 'XHHW-2 Cu 600 V',
      cores_count: 1,
      runs_count: 3 + sized.neutrals_count,
      earth_mm2: bondingJumper(sized.size_mm2 ?? 0).mm2,
    },
  }
}

function lvPort(id: string, on: string, voltage_v: number, ports: readonly AssemblyPort[]): AssemblyPort {
  return {
    id,
    on,
    service: 'power_lv',
    flow: 'both',
    position_mm: ports.find((port) => port.on === on)?.position_mm ?? [0, 0, 0],
    termination: 'lug',
    rating: { voltage_v, phases_count: 3 },
  }
}

/** Length of what ends in a rack that the design sets into a container, m. */
export function chosenLength(cut_m: number): RunLength {
  return fixedLength(cut_m, 'LE-INT-03: fixed, the place of the spine racks is settled with the layout')
}
