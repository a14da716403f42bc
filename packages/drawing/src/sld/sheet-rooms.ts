import { drawingArea, type Area, type Primitive, type Sheet, type SymbolDefinition } from '@edp/schemas'

import { inkBounds } from '../sheet/bounds.ts'
import { FreeRooms } from '../sheet/free-rooms.ts'
import { moved } from '../sheet/moved.ts'
import { packPanels, type PackedPanels, type Panel } from '../sheet/panels.ts'
import type { SldStyle } from './sld-style.ts'

/** Kept between a diagram and a table beside it, mm. */
const GAP_MM = 6
/** Least room that is worth a table, in cap heights. */
const LEAST = { width: 40, height: 8 } as const

/** A table moves at most so far to the right to stand below others, mm. */
const ALIGN_MM = 80

/** A sheet while it is filled: a diagram, the panels beside it, and what room they leave. */
export class SheetRooms {
  readonly items: Primitive[] = []
  readonly size: Sheet['size']
  private diagram: readonly Primitive[] = []
  private readonly panels: Panel[] = []
  private readonly area: Area
  private free: FreeRooms
  /** Left edges of the panels of each room. */
  private readonly edges: number[] = []
  /** Rooms as long as nothing is added: tables that find no place ask every sheet. */
  private rooms: readonly Area[] | null = null
  private readonly symbols: readonly SymbolDefinition[]
  private readonly style: SldStyle

  constructor(
    diagram: readonly Primitive[],
    symbols: readonly SymbolDefinition[],
    style: SldStyle,
    size: Sheet['size'] = style.size,
  ) {
    this.size = size
    this.area = size === style.size ? style.area : drawingArea(size)
    this.symbols = symbols
    this.style = style
    this.free = new FreeRooms(this.area, symbols, {
      width: LEAST.width * style.data,
      height: LEAST.height * style.data,
      gap: GAP_MM,
    })
    this.diagram = diagram
    this.put(diagram)
  }

  /** The same sheet, to be filled on its own. */
  copy(): SheetRooms {
    const copy = new SheetRooms([], this.symbols, this.style, this.size)
    copy.items.push(...this.items)
    copy.panels.push(...this.panels)
    copy.edges.push(...this.edges)
    copy.diagram = this.diagram
    copy.free = this.free.copy()
    copy.rooms = this.rooms
    return copy
  }

  /** The same diagram and panels on the first of some papers that holds them, smallest first; `null` where none does. */
  onSmaller(sizes: readonly Sheet['size'][]): SheetRooms | null {
    for (const size of sizes) {
      const diagram = this.diagramOn(drawingArea(size))
      const smaller = diagram === null ? null : new SheetRooms(diagram, this.symbols, this.style, size)
      if (smaller?.addAll(this.panels) === true) return smaller
    }
    return null
  }

  /** Puts what fits beside what is there; returns the positions of the panels that do not fit. */
  add(panels: readonly Panel[]): readonly number[] {
    return this.accept(panels, this.packed(panels))
  }

  /** Puts all panels beside what is there, or none. */
  addAll(panels: readonly Panel[]): boolean {
    const [only, ...others] = panels
    const packed =
      only === undefined || others.length > 0 ? this.packed(panels) : packPanels(panels, this.aligned(only))
    if (packed.rest.length > 0) return false
    this.accept(panels, packed)
    return true
  }

  /** Puts all panels across the rooms, one after the other and the largest first, or none. */
  addEach(panels: readonly Panel[]): boolean {
    const area = ({ width_mm, height_mm }: Panel): number => width_mm * height_mm
    const tried = this.copy()
    const order = panels.toSorted((a, b) => area(b) - area(a))
    if (!order.every((panel) => tried.addAcross(panel))) return false
    for (const panel of order) this.addAcross(panel)
    return true
  }

  /** Puts a panel across the rooms, where no single one of them holds it. */
  addAcross(panel: Panel): boolean {
    const room = this.free.roomFor(panel.width_mm, panel.height_mm)
    if (room === null) return false
    this.accept([panel], packPanels([panel], [room]))
    return true
  }

  /** The diagram in the upper left corner of an area; `null` where that does not hold it. */
  private diagramOn(area: Area): readonly Primitive[] | null {
    if (this.diagram.length === 0) return []
    const ink = inkBounds(this.diagram, this.symbols)
    const [dx, dy] = [Math.ceil(area.x0 - ink.x0), Math.floor(area.y1 - ink.y1)]
    return ink.x1 + dx > area.x1 || ink.y0 + dy < area.y0 ? null : moved(this.diagram, dx, dy)
  }

  private put(items: readonly Primitive[]): void {
    if (items.length === 0) return
    this.items.push(...items)
    this.free.take(items)
    this.rooms = null
  }

  private accept(panels: readonly Panel[], { items, rest }: PackedPanels): readonly number[] {
    for (const drawn of items) {
      if (drawn.length > 0) this.edges.push(inkBounds(drawn, this.symbols).x0)
      this.put(drawn)
    }
    this.panels.push(...panels.filter((_, position) => !rest.includes(position)))
    return rest
  }

  /**
   * Panels in the rooms, largest first; where some then find no place, in the way that leaves the fewest: narrow rooms first, as wide
   * panels need the wide ones, and with a first room cut for the two widest panels side by side.
   */
  private packed(panels: readonly Panel[]): PackedPanels {
    const usual = packPanels(panels, this.open())
    if (usual.rest.length === 0 || this.items.length === 0) return usual
    const narrowFirst = (rooms: readonly Area[]): readonly Area[] =>
      rooms.toSorted((a, b) => a.x1 - a.x0 - (b.x1 - b.x0))
    const [widest = 0, second = 0] = panels.map(({ width_mm }) => width_mm).toSorted((a, b) => b - a)
    const wide = this.free.rooms(widest + second + GAP_MM + 2)
    return [narrowFirst(this.open()), wide, narrowFirst(wide)]
      .map((rooms) => packPanels(panels, rooms))
      .reduce((best, other) => (other.rest.length < best.rest.length ? other : best), usual)
  }

  private open(): readonly Area[] {
    this.rooms ??= this.items.length === 0 ? [this.area] : this.free.rooms()
    return this.rooms
  }

  /** The rooms, those that hold the panel further right too from the left edge of what stands there: tables stand below each other. */
  private aligned({ width_mm }: Panel): readonly Area[] {
    return this.open().map((room) => {
      const edges = this.edges.filter((x) => x > room.x0 && x - room.x0 < ALIGN_MM && x + width_mm <= room.x1)
      return edges.length === 0 ? room : { ...room, x0: Math.min(...edges) }
    })
  }
}
