import type { BlockElectrical, DirectCurrentWay } from '@edp/schemas'

import { continuousTrip } from '../electrical/breakers.ts'
import {
  breakerCurrent,
  DC_WAYS,
  directCurrentWays,
  momentaryCurrent,
  type LoadedWay,
} from '../electrical/direct-current-ways.ts'
import { conductorForMetric } from '../electrical/conductor-table.ts'
import { coilVoltage } from '../electrical/station-battery.ts'
import type { Draft } from './typical.ts'

/** Ways of the 125 V DC of grid containers that are made alike, by the port that each starts at. */
export interface DirectCurrentSupply {
  readonly ways: ReadonlyMap<string, LoadedWay>
  /** Coils that act together in the worst event of the block with most of them, A. */
  readonly momentary_a: number
}

/** Where nothing takes 125 V DC. */
export const NO_DIRECT_CURRENT: DirectCurrentSupply = { ways: new Map(), momentary_a: 0 }

/** The greatest load of each way among some blocks. Tags differ from block to block: their number is said instead. */
export function directCurrentSupply(blocks: readonly BlockElectrical[]): DirectCurrentSupply {
  const all = blocks.map(directCurrentWays)
  const ways = DC_WAYS.flatMap((port): [string, LoadedWay][] => {
    const [first, ...others] = all.map((one) => one[port])
    if (first === undefined) return []
    const largest = others.reduce((most, way) => (loadOf(way) > loadOf(most) ? way : most), first)
    return [[port, others.length === 0 ? largest : untagged(largest)]]
  })
  return { ways: new Map(ways), momentary_a: Math.max(0, ...all.map(momentaryCurrent)) }
}

const loadOf = ({ continuous_a, momentary_a }: LoadedWay): number => continuous_a + momentary_a

function untagged(way: LoadedWay): LoadedWay {
  const { devices } = way
  return devices.every((tag) => !tag.startsWith('52-'))
    ? way
    : {
        ...way,
        devices: [`${devices.length} ${devices.length === 1 ? 'breaker' : 'breakers'} of a block`],
      }
}

/** Ways of direct current with what hangs on them; a way without a device is none. */
export function withDirectCurrent(drafts: readonly Draft[], { ways }: DirectCurrentSupply): Draft[] {
  return drafts.flatMap((draft) => {
    const way = ways.get(draft.from.id)
    const { cable } = draft.source
    if (way === undefined || cable === undefined) return [draft]
    return way.devices.length === 0
      ? []
      : [
          {
            ...draft,
            trip_a: continuousTrip(breakerCurrent(way)),
            source: {
              ...draft.source,
              description: `125 V DC, ${devicesText(way)}`,
              cable: { ...cable, current_a: way.continuous_a },
            },
          },
        ]
  })
}

/** Devices with what flows all the time, and what coils take that act together. */
function devicesText({ serves, devices, continuous_a, momentary_a, together, lost }: LoadedWay): string {
  const coils = momentary_a === 0 ? '' : `, ${momentary_a} A ${together}`
  return `${serves} (${devices.join(', ')}); ${continuous_a} A${coils}; ${lost}`
}

/** The ways of a charger with the voltage that its cables leave to the coils behind them. */
export function waysOf(
  drafts: readonly Draft[],
  { ways }: DirectCurrentSupply,
  nominal_v: number,
): DirectCurrentWay[] {
  return drafts.flatMap(({ from, source, length }) => {
    const way = ways.get(from.id)
    const size = source.cable?.size_mm2
    if (way === undefined || size === undefined) return []
    const there_and_back = (2 * length.cut_m * conductorForMetric(size).r) / 1000
    const coil_v = way.momentary_a === 0 ? null : coilVoltage(nominal_v, way.momentary_a, there_and_back)
    return [{ port: from.id, ...way, coil_v }]
  })
}
