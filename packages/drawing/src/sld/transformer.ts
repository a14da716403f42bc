import { americanSize, type Primitive, type Transformer } from '@edp/schemas'

import type { Place } from './column.ts'
import { Descent } from './descent.ts'
import {
  cableLines,
  ctOf,
  faultText,
  fixed,
  kilovoltamperes,
  labelStack,
  fullRatingOf,
  stackHeight,
  volts,
  type LabelLine,
} from './labels.ts'
import { coreBalance } from './core-balance.ts'
import { interlockLines } from './interlock-label.ts'
import { protection } from './protection.ts'
import { ink } from './sld-style.ts'
import { breakerLabel } from './supply.ts'
import { transformerContacts } from './transformer-contacts.ts'

/** A transformer feeder drawn from the medium-voltage bus to where its low-voltage cable ends. */
export interface DrawnTransformer {
  readonly line: Descent
  /** Where the line leaves the medium-voltage switchgear, mm. */
  readonly exit_y: number
}

/** Breaker, current transformers and relays, cable, transformer, cable. */
export function drawTransformer(
  transformer: Transformer,
  x: number,
  bus: { readonly tag: string; readonly y: number },
  place: Place,
): DrawnTransformer {
  const { style } = place
  const line = new Descent(x, bus.y, bus.tag, ink.mv)
  const exit_y = drawCollectorBreaker(line, transformer.primary_breaker, place)
  line.becomes(transformer.tag, ink.mv)
  cableRun(line, transformer.primary_connection_id, place, { required: transformer.required_cables?.primary })
  line.add(
    ...windings(transformer.vector_group, x, line.y, true),
    ...transformerContacts(transformer, x, line.y, style),
  )
  const rating = `${kilovoltamperes(transformer.rating_kva)}, ${transformer.impedance_pct} %Z, ${transformer.vector_group}`
  const label: LabelLine[] = [
    { value: transformer.tag, tag: true, id: transformer.module_id },
    { value: rating },
    {
      value: `${volts(transformer.primary_v)} / ${transformer.secondary_v} V, ${transformer.cooling}, loading ${fixed(transformer.loading_pct, 1)} %`,
    },
    { value: `Isc ${faultText(transformer.short_circuit_ka)} kA at nominal Z, no motors` },
    { value: bondText(transformer) },
    { value: electrodeText(transformer) },
    { value: transformer.primary_breaker.scope === 'by_others' ? 'BY OTHERS' : '' },
  ]
  line.add(...labelStack(style, x + 8, line.y - 0.5, label, { net: transformer.tag }))
  line.device('TRANSFORMER', {
    id: transformer.tag,
    attributes: { TAG: transformer.tag, RATING: rating, MODULE_ID: transformer.module_id },
  })
  line.becomes(transformer.secondary_breaker.tag, ink.lv)
  line.wire(Math.max(0, stackHeight(style, label) - 15))
  cableRun(line, transformer.secondary_connection_id, place, {
    required: transformer.required_cables?.secondary,
  })
  return { line, exit_y }
}

/** Where the neutral is bonded to earth, and with what. */
function bondText({ bonding_jumper_awg }: Transformer): string {
  return bonding_jumper_awg === null ? '' : `N-E bond here only, ${americanSize(bonding_jumper_awg)} Cu`
}

/** What earths the neutral, under its number in the cable schedule; that of the customer has none. */
function electrodeText({ electrode }: Transformer): string {
  if (electrode === null) return ''
  const { connection_id, size_awg } = electrode
  return connection_id === null
    ? `electrode conductor ${americanSize(size_awg)} Cu to earth`
    : `${connection_id}: ${americanSize(size_awg)} to the earth ring`
}

/** Height that voltage transformers take on a line, mm. */
const VT_MM = 4.5

/** A breaker below the medium-voltage bus with its instrument transformers and relays. Returns the end of the switchgear. */
export function drawCollectorBreaker(
  line: Descent,
  breaker: Transformer['primary_breaker'],
  place: Place,
): number {
  const { style } = place
  const { x } = line
  const bus = line.net
  line.wire(4 * style.stretch)
  const label = breakerLabel(breaker, place)
  line.add(...labelStack(style, x - 4, line.y - 1, label, { halign: 'right', net: bus }))
  const breaker_y = line.y - 6.25
  line.device('BREAKER-MV', {
    id: breaker.tag,
    net: breaker.tag,
    attributes: { TAG: breaker.tag, RATING: fullRatingOf(breaker) },
  })
  // Tag, two lines and those of the interlocks: the breakers of a line-up stand alike, whatever their labels hold.
  const lines = 2 + interlockLines(place)
  line.becomes(breaker.tag, ink.mv).wire(Math.max(2, style.tag * 1.6 + lines * style.pitch - 12))
  const ct_y = breaker.ct_ratio === null ? null : line.y - 2.5
  const left = (y: number, value: string): Primitive =>
    ink.text.text([x - 4, y], style.data, value, { halign: 'right', valign: 'middle', net: breaker.tag })
  if (breaker.ct_ratio !== null) {
    line.add(left(line.y - 2.5, ctOf(breaker.ct_ratio, breaker.ct_accuracy)))
    line.currentTransformer()
  }
  // Voltage on the side away from the bus: 25 compares it with the bus's own.
  const vt_y = breaker.vt_ratio === null ? null : line.y - 2
  if (breaker.vt_ratio !== null) line.add(left(line.y - 2, `VT ${breaker.vt_ratio} V`))
  // Room for it beside every breaker: cables leave the line-up at one height.
  line.wire(VT_MM)
  const core_y = coreBalance(line, breaker, left)
  line.add(...protection({ style, breaker, x, net: breaker.tag, vt_y, ct_y, core_y, breaker_y, meter: null }))
  // All breakers of a line-up leave room for what their relays trip, so that the line-up has one lower edge.
  line.wire(3 * style.stretch + 3 * style.pitch + 2)
  return line.y
}

/** A cable with its number, conductors, length and drop beside it; one by others with what it must be at least. */
export function cableRun(
  line: Descent,
  connection_id: string | null,
  place: Place,
  {
    side = 'right',
    required = null,
  }: { readonly side?: 'left' | 'right'; readonly required?: string | null | undefined } = {},
): void {
  const connection = connection_id === null ? undefined : place.cables.get(connection_id)
  const lines = cableLines(connection, connection_id, required).map((value): LabelLine => ({ value }))
  const x = line.x + (side === 'left' ? -2.5 : 2.5)
  line.add(
    ...labelStack(place.style, x, line.y - 2.5, lines, {
      net: line.net,
      halign: side === 'left' ? 'right' : 'left',
    }),
  )
  line.wire(Math.max(stackHeight(place.style, lines), 3) + 3 * place.style.stretch)
}

/** Signs of the windings left of a transformer, from its vector group. */
export function windings(
  vector_group: string,
  x: number,
  y: number,
  earthed: boolean,
): ReturnType<typeof ink.equipment.use>[] {
  const neutral = vector_group.includes('yn') && earthed ? 'WYE-EARTHED' : 'WYE'
  return [
    ink.equipment.use(vector_group.startsWith('D') ? 'DELTA' : 'WYE', [x - 9.5, y - 4]),
    ink.equipment.use(vector_group.includes('y') ? neutral : 'DELTA', [x - 9.5, y - 10.5]),
  ]
}
