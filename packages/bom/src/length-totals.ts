import {
  compareText,
  roundTo,
  type Connection,
  type ModuleKind,
  type ScheduleTotal,
  type Service,
  type SiteModel,
  type Typical,
} from '@edp/schemas'

import { naturalKey, serviceRank } from './natural-order.ts'
import { earthingOrder, orderSize, orderType, runsOf } from './order-text.ts'
import { cableSpareLength, isMadeUp, pieceSpareLength } from './spare-rules.ts'

/** Total of one type of cable or hose, with what a buyer needs besides the schedule's columns. */
export interface LengthTotal extends ScheduleTotal {
  readonly service: Service
  readonly module_kind: ModuleKind | null
  readonly modules_count: number
  /** Rating and least burst pressure of a hose, bar gauge; `null` for a cable. */
  readonly rated_bar: number | null
  readonly burst_bar: number | null
  readonly length_per_module_m: number
  /** Mass of the cables with their earthing conductors; `null` where a mass per metre is not known. */
  readonly mass_kg: number | null
}

/** What adds up while connections are read. */
interface Sum {
  readonly head: Pick<
    LengthTotal,
    | 'type'
    | 'size'
    | 'medium'
    | 'service'
    | 'scope'
    | 'installed'
    | 'designations'
    | 'module_kind'
    | 'modules_count'
    | 'rated_bar'
    | 'burst_bar'
  >
  runs: number
  length_m: number
  longest_m: number
  /** NaN as soon as one mass is unknown. */
  mass_kg: number
}

/**
 * Lengths by service, type, size and scope: of connections between modules, and of the factory-made ones inside each
 * kind of module times the modules of that kind. Earthing conductors laid with feeders are lines of their own.
 */
export function lengthTotals(site: SiteModel): LengthTotal[] {
  const sums = new Map<string, Sum>()
  for (const connection of site.connections) addConnection(sums, connection, null)
  for (const typical of site.typicals) {
    for (const connection of typical.connections) addConnection(sums, connection, typical)
  }
  return [...sums.values()]
    .map((sum) => ({ sum, key: orderKey(sum.head) }))
    .sort((a, b) => compareText(a.key, b.key))
    .map(({ sum }) => totalOf(sum))
}

/** By service; on site before in the factory; by type and size. */
function orderKey(head: Sum['head']): string {
  return [
    serviceRank(head.service),
    head.installed === 'site' ? 0 : 1,
    head.module_kind ?? '',
    head.designations,
    naturalKey(`${head.type} ${head.size}`),
    head.medium,
    head.scope,
  ].join('\u0000')
}

function addConnection(sums: Map<string, Sum>, connection: Connection, typical: Typical | null): void {
  const common = {
    scope: connection.scope,
    installed: typical === null ? ('site' as const) : ('factory' as const),
    designations: typical?.designations ?? '',
    module_kind: typical?.kind ?? null,
    modules_count: typical?.modules_count ?? 1,
    rated_bar: connection.hose?.working_pressure_bar ?? null,
    burst_bar: connection.hose?.burst_pressure_bar ?? null,
  }
  const { cut_m } = connection.length
  add(
    sums,
    {
      type: orderType(connection),
      size: orderSize(connection),
      medium: connection.medium,
      service: connection.service,
      ...common,
    },
    {
      runs: runsOf(connection),
      length_m: connection.total_length_m,
      longest_m: cut_m,
      mass_kg: connection.total_mass_kg ?? Number.NaN,
    },
  )
  const earthing = earthingOrder(connection.cable)
  if (earthing !== null && connection.earth_length_m > 0)
    add(
      sums,
      { ...earthing, medium: 'cable', service: 'earth', ...common },
      // Its mass is in the mass of its feeder.
      {
        runs: runsOf(connection),
        length_m: connection.earth_length_m,
        longest_m: cut_m,
        mass_kg: Number.NaN,
      },
    )
}

function add(sums: Map<string, Sum>, head: Sum['head'], part: Omit<Sum, 'head'>): void {
  const key = [
    head.service,
    head.installed,
    head.module_kind ?? '',
    head.designations,
    head.type,
    head.size,
    head.medium,
    head.scope,
  ].join('\u0000')
  const sum = sums.get(key)
  if (sum === undefined) {
    sums.set(key, { head, ...part })
    return
  }
  sum.runs += part.runs
  sum.length_m += part.length_m
  sum.longest_m = Math.max(sum.longest_m, part.longest_m)
  sum.mass_kg += part.mass_kg
}

function totalOf({ head, runs, length_m, longest_m, mass_kg }: Sum): LengthTotal {
  const { modules_count: modules } = head
  const total = roundTo(length_m * modules, 1)
  const spare = roundTo(spareOf(head, runs, length_m, longest_m), 1)
  return {
    ...head,
    runs_count: runs * modules,
    length_per_module_m: roundTo(length_m, 1),
    total_length_m: total,
    spare_length_m: spare,
    order_length_m: roundTo(total + spare, 1),
    mass_kg: Number.isNaN(mass_kg) ? null : roundTo(mass_kg * modules, 1),
  }
}

function spareOf(head: Sum['head'], runs: number, length_m: number, longest_m: number): number {
  if (head.installed === 'factory' || head.scope === 'by_others') return 0
  return head.medium === 'hose' || head.medium === 'pipe' || isMadeUp(head.type)
    ? pieceSpareLength(runs, longest_m)
    : cableSpareLength(length_m)
}
