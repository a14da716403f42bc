import type { Connection, Typical } from '@edp/schemas'

/** A board inside a container: its incoming cables and its outgoing ways. */
export interface Board {
  readonly device: string
  readonly incomers: readonly Connection[]
  readonly ways: readonly Way[]
}

/** An outgoing way of a board and what it leads to. */
export interface Way {
  readonly connection: Connection
  /** What stands in the line between two boards: a transformer with the cable behind it. */
  readonly series: Connection | null
  /** The board at the end; null where the way ends at a load. */
  readonly board: Board | null
  /** Cables from the load on to what it feeds, as from a rack PDU to its nodes. */
  readonly onward: readonly Connection[]
}

/** Outgoing ways from which on a device is drawn as a board with its own bus. */
const BOARD_WAYS = 3

/** The boards of a typical module that nothing inside it feeds, each with all that hangs on it. */
export function boardsOf(typical: Typical): Board[] {
  const cables = typical.connections.filter((c) => c.service === 'power_lv' || c.service === 'power_dc')
  const from = new Map<string, Connection[]>()
  for (const cable of cables) from.set(cable.from.device, [...(from.get(cable.from.device) ?? []), cable])
  const fed = new Set(cables.filter((c) => c.service === 'power_lv').map((c) => c.to.device))
  const drawn = new Set<string>()
  const leaves = (device: string): readonly Connection[] => from.get(device) ?? []

  const wayOf = (connection: Connection): Way => {
    const { device } = connection.to
    const [only, ...others] = leaves(device)
    const behind = only !== undefined && others.length === 0 && leaves(only.to.device).length >= BOARD_WAYS
    const end = behind ? only.to.device : device
    const isBoard = leaves(end).length >= BOARD_WAYS && !drawn.has(end)
    return {
      connection,
      series: behind ? only : null,
      board: isBoard ? boardAt(end, []) : null,
      onward: isBoard || drawn.has(end) ? [] : leaves(end),
    }
  }
  const boardAt = (device: string, incomers: readonly Connection[]): Board => {
    drawn.add(device)
    return { device, incomers, ways: leaves(device).map(wayOf) }
  }
  return [...from.keys()]
    .filter((device) => !fed.has(device))
    .map((device): Board => {
      const out = leaves(device)
      const [first] = out
      const one = first !== undefined && out.every((c) => c.to.device === first.to.device)
      // Cables that all lead from a plate to one board are its incomers.
      return one && leaves(first.to.device).length > 0 ? boardAt(first.to.device, out) : boardAt(device, [])
    })
}

/** Room beside a board below another one, lanes: its labels reach over its last lane. */
const BESIDE_BOARD = 0.4

/** Lanes that a way takes: one for a load, those of the board below it. */
export function wayLanes({ board }: Way): number {
  return board === null ? 1 : lanesOf(board) + BESIDE_BOARD
}

/** Lanes that a board takes with all that hangs below it. */
export function lanesOf({ ways }: Board): number {
  return ways.reduce((sum, way) => sum + wayLanes(way), 0)
}
