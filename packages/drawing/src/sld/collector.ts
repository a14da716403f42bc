import { contactNames, type BessBranch, type BessBranchUnit, type Primitive } from '@edp/schemas'

import type { Place } from './column.ts'
import { Descent, heightOf } from './descent.ts'
import { batteryEnd, converterEnd } from './direct-current.ts'
import {
  cableLines,
  kilovoltamperes,
  kilowatts,
  labelStack,
  fullRatingOf,
  stackHeight,
  type LabelLine,
} from './labels.ts'
import { hangingWidth } from './protection.ts'
import { drawRingMain, ringWidth } from './ring-main.ts'
import { ink, type SldStyle } from './sld-style.ts'
import { cableRun, drawCollectorBreaker, windings } from './transformer.ts'

/** From the left edge of a unit to its line, mm: room for the signs of the windings. */
const UNIT_LEFT_MM = 15

/** Width of a collector with its chain of battery units, mm. */
export function collectorWidth(style: SldStyle, branch: BessBranch): number {
  const chain = branch.units.length * style.unit + style.left - UNIT_LEFT_MM
  return Math.max(hangingWidth(style, branch.breaker), chain + 6)
}

/** A collector breaker and its chain of skids and battery units. Returns where the line leaves the switchgear. */
export function drawCollector(
  branch: BessBranch,
  x0: number,
  bus: { readonly tag: string; readonly y: number },
  place: Place,
): { readonly items: readonly Primitive[]; readonly exit_y: number } {
  const { style } = place
  const x = x0 + style.left
  const line = new Descent(x, bus.y, bus.tag, ink.mv)
  const exit_y = drawCollectorBreaker(line, branch.breaker, place)
  cableRun(line, branch.collector_connection_ids[0] ?? null, place, { side: 'left' })
  const chain_y = line.y
  const items: Primitive[] = [...line.items]
  branch.units.forEach((unit, index) => {
    const unit_x = x + index * style.unit
    if (index > 0) {
      const id = branch.collector_connection_ids[index] ?? null
      const label = cableLines(id === null ? undefined : place.cables.get(id), id).map(
        (value): LabelLine => ({ value }),
      )
      const from = unit_x - style.unit + ringWidth(style)
      items.push(
        ink.mv.line([from, chain_y], [unit_x, chain_y], { net: branch.tag }),
        ...labelStack(style, from + 2.5, chain_y + stackHeight(style, label) + 0.8, label, {
          net: branch.tag,
        }),
      )
    }
    const last = index === branch.units.length - 1
    items.push(...drawUnit(unit, unit_x, chain_y, { net: branch.tag, last }, place))
  })
  return { items, exit_y }
}

/** One skid with its battery unit, from the chain down to the battery. */
function drawUnit(
  unit: BessBranchUnit,
  x: number,
  y: number,
  { net: chain, last }: { readonly net: string; readonly last: boolean },
  place: Place,
): Primitive[] {
  const { style } = place
  const skid = unit.pcs_location === 'skid'
  const left = x - UNIT_LEFT_MM + 1
  const width = style.unit - 3
  const line = new Descent(x, y, chain, ink.mv).wire(2 * style.stretch)
  const skidTop = line.y
  line.wire(1)
  drawRingMain(unit, line, y, last, style)
  const { net } = line
  line.add(...windings(unit.transformer_vector_group, x, line.y, false))
  const transformer = `${kilovoltamperes(unit.transformer_kva)}, ${unit.transformer_impedance_pct} %Z`
  const label: LabelLine[] = [
    { value: unit.skid_designation, tag: true, id: unit.skid_module_id },
    { value: `${transformer}, ${unit.transformer_vector_group}` },
    { value: `secondary ${unit.ac_voltage_v} V` },
    {
      value: `${contactNames(unit.transformer_contacts, 'trip').join(', ')} trip ${unit.ring_main.breaker.tag}`,
    },
  ]
  line.add(...labelStack(style, x + 8, line.y - 0.5, label, { net }))
  line.device('TRANSFORMER', {
    net,
    id: unit.skid_module_id,
    attributes: { TAG: unit.skid_designation, RATING: transformer, MODULE_ID: unit.skid_module_id },
  })
  const acNet = unit.ac_breaker.tag
  line
    .becomes(acNet, ink.lv)
    .wire(Math.max(1.5 * style.stretch, stackHeight(style, label) + 1 - heightOf('TRANSFORMER')))
  const breaker: LabelLine[] = [
    { value: unit.ac_breaker.tag, tag: true },
    { value: fullRatingOf(unit.ac_breaker) },
    { value: unit.ac_breaker.functions.join(', ') },
    { value: `inputs ${unit.voltage_inputs.rated_v} V direct, no VT` },
  ]
  line.add(...labelStack(style, x + 5, line.y - 0.5, breaker, { net: acNet }))
  line.device('BREAKER-LV', { id: acNet, attributes: { TAG: acNet, RATING: fullRatingOf(unit.ac_breaker) } })
  line.wire(Math.max(1.5, stackHeight(style, breaker) - 7))
  if (skid) {
    converter(unit, line, style)
    if (unit.dc !== null) converterEnd(unit, unit.dc, line, style)
  }
  line.wire(2)
  line.add(ink.boundary.box([left, line.y], width, skidTop - line.y))
  powerCable(unit, line, place)
  const batteryTop = line.y
  line.wire(2)
  if (!skid) converter(unit, line, style)
  if (unit.dc !== null) batteryEnd(unit, unit.dc, line, style)
  line.wire(2)
  battery(unit, line, style)
  line.y -= 2
  line.add(ink.boundary.box([left, line.y], width, batteryTop - line.y))
  return line.items
}

/** What a listed unit with a converter has inside, between its battery and its converter. */
const INTEGRATED = ['DC isolator, fuses, 64D inside', 'the listed unit, kA by its maker']

function converter(unit: BessBranchUnit, line: Descent, style: SldStyle): void {
  const label: LabelLine[] = [
    { value: unit.pcs_tag ?? 'PCS (integrated)', tag: true },
    { value: `${kilovoltamperes(unit.pcs_kva)}, ${unit.ac_rated_a} A at ${unit.ac_voltage_v} V` },
    { value: `${unit.ac_current_a} A at battery power` },
    ...(unit.pcs_tag === null ? INTEGRATED.map((value) => ({ value })) : []),
  ]
  line.add(...labelStack(style, line.x + 7, line.y - 0.5, label, { net: line.net }))
  line.device('PCS', {
    ...(unit.pcs_tag === null ? {} : { id: unit.pcs_tag }),
    attributes: {
      TAG: unit.pcs_tag ?? 'PCS',
      RATING: kilovoltamperes(unit.pcs_kva),
      MODULE_ID: unit.pcs_location === 'skid' ? unit.skid_module_id : unit.module_id,
    },
  })
  line.becomes(`DC ${unit.designation}`, ink.dc)
  line.wire(Math.max(0, stackHeight(style, label) - heightOf('PCS') - 1))
}

function powerCable(unit: BessBranchUnit, line: Descent, place: Place): void {
  const [first = null, ...others] = unit.power_connection_ids
  const connection = first === null ? undefined : place.cables.get(first)
  const lines = [...cableLines(connection, first)]
  const circuits = unit.dc?.circuits_count ?? 1
  const sets = connection?.cable?.sets_count ?? 1
  // Sets in parallel follow the circuits: a fuse protects those of its own.
  if (circuits > 1) lines.push(`${lines.pop() ?? ''}, ${sets / circuits} per circuit`)
  const label = (
    others.length === 0 ? lines : [`${lines[0] ?? ''} and ${others.length} more`, ...lines.slice(1)]
  ).map((value): LabelLine => ({ value }))
  line.add(...labelStack(place.style, line.x + 2.5, line.y - 1, label, { net: line.net }))
  line.wire(Math.max(4, stackHeight(place.style, label)) + 1)
}

function battery(unit: BessBranchUnit, line: Descent, style: SldStyle): void {
  const label: LabelLine[] = [
    { value: unit.designation, tag: true, id: unit.module_id },
    { value: `${unit.energy_mwh} MWh, ${kilowatts(unit.power_kw)}` },
  ]
  line.add(...labelStack(style, line.x + 6, line.y, label, { net: line.net }))
  line.device('BATTERY', {
    id: unit.module_id,
    attributes: { TAG: unit.designation, RATING: `${unit.energy_mwh} MWh`, MODULE_ID: unit.module_id },
  })
}
