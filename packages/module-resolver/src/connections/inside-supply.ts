import type { AssemblySpec, BlockElectrical, Connection, Feeder, SiteModule } from '@edp/schemas'

import { lvBoardRating, mvBoardRating } from '../electrical/equipment-rating.ts'
import { sheddingTags } from '../electrical/interlocks.ts'
import { greatestKa } from '../electrical/fault-figure.ts'
import type { FaultLevel } from '../electrical/inside-faults.ts'
import { faultBehindCable } from '../electrical/inside-faults.ts'
import type { CoreSupply } from '../electrical/core-supply.ts'
import type { SpineSupply } from '../electrical/spine-supply.ts'
import type { CoreChannel } from '../network/core-channels.ts'
import type { HostedSpines } from '../network/hosted-spines.ts'
import { cabinetWiring, type CabinetWiring } from './cabinet-cables.ts'
import { directCurrentSupply, NO_DIRECT_CURRENT, type DirectCurrentSupply } from './direct-current-ways.ts'
import { NO_CABLES, type PanelCables } from './panel-leads.ts'
import type { WayBreaker } from './typical-cable.ts'

/** What the design of the site says of the supply inside the modules of a kind. */
export interface InsideSupply {
  /** Greatest prospective current at the devices that the outside feeds. */
  readonly levels: ReadonlyMap<string, FaultLevel>
  /** Design currents that follow from the site, by the port at either end of a connection, A. */
  readonly currents: ReadonlyMap<string, number>
  /** Power of circuits that go on outside, by the port there, kW: single-phase loads of one phase are more in amperes than in kW. */
  readonly loads_kw: ReadonlyMap<string, number>
  /** Breakers of the block's own boards, by port. */
  readonly ways: ReadonlyMap<string, WayBreaker>
  /** Ratings of the block's own boards, by device. */
  readonly board_ratings: ReadonlyMap<string, string>
  /** Interlocks of their blocks that shed load and block the transfer between the incomers. */
  readonly blocked_by: readonly string[]
  /** Low-voltage sections of the block with most of them; 0 where the modules have none. */
  readonly sections_count: number
  /** Transformer of the spine racks, where these modules hold them. */
  readonly spine_supply: SpineSupply | null
  /** Spines that stand in each of these modules, for their fibres and management ports. */
  readonly hosted_spines: HostedSpines | null
  /** What crosses between the cabinets of a grid container, by the port that its cable starts at. */
  readonly cabinet_wiring: CabinetWiring
  /** What hangs on the ways of the 125 V DC of a grid container. */
  readonly direct_current: DirectCurrentSupply
  /** Supply of the rack with EMS and OT core, where these modules hold it. */
  readonly core_supply: CoreSupply | null
  /** Channels of the fibre cables of the container that holds the core; none in any other. */
  readonly core_channels: readonly CoreChannel[]
  /** Cables that end on the fibre panel of these grid containers; none in a compute container. */
  readonly panel_cables: PanelCables
  /** Links that join the two leaves of these modules, where no spine does. */
  readonly leaf_links_count: number
}

/** Boards whose breakers are those of the block's design, not of the typical. */
export const BLOCK_BOARDS: readonly string[] = ['LVS']

/** Ports of the low-voltage switchboard that serve the grid container itself, by the feeder of the design. */
const OWN_WAYS = [
  { port: 'LVS.AUX-A', kind: 'auxiliary', system: 'A' },
  { port: 'LVS.AUX-B', kind: 'auxiliary', system: 'B' },
  { port: 'LVS.NET', kind: 'network', system: null },
] as const satisfies readonly {
  port: string
  kind: Feeder['kind']
  system: Feeder['system']
}[]

/** Current of the feeder that the catalogue gives the auxiliaries of the grid container, A; 0 where it gives none. */
export function auxiliaryCurrent(grid: AssemblySpec | null): number {
  return grid?.connections.find((c) => c.from === OWN_WAYS[0].port)?.cable?.current_a ?? 0
}

/** Supply inside compute containers that are made alike: the most severe of their feeders, the greatest of their loads. */
export function computeSupply(
  blocks: readonly BlockElectrical[],
  containers: readonly SiteModule[],
  connections: readonly Connection[],
  it_currents: ReadonlyMap<string, number>,
  hosted: Pick<
    InsideSupply,
    'spine_supply' | 'hosted_spines' | 'core_supply' | 'core_channels' | 'leaf_links_count'
  >,
): InsideSupply {
  const own = new Set(containers.map((module) => module.module_id))
  const byId = new Map(connections.map((c) => [c.connection_id, c]))
  const buses = new Map(blocks.flatMap((block) => [...busLevels(block)]))
  const feeders = blocks.flatMap((block) => block.feeders.filter((f) => own.has(f.load_module_id ?? '')))
  const arriving = feeders.flatMap((feeder): FaultLevel[] => {
    const bus = buses.get(feeder.bus_tag)
    const cable = feeder.connection_id === null ? undefined : byId.get(feeder.connection_id)
    return bus === undefined || cable?.power == null ? [] : [behind(bus, cable)]
  })
  const load = Math.max(...feeders.map((feeder) => feeder.design_current_a))
  const cooler = connections.find((c) => c.from.port === 'CD.P1')?.power ?? null
  return {
    levels: new Map(arriving.length === 0 ? [] : [['CG', strongest(arriving)]]),
    currents: new Map<string, number>([
      ...it_currents,
      ...(['CG.PA', 'CG.PB'] as const).map((port): [string, number] => [port, load]),
      ...(cooler === null ? [] : ([['CD.P1', cooler.design_current_a]] as const)),
    ]),
    loads_kw: new Map(cooler === null ? [] : [['CD.P1', cooler.load_kw]]),
    ways: new Map(
      (['A', 'B'] as const).flatMap((system) => {
        const fed = feeders.filter((feeder) => feeder.system === system)
        return fed.length === 0 ? [] : [[`CG.P${system}`, containerWay(fed)]]
      }),
    ),
    board_ratings: new Map(),
    blocked_by: blocks
      .filter((block) => block.feeders.some((f) => own.has(f.load_module_id ?? '')))
      .flatMap(sheddingTags),
    sections_count: 0,
    cabinet_wiring: new Map(),
    direct_current: NO_DIRECT_CURRENT,
    panel_cables: NO_CABLES,
    ...hosted,
  }
}

/** Supply inside grid containers: that of their own low-voltage sections. */
export function gridSupply(
  blocks: readonly BlockElectrical[],
  hosted: Pick<InsideSupply, 'spine_supply' | 'hosted_spines' | 'panel_cables'>,
): InsideSupply {
  const levels = blocks.flatMap((block) => [...busLevels(block).values()])
  const ways = OWN_WAYS.flatMap(({ port, kind, system }) => {
    const feeders = blocks.flatMap((b) => b.feeders.filter((f) => f.kind === kind && f.system === system))
    return feeders.length === 0 ? [] : [{ port, feeders }]
  })
  const ratings = (of: (block: BlockElectrical) => string): string => {
    const [first = '', ...others] = new Set(blocks.map(of))
    return others.length === 0 ? first : 'by block, as on its sheet'
  }
  return {
    levels: new Map(levels.length === 0 ? [] : [['LVS', strongest(levels)]]),
    currents: new Map(
      ways.map(({ port, feeders }) => [port, Math.max(...feeders.map((f) => f.design_current_a))]),
    ),
    loads_kw: new Map(),
    ways: new Map(ways.map(({ port, feeders }) => [port, wayOf(feeders, blocks.length)])),
    blocked_by: [],
    board_ratings: new Map([
      ['LVS', ratings(lvBoardRating)],
      ['MVSG', ratings(mvBoardRating)],
    ]),
    sections_count: Math.max(0, ...blocks.map((block) => block.lv_buses.length)),
    cabinet_wiring: cabinetWiring(blocks),
    direct_current: directCurrentSupply(blocks),
    ...hosted,
    core_supply: null,
    core_channels: [],
    leaf_links_count: 0,
  }
}

/** One breaker for all blocks: `n` stands for the number of the block, the rating is left out where blocks differ. */
function wayOf(feeders: readonly Feeder[], blocks: number): WayBreaker {
  const breakers = feeders.map((feeder) => feeder.breaker)
  const [first] = breakers
  const trips = new Set(breakers.map((breaker) => breaker.trip_a))
  const tag = first?.tag ?? ''
  return {
    tag: blocks === 1 ? tag : tag.replace(/\d+([AB]?)$/, 'n$1'),
    trip_a: trips.size === 1 ? (first?.trip_a ?? null) : null,
    interrupting_ka: Math.max(...breakers.map((breaker) => breaker.interrupting_ka)),
    poles: first?.poles ?? 3,
  }
}

/** Breaker of the feeder of any container: `nn` stands for its number, the largest rating for all. */
function containerWay(feeders: readonly Feeder[]): WayBreaker {
  const tag = feeders[0]?.breaker.tag ?? ''
  return {
    ...wayOf(feeders, 1),
    tag: feeders.length === 1 ? tag : tag.replace(/\d+([AB])$/, 'nn$1'),
    trip_a: Math.max(...feeders.map((feeder) => feeder.breaker.trip_a)),
  }
}

/** Greatest levels of the low-voltage sections, as their breakers are rated. */
function busLevels({ lv_buses }: BlockElectrical): Map<string, FaultLevel> {
  return new Map(lv_buses.map((bus) => [bus.tag, { ka: greatestKa(bus), voltage_v: bus.voltage_v }]))
}

function behind(level: FaultLevel, { power, cable, length }: Connection): FaultLevel {
  const km = length.cut_m / 1000 / (cable?.sets_count ?? 1)
  return faultBehindCable(
    level,
    (power?.resistance_ohm_per_km ?? 0) * km,
    (power?.reactance_ohm_per_km ?? 0) * km,
  )
}

function strongest(levels: readonly FaultLevel[]): FaultLevel {
  return levels.reduce((most, level) => (level.ka > most.ka ? level : most))
}
