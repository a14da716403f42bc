import { roundTo, textWidth, type InsideEquipment, type PowerDesign, type Primitive } from '@edp/schemas'

import { faultText, labelStack, stackHeight, type LabelLine } from '../labels.ts'
import type { SldStyle } from '../sld-style.ts'
import type { Board } from './board-tree.ts'
import { sectionOf } from './bus-sections.ts'
import { boardLines, hasOwnBreaker, voltageText, type BoardPlace } from './cable-text.ts'
import { standsInLine } from './draw-machine.ts'

/** Longest text beside the line that leads to a bus: that of a main breaker. */
const MAIN = 'IN 1200 A 3P, 10 kA'
/** From that line to the text and from there to the name of the bus, mm. */
const APART_MM = 6

/** Where the line meets a bus and where that ends, mm. */
interface BusEnds {
  readonly line: number
  readonly right: number
}

/** Whether the name of a bus stands beside the line that leads to it, because it would reach over what stands there. */
export function isNamedBeside(board: Board, { line, right }: BusEnds, { tag, data }: SldStyle): boolean {
  const widths = busLines(board).map((text) => textWidth(text.value, text.tag === true ? tag : data))
  return Math.max(...widths) + textWidth(MAIN, data) + APART_MM > right - line
}

/** Name, voltage, rating and fault level of a bus. */
export function busLines({ device, equipment, ways, battery }: Board): LabelLine[] {
  const voltages = [...new Set(ways.map((way) => voltageText(way.connection.power)))]
  const rated = equipment?.kind === 'board'
  return [
    { value: busName(device, equipment), tag: true },
    {
      value: rated ? '' : (threeWire(equipment, ways) ?? voltages.filter((value) => value !== '').join(', ')),
    },
    { value: legsText(ways) },
    { value: battery === null ? '' : 'unearthed, 64 and 27DC alarm' },
    ...boardLines(equipment),
    ...directLines(ways),
  ]
}

/**
 * The bus behind a single-phase transformer has two legs and the neutral in the middle: `120/240 V, 3 W` for ways of 120 V, and
 * of 240 V between both. Nothing for any other bus.
 */
function threeWire(equipment: InsideEquipment | null, ways: Board['ways']): string | null {
  const powers = ways.map(({ connection }) => connection.power)
  const to_neutral = powers.find((power) => power?.leg != null)?.voltage_v ?? powers[0]?.voltage_v
  const single = equipment?.kind === 'transformer' && powers.every((power) => power?.phases === '1ph')
  return single && to_neutral !== undefined ? `${to_neutral}/${2 * to_neutral} V, 3 W` : null
}

/** What both legs of a three-wire bus carry, a way between them on each; nothing for any other bus. */
function legsText(ways: Board['ways']): string {
  const powers = ways.flatMap(({ connection: { power } }) => (power === null ? [] : [power]))
  if (powers.every(({ leg }) => leg === null)) return ''
  return LEGS.map((leg) => {
    const on = powers.filter((power) => power.leg === null || power.leg === leg)
    return `${leg} ${roundTo(
      on.reduce((sum, { design_current_a }) => sum + design_current_a, 0),
      1,
    )} A`
  }).join(', ')
}

const LEGS = ['L1', 'L2'] as const satisfies readonly NonNullable<PowerDesign['leg']>[]

/** Fault level of a bus of direct current: that of its ways, which leave it. */
function directLines(ways: Board['ways']): LabelLine[] {
  const levels = ways.flatMap(({ connection: { service, power } }) =>
    service === 'power_dc' && power?.short_circuit_ka != null ? [power.short_circuit_ka] : [],
  )
  return levels.length === 0 ? [] : [{ value: `Isc ${faultText(Math.max(...levels))} kA at most` }]
}

/**
 * A bus behind a UPS, transfer switch or charger has a name of its own: that of the machine is its symbol's. A panel with a transformer
 * inside has its own.
 */
function busName(device: string, equipment: InsideEquipment | null): string {
  return standsInLine(equipment) && equipment.transformer === null ? `${device}.BUS` : device
}

/** The label of a bus, over its right end or from the line that leads to it on; that of the block names the sheets with its breakers. */
export function busLabel(
  board: Board,
  ends: BusEnds,
  bus: { readonly net: string; readonly y: number },
  { style, sections, outside }: BoardPlace,
): Primitive[] {
  const [name, ...others] = busLines(board)
  const reference = isOfBlock(board) ? outside : null
  const lines: LabelLine[] = [
    ...(name === undefined ? [] : [{ ...name, value: sectionName(board, sections) ?? name.value }]),
    ...others,
    { value: reference?.text ?? '' },
  ]
  const top = bus.y + stackHeight(style, lines) + 1.5
  const options = { net: bus.net, ...(reference === null ? {} : { link: { sheet_id: reference.sheet_id } }) }
  return isNamedBeside(board, ends, style)
    ? labelStack(style, ends.line + 2.5, top, lines, options)
    : labelStack(style, ends.right - 1, top, lines, { halign: 'right', ...options })
}

/** Whether a bus is that of the block's own board: its breakers are drawn on the sheets of the block. */
function isOfBlock({ incomers, ways }: Board): boolean {
  return incomers.length === 0 && ways.length > 0 && ways.every((way) => !hasOwnBreaker(way.connection))
}

/** Name of the section that all ways of a block's board hang on; `null` where they hang on several. */
function sectionName(board: Board, sections: BoardPlace['sections']): string | null {
  if (!isOfBlock(board)) return null
  const names = new Set(board.ways.map(({ connection }) => sectionOf(connection, sections)?.name))
  const [only] = names
  if (names.size > 1 || only === undefined) return null
  return only.startsWith(board.device) ? only : `${board.device}, ${only}`
}
