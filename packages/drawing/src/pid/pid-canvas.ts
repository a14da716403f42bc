import type { CoolingValve, PipeLine, Point, Primitive, SiteModel, UsePrimitive } from '@edp/schemas'

import { pen, type TextOptions } from '../sheet/pen.ts'
import { HOSE_HALF } from '../symbols/pid/line-symbols.ts'
import { BUBBLE_RADIUS } from '../symbols/pid/instrument-symbols.ts'
import { VALVE_HALF } from '../symbols/pid/valve-symbols.ts'
import { cutRun, type Direction } from './cut-run.ts'
import { typicalDesignation, type TypicalDesignation } from './typical-designation.ts'

/** Heights of text, mm: data, equipment tags. */
export const DATA_MM = 2.5
export const TAG_MM = 3.5

/** Side of a symbol that its text stands on. */
export type Side = 'above' | 'below' | 'left' | 'right'

/** Something in a pipe run: the pipe ends at its half length. */
export interface Fitting {
  readonly symbol: string
  readonly at: Point
  readonly half: number
  readonly layer?: string
  readonly tag?: string
  readonly side?: Side
  /** Printed instead of the tag, e.g. a hose number. */
  readonly text?: string
  readonly rotation_deg?: UsePrimitive['rotation_deg']
}

/** Symbols that turn with the flow; all others stand upright on a horizontal pipe. */
const DIRECTIONAL = new Set(['VALVE-CHECK', 'FLOW-ARROW', 'STRAINER-Y'])

const VALVE_SYMBOL: Readonly<Record<string, string>> = {
  ball: 'VALVE-BALL',
  butterfly: 'VALVE-BUTTERFLY',
  check: 'VALVE-CHECK',
  balancing: 'VALVE-BALANCING',
  control: 'VALVE-CONTROL',
  motorised: 'VALVE-MOTOR',
  relief: 'VALVE-RELIEF',
  vent: 'VALVE-VENT',
  drain: 'VALVE-DRAIN',
  three_way: 'VALVE-3WAY',
}

const PIPE_LAYER: Readonly<Record<string, string>> = {
  TCSS: 'M-PIPE-TCSS',
  TCSR: 'M-PIPE-TCSR',
  FWSS: 'M-PIPE-FWSS',
  FWSR: 'M-PIPE-FWSR',
}

const tagPen = pen('M-ANNO-TAGS')
const textPen = pen('M-ANNO-TEXT')
const instrumentPen = pen('M-INST')
const signalPen = pen('M-SIGL')

/** Collects the primitives of the typical sheet, with the facts of the site's cooling at hand by tag and line. */
export class PidCanvas {
  readonly items: Primitive[] = []
  readonly site: SiteModel
  readonly typical: TypicalDesignation
  readonly #valves: ReadonlyMap<string, CoolingValve>
  readonly #instruments: ReadonlySet<string>

  constructor(site: SiteModel) {
    this.site = site
    this.typical = typicalDesignation(site)
    this.#valves = new Map(site.cooling.valves.map((valve) => [valve.tag, valve]))
    this.#instruments = new Set(site.cooling.instruments.map((instrument) => instrument.tag))
  }

  /** Whether the cooling of this climate has a line, e.g. `112`. */
  has(sequence: string): boolean {
    return this.#find(sequence) !== undefined
  }

  /** The line with an area digit and a two-digit sequence. */
  line(sequence: string): PipeLine {
    const found = this.#find(sequence)
    if (found === undefined) throw new RangeError(`the cooling has no line ${sequence}`)
    return found
  }

  #find(sequence: string): PipeLine | undefined {
    const key = `-${sequence.slice(0, 1)}{c}${sequence.slice(1)}-`
    return this.site.cooling.lines.find((line) => line.line_no.includes(key))
  }

  /** Line number as the sheet prints it. */
  number(sequence: string): string {
    return this.line(sequence).line_no.replace('{c}', this.typical.ordinal)
  }

  /** A valve of the cooling as a fitting in a run; the side is that of its tag. */
  valve(tag: string, at: Point, side: Side = 'above'): Fitting {
    const valve = this.#valve(tag)
    return {
      symbol: VALVE_SYMBOL[valve.kind] ?? 'VALVE-BALL',
      at,
      half: VALVE_HALF,
      tag,
      side,
      layer: 'M-VALV',
    }
  }

  /** Draws a line of the line list along points in the direction of flow, its fittings, and arrows at places on it. */
  run(
    sequence: string,
    points: readonly Point[],
    fittings: readonly Fitting[] = [],
    arrows: readonly Point[] = [],
  ): void {
    const layer = PIPE_LAYER[this.line(sequence).service] ?? 'M-PIPE-AUXL'
    const pipe = pen(layer)
    const heads = arrows.map((at): Fitting => ({ symbol: 'FLOW-ARROW', at, half: 0, layer }))
    const { pieces, directions } = cutRun(points, [...fittings, ...heads])
    for (const piece of pieces) this.items.push(pipe.path(piece, { net: sequence }))
    for (const [index, fitting] of [...fittings, ...heads].entries())
      this.#place(fitting, directions[index] ?? 0, sequence)
  }

  #place(fitting: Fitting, direction: Direction, net: string): void {
    const upright = direction === 90 || direction === 270
    const turned = DIRECTIONAL.has(fitting.symbol) ? direction : upright ? 90 : 0
    const valve = fitting.tag === undefined ? undefined : this.#valves.get(fitting.tag)
    this.items.push(
      pen(fitting.layer ?? 'M-VALV').use(fitting.symbol, fitting.at, {
        rotation_deg: fitting.rotation_deg ?? turned,
        net,
        ...(fitting.tag === undefined ? {} : { id: fitting.tag }),
        ...(valve === undefined ? {} : { attributes: this.#attributesOf(valve) }),
      }),
    )
    const text = fitting.text ?? (valve === undefined ? fitting.tag : `${valve.tag}${positionOf(valve)}`)
    const side = fitting.side ?? 'above'
    const clear_mm = fitting.symbol === 'VALVE-BALANCING' && side === 'below' ? 6 : 4.2
    if (text !== undefined && text !== '') this.beside(fitting.at, side, [text], clear_mm, fitting.tag)
    if (!upright) this.#failPosition(valve, fitting.at)
  }

  /** Where an actuated valve goes when signal or power fail. */
  #failPosition(valve: CoolingValve | undefined, [x, y]: Point): void {
    if (valve === undefined || valve.fail_position === '-') return
    this.items.push(textPen.text([x + 4.8, y + 6.2], DATA_MM, valve.fail_position))
  }

  #attributesOf({ tag, dn, line_no, fail_position }: CoolingValve): Record<string, string> {
    return {
      TAG: tag,
      RATING: `DN${dn}`,
      LINE: line_no.replace('{c}', this.typical.ordinal),
      FAIL: fail_position,
    }
  }

  #valve(tag: string): CoolingValve {
    const valve = this.#valves.get(tag)
    if (valve === undefined) throw new RangeError(`the cooling has no valve ${tag}`)
    return valve
  }

  /** A valve at the end of a stub or at a corner: vent, drain, relief, three-way. */
  endValve(
    tag: string,
    at: Point,
    net: string,
    side: Side,
    rotation_deg: UsePrimitive['rotation_deg'] = 0,
    clear_mm = 4.2,
  ): void {
    const valve = this.#valve(tag)
    this.items.push(
      pen('M-VALV').use(VALVE_SYMBOL[valve.kind] ?? 'VALVE-BALL', at, {
        rotation_deg,
        net,
        id: tag,
        attributes: this.#attributesOf(valve),
      }),
    )
    const setting = valve.kind === 'relief' ? [valve.setting] : []
    this.beside(at, side, [`${tag}${positionOf(valve)}`, ...setting], clear_mm, tag)
  }

  /** Equipment with its tag; text lines stand below the tag. */
  equipment(
    tag: string,
    symbol: string,
    at: Point,
    label: {
      readonly at: Point
      readonly halign?: 'left' | 'centre' | 'right'
      readonly lines?: readonly string[]
    },
    options: { readonly rotation_deg?: UsePrimitive['rotation_deg']; readonly net?: string } = {},
  ): void {
    const found = this.site.cooling.equipment.find((item) => item.tag === tag)
    if (found === undefined) throw new RangeError(`the cooling has no equipment ${tag}`)
    this.items.push(
      pen('M-EQPT').use(symbol, at, { ...options, id: tag, attributes: { TAG: tag, RATING: found.rating } }),
    )
    const align = label.halign === undefined ? {} : { halign: label.halign }
    this.items.push(tagPen.text(label.at, TAG_MM, tag, { id: tag, ...align }))
    for (const [index, value] of (label.lines ?? []).entries())
      this.items.push(textPen.text([label.at[0], label.at[1] - 4.2 * (index + 1)], DATA_MM, value, align))
  }

  /** A bubble with letters and loop number; the leader runs from the pipe to its edge. */
  instrument(tag: string, at: Point, leader: readonly Point[] = [], symbol = 'INST-FIELD'): void {
    if (!this.#instruments.has(tag)) throw new RangeError(`the cooling has no instrument ${tag}`)
    const instrument = this.site.cooling.instruments.find((item) => item.tag === tag)
    this.items.push(
      instrumentPen.use(symbol, at, {
        id: tag,
        net: tag,
        attributes: { TAG: tag, SETPOINT: instrument?.setpoint ?? '', ALARMS: instrument?.alarms ?? '' },
      }),
    )
    const [letters = '', loop = ''] = tag.split('-')
    const centred = { halign: 'centre', net: tag } as const
    this.items.push(instrumentPen.text([at[0], at[1] + 0.6], DATA_MM, letters, centred))
    this.items.push(instrumentPen.text([at[0], at[1] - 3.1], DATA_MM, loop, centred))
    this.#alarmLetters(instrument?.alarms ?? '', at)
    if (leader.length > 1) this.items.push(instrumentPen.path(leader, { net: tag }))
  }

  /** Alarm letters right of a bubble, high ones above low ones, as ISA-5.1 places them. */
  #alarmLetters(alarms: string, [x, y]: Point): void {
    const found = new Set(alarms.match(/\b(HH|H|LL|L)\b/g))
    const high = ['HH', 'H'].filter((letter) => found.has(letter)).join(' ')
    const low = ['L', 'LL'].filter((letter) => found.has(letter)).join(' ')
    if (high !== '') this.note([x + 6.6, y + 2.6], high)
    if (low !== '') this.note([x + 6.6, y - 5.1], low)
  }

  /** A bubble straight above (or below) a point of a pipe. */
  tapped(tag: string, on: Point, bubbleY: number): void {
    const edge = bubbleY > on[1] ? bubbleY - BUBBLE_RADIUS : bubbleY + BUBBLE_RADIUS
    this.instrument(tag, [on[0], bubbleY], [on, [on[0], edge]])
  }

  /** A signal line between edges of symbols. */
  signal(points: readonly Point[], net: string): void {
    this.items.push(signalPen.path(points, { net }))
  }

  /** The hose of the factory-made assembly that an end of the CDU has, as a fitting; none where the assembly has a pipe. */
  internalHose(service: 'coolant_supply' | 'coolant_return', cdu_end: 'from' | 'to', at: Point): Fitting[] {
    const typical = this.site.typicals.find((t) => t.kind === 'compute_container')
    const hose = typical?.connections.find(
      (c) => c.medium === 'hose' && c.service === service && c[cdu_end].device.startsWith('cdu'),
    )
    return hose === undefined
      ? []
      : [{ symbol: 'HOSE', at, half: HOSE_HALF, layer: 'M-HOSE', text: hose.connection_id }]
  }

  /** An interlock diamond on top of an actuator. */
  tripped(number: string, [x, y]: Point): void {
    this.interlock(number, [x, y + 16])
    this.signal(
      [
        [x, y + 10],
        [x, y + 11.5],
      ],
      number,
    )
  }

  /** An interlock diamond: the same number stands at the switch and at what it acts on. */
  interlock(number: string, at: Point): void {
    this.items.push(instrumentPen.use('INTERLOCK', at, { net: number }))
    this.items.push(
      instrumentPen.text(at, DATA_MM, number, { halign: 'centre', valign: 'middle', net: number }),
    )
  }

  /** Line number and, below it, what flows: text of the line's own net may stand close to it. */
  label(sequence: string, at: Point, options: TextOptions = {}, flow = false): void {
    this.items.push(
      textPen.text(at, DATA_MM, this.number(sequence), {
        ...options,
        net: sequence,
        id: this.line(sequence).line_no,
      }),
    )
    if (!flow) return
    const { flow_lpm, temperature_c, velocity_m_s } = this.line(sequence)
    const value = `${flow_lpm} L/min  ${temperature_c} °C  ${velocity_m_s} m/s`
    const drop: Point = options.rotation_deg === 90 ? [at[0] + 4, at[1]] : [at[0], at[1] - 4]
    this.items.push(textPen.text(drop, DATA_MM, value, { ...options, net: sequence }))
  }

  /** Text beside a symbol, one line under the other. */
  beside([x, y]: Point, side: Side, lines: readonly string[], clear_mm: number, id?: string): void {
    const pitch = DATA_MM * 1.5
    lines.forEach((value, index) => {
      const own = index === 0 && id !== undefined ? { id } : {}
      const ink = index === 0 ? tagPen : textPen
      const down = index * pitch
      if (side === 'above')
        this.items.push(
          ink.text([x, y + clear_mm + (lines.length - 1 - index) * pitch], DATA_MM, value, {
            halign: 'centre',
            ...own,
          }),
        )
      else if (side === 'below')
        this.items.push(
          ink.text([x, y - clear_mm - DATA_MM - down], DATA_MM, value, { halign: 'centre', ...own }),
        )
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

/** Normal position of a hand valve, as it is printed behind its tag. */
function positionOf({ setting }: CoolingValve): string {
  if (setting.startsWith('locked open')) return ' LO'
  return setting.startsWith('normally closed') ? ' NC' : ''
}
