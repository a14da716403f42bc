import type { BessBranch, BlockElectrical, EarthingTransformer, Primitive } from '@edp/schemas'

import { designationRange } from '../sheet/designation-range.ts'
import { Descent } from './descent.ts'
import type { KeyBus, KeyPlace } from './key-frame.ts'
import { fixed, kilovoltamperes, labelStack, ratingOf, volts, type LabelLine } from './labels.ts'
import { ink } from './sld-style.ts'

/** Width of an earthing transformer, and of a collector with its battery units, mm. */
export const KEY_BRANCH_MM = { earthing: 52, collector: 62 } as const

/** An earthing transformer with its breaker. */
export function drawKeyEarthing(
  block: BlockElectrical,
  { tag, breaker, neutral_a, duration_s }: EarthingTransformer,
  x: number,
  bus: KeyBus,
  { style, sheetOf }: KeyPlace,
): Primitive[] {
  const id = (part: string): string => `${block.block_id}/${part}`
  const line = new Descent(x, bus.y, bus.tag, ink.mv).wire(3)
  const label = (dx: number, lines: readonly LabelLine[]): void => {
    const link = { sheet_id: sheetOf(tag) }
    line.add(...labelStack(style, x + dx, line.y - 0.5, lines, { net: line.net, link }))
  }
  label(4.5, [{ value: breaker.tag, tag: true }, { value: ratingOf(breaker) }])
  line.becomes(id(tag), ink.mv).device('BREAKER-MV', { id: id(breaker.tag) })
  line.wire(3)
  label(7, [{ value: tag, tag: true }, { value: `${neutral_a} A, ${duration_s} s` }])
  line.device('EARTHING-TRANSFORMER', { id: id(`${tag}/zigzag`) })
  line.becomes(id(`${tag}/neutral`), ink.earth).wire(3)
  return [...line.items, ink.earth.use('EARTH', [x, line.y], { net: line.net })]
}

/** A collector with its battery units, which are counted. */
export function drawKeyCollector(
  block: BlockElectrical,
  { tag, breaker, units }: BessBranch,
  x: number,
  bus: KeyBus,
  { style, sheetOf, numberOf }: KeyPlace,
): Primitive[] {
  const [unit] = units
  if (unit === undefined) return []
  const id = (part: string): string => `${block.block_id}/${tag}/${part}`
  const sheet_id = sheetOf(tag)
  const line = new Descent(x, bus.y, bus.tag, ink.mv).wire(3)
  const label = (dx: number, lines: readonly LabelLine[]): void => {
    line.add(...labelStack(style, x + dx, line.y - 0.5, lines, { net: line.net, link: { sheet_id } }))
  }
  label(4.5, [{ value: breaker.tag, tag: true }, { value: ratingOf(breaker) }])
  line.becomes(id('mv'), ink.mv).device('BREAKER-MV', { id: id('breaker') })
  line.wire(3)
  label(8, [
    { value: designationRange(units.map((one) => one.skid_designation)), tag: true },
    { value: `${units.length} x ${kilovoltamperes(unit.transformer_kva)}, ${unit.transformer_vector_group}` },
    { value: `secondary ${volts(unit.ac_voltage_v)}` },
  ])
  line
    .device('TRANSFORMER', { id: id('skids') })
    .becomes(id('ac'), ink.lv)
    .wire(3)
  label(7, [
    { value: `${units.length} x ${kilovoltamperes(unit.pcs_kva)}` },
    { value: `in ${unit.pcs_location}` },
  ])
  line
    .device('PCS', { id: id('converters') })
    .becomes(id('dc'), ink.dc)
    .wire(3)
  const energy = units.reduce((sum, one) => sum + one.energy_mwh, 0)
  label(6, [
    { value: designationRange(units.map((one) => one.designation)), tag: true },
    { value: `${units.length} units, ${fixed(energy, 2)} MWh` },
    { value: `sheet ${numberOf(sheet_id)}` },
  ])
  line.device('BATTERY', { id: id('batteries') })
  return line.items
}
