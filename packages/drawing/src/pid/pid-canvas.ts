import type {
  CoolingEquipment,
  CoolingValve,
  Instrument,
  PipeLine,
  Point,
  Primitive,
  SiteModel,
} from '@edp/schemas'

import { pen, type TextOptions } from '../sheet/pen.ts'
import { SKID } from './typical-layout.ts'
import { typicalDesignation, type TypicalDesignation } from './typical-designation.ts'

/** Heights of text, mm: data, equipment tags. */
export const DATA_MM = 2.5
export const TAG_MM = 3.5

/** Side of a symbol that its text stands on. */
export type Side = 'above' | 'below' | 'left' | 'right'

const tagPen = pen('M-ANNO-TAGS')
const textPen = pen('M-ANNO-TEXT')

/** Collects the primitives of the typical sheet, with the facts of the site's cooling at hand by tag and line. */
export class PidCanvas {
  readonly items: Primitive[] = []
  readonly site: SiteModel
  readonly typical: TypicalDesignation

  constructor(site: SiteModel) {
    this.site = site
    this.typical = typicalDesignation(site)
  }

  /** Whether the cooling of this climate has a line, e.g. `112`. */
  has(sequence: string): boolean {
    return this.#find(sequence) !== undefined
  }

  /**
   * The line with an area digit and a two-digit sequence.
   *
   * @throws {RangeError} when the climate has no such line.
   */
  line(sequence: string): PipeLine {
    return known(this.#find(sequence), `line ${sequence}`)
  }

  #find(sequence: string): PipeLine | undefined {
    const key = `-${sequence.slice(0, 1)}{c}${sequence.slice(1)}-`
    return this.site.cooling.lines.find((line) => line.line_no.includes(key))
  }

  /** Line number as the sheet prints it. */
  number(sequence: string): string {
    return this.line(sequence).line_no.replace('{c}', this.typical.ordinal)
  }

  /**
   * A valve of the cooling.
   *
   * @throws {RangeError} when the climate has no such valve.
   */
  valve(tag: string): CoolingValve {
    return known(
      this.site.cooling.valves.find((valve) => valve.tag === tag),
      `valve ${tag}`,
    )
  }

  /**
   * A piece of equipment of the cooling.
   *
   * @throws {RangeError} when the climate has none of that tag.
   */
  equipment(tag: string): CoolingEquipment {
    return known(
      this.site.cooling.equipment.find((item) => item.tag === tag),
      `equipment ${tag}`,
    )
  }

  /**
   * An instrument of the cooling.
   *
   * @throws {RangeError} when the climate has none of that tag.
   */
  instrument(tag: string): Instrument {
    return known(
      this.site.cooling.instruments.find((item) => item.tag === tag),
      `instrument ${tag}`,
    )
  }

  /** Module that a place of the sheet belongs to; the kind where the sheet stands for several. */
  moduleIdAt([x]: Point): string {
    const kind = x < SKID.x1 ? 'heat_rejection_unit' : 'compute_container'
    const only = this.typical.count === 1 ? this.site.modules.find((m) => m.kind === kind) : undefined
    return only?.module_id ?? kind
  }

  /** Numbers of the interlocks that act on valves or machines. */
  interlocksOn(...tags: readonly string[]): string[] {
    return this.site.cooling.interlocks
      .filter((i) => tags.some((tag) => i.acts_on.includes(tag)))
      .map((i) => i.number)
  }

  /** Whether the cooling of this climate has an instrument. */
  hasInstrument(tag: string): boolean {
    return this.site.cooling.instruments.some((item) => item.tag === tag)
  }

  /** Numbers of the interlocks that an instrument starts, each once. */
  startedBy(tag: string): string[] {
    return [...new Set(this.instrument(tag).trips.map((trip) => trip.interlock))]
  }

  /** Text beside a symbol, one line under the other. */
  beside([x, y]: Point, side: Side, lines: readonly string[], clear_mm: number, id?: string): void {
    const pitch = DATA_MM * 1.5
    lines.forEach((value, index) => {
      const own = index === 0 && id !== undefined ? { id } : {}
      const ink = index === 0 ? tagPen : textPen
      const down = index * pitch
      const centred = { halign: 'centre', ...own } as const
      if (side === 'above')
        this.items.push(
          ink.text([x, y + clear_mm + (lines.length - 1) * pitch - down], DATA_MM, value, centred),
        )
      else if (side === 'below')
        this.items.push(ink.text([x, y - clear_mm - DATA_MM - down], DATA_MM, value, centred))
      else {
        const sign = side === 'right' ? 1 : -1
        const at: Point = [x + sign * clear_mm, y + ((lines.length - 1) * pitch) / 2 - down]
        this.items.push(
          ink.text(at, DATA_MM, value, { halign: sign > 0 ? 'left' : 'right', valign: 'middle', ...own }),
        )
      }
    })
  }

  /** Free text. */
  note(at: Point, value: string, options: TextOptions = {}, height = DATA_MM): void {
    this.items.push(textPen.text(at, height, value, options))
  }
}

function known<T>(found: T | undefined, name: string): T {
  if (found === undefined) throw new RangeError(`the cooling has no ${name}`)
  return found
}
