import type { Connection, InsideEquipment, StationBattery, Typical } from '@edp/schemas'

/** A board inside a container: its incoming cables and its outgoing ways. */
export interface Board {
  readonly device: string
  /** What is known of the board, or of the UPS, transfer switch or charger that feeds it; null where the catalogue says nothing. */
  readonly equipment: InsideEquipment | null
  readonly incomers: readonly Connection[]
  readonly ways: readonly Way[]
  /** Station battery on its bus; null without one. */
  readonly battery: StationBattery | null
}

/** An outgoing way of a board and what it leads to. */
export interface Way {
  readonly connection: Connection
  /** The way of the second source, where both lead to one transfer switch. */
  readonly second: Connection | null
  /** What stands in the line between two boards: a transformer with the cable behind it. */
  readonly series: Connection | null
  /** The board at the end; null where the way ends at a load. */
  readonly board: Board | null
  /** Undervoltage release of its breaker; null without one. */
  readonly release: Release | null
  /** Cables from the load on to what it feeds, as from a rack PDU to its nodes. */
  readonly onward: readonly Connection[]
}

/** An undervoltage release of a way: its terminals, the cable to them and the relay that holds it. */
export interface Release {
  readonly port: string
  readonly connection_id: string
  readonly held_by: string
}

/** Outgoing ways from which on a device is drawn as a board with its own bus. */
const BOARD_WAYS = 3

/** Joins the cables of a typical module to trees, each device drawn once. */
class Tree {
  private readonly from = new Map<string, Connection[]>()
  private readonly fed: ReadonlySet<string>
  private readonly drawn = new Set<string>()
  private readonly typical: Typical

  constructor(typical: Typical) {
    this.typical = typical
    const cables = typical.connections.filter(({ service }) => POWER.has(service))
    for (const cable of cables)
      this.from.set(cable.from.device, [...(this.from.get(cable.from.device) ?? []), cable])
    this.fed = new Set(cables.filter((c) => c.service === 'power_lv').map((c) => c.to.device))
  }

  /** The boards that nothing inside feeds. */
  roots(): Board[] {
    return [...this.from.keys()]
      .filter((device) => !this.fed.has(device))
      .map((device) => {
        const out = this.leaves(device)
        const [first] = out
        const one = first !== undefined && out.every((c) => c.to.device === first.to.device)
        // Cables that all lead from a plate to one board are its incomers.
        return one && this.equipmentOf(device) === null && this.leaves(first.to.device).length > 0
          ? this.boardAt(first.to.device, out)
          : this.boardAt(device, [])
      })
  }

  private leaves(device: string): readonly Connection[] {
    return this.from.get(device) ?? []
  }

  private equipmentOf(device: string): InsideEquipment | null {
    return this.typical.equipment.find((e) => e.device === device) ?? null
  }

  /** A device with outgoing ways that the model knows as a board, or that has so many of them that it is drawn as one. */
  private isBoard(device: string): boolean {
    const { length } = this.leaves(device)
    return length >= BOARD_WAYS || (length > 0 && this.equipmentOf(device)?.kind === 'board')
  }

  private boardAt(device: string, incomers: readonly Connection[]): Board {
    this.drawn.add(device)
    const taken = new Set<Connection>()
    const ways = this.leaves(device).flatMap((connection): Way[] => {
      if (taken.has(connection)) return []
      const second = this.secondSource(connection)
      if (second !== null) taken.add(second)
      return [this.wayOf(connection, second)]
    })
    const equipment = this.equipmentOf(device)
    return { device, equipment, incomers, ways, battery: equipment?.station_battery ?? null }
  }

  /** The other cable from the same board to the same transfer switch. */
  private secondSource({ from, to, connection_id }: Connection): Connection | null {
    if (this.equipmentOf(to.device)?.kind !== 'transfer_switch') return null
    const others = this.leaves(from.device).filter((c) => c.to.device === to.device)
    return others.find((c) => c.connection_id !== connection_id) ?? null
  }

  private releaseOf({ from }: Connection): Release | null {
    const release = this.equipmentOf(from.device)?.undervoltage_release ?? null
    if (release?.opens !== from.port) return null
    const { port, held_by } = release
    const cable = this.typical.connections.find((c) => c.to.port === port)
    return { port, held_by, connection_id: cable?.connection_id ?? 'BY OTHERS' }
  }

  private wayOf(connection: Connection, second: Connection | null): Way {
    const { device } = connection.to
    const [only, ...others] = this.leaves(device)
    const behind = only !== undefined && others.length === 0 && this.isBoard(only.to.device)
    const end = behind ? only.to.device : device
    const isBoard = connection.service !== 'power_dc' && this.isBoard(end) && !this.drawn.has(end)
    return {
      connection,
      second,
      series: behind ? only : null,
      board: isBoard ? this.boardAt(end, []) : null,
      release: this.releaseOf(connection),
      onward: isBoard || this.drawn.has(end) ? [] : this.leaves(end),
    }
  }
}

const POWER: ReadonlySet<Connection['service']> = new Set(['power_lv', 'power_dc'])

/** The boards of a typical module that nothing inside it feeds, each with all that hangs on it. */
export function boardsOf(typical: Typical): Board[] {
  return new Tree(typical).roots()
}

/** Room beside a board below another one, lanes: its labels reach over its last lane. */
const BESIDE_BOARD = 0.4
/** Room for a surge protective device at the end of a bus, lanes. */
const SURGE_LANES = 0.55
/** Room for a station battery at the end of its bus, lanes. */
const BATTERY_LANES = 1.3
/** Least lanes of a way with a transformer, UPS or transfer switch in its line: their label stands beside them. */
const MACHINE_LANES = 3.5

/** Lanes left of a way for the undervoltage release of its breaker. */
const RELEASE_LANES = 1.5

/** Lanes that a way takes: one for a load, those of the board below it. */
export function wayLanes({ board, series, release }: Way): number {
  if (board === null) return 1 + (release === null ? 0 : RELEASE_LANES)
  return Math.max(lanesOf(board) + BESIDE_BOARD, series === null ? 0 : MACHINE_LANES)
}

/** Lanes that a board takes with all that hangs below it. */
export function lanesOf({ ways, equipment, battery }: Board): number {
  const surge = (equipment?.surge_protection ?? '') === '' ? 0 : SURGE_LANES
  return ways.reduce((sum, way) => sum + wayLanes(way), surge + (battery === null ? 0 : BATTERY_LANES))
}
