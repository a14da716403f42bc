import type { Transformer } from '@edp/schemas'

import type { Place } from './column.ts'
import { Descent } from './descent.ts'
import {
  cableLines,
  fixed,
  kilovoltamperes,
  labelStack,
  ratingOf,
  stackHeight,
  volts,
  type LabelLine,
} from './labels.ts'
import { protection } from './protection.ts'
import { ink } from './sld-style.ts'
import { breakerLabel } from './supply.ts'

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
  cableRun(line, transformer.primary_connection_id, place)
  line.add(...windings(transformer.vector_group, x, line.y, true))
  const rating = `${kilovoltamperes(transformer.rating_kva)}, ${transformer.impedance_pct} %Z, ${transformer.vector_group}`
  const label: LabelLine[] = [
    { value: transformer.tag, tag: true, id: transformer.module_id },
    { value: rating },
    {
      value: `${volts(transformer.primary_v)} / ${transformer.secondary_v} V, ${transformer.cooling}, loading ${fixed(transformer.loading_pct, 1)} %`,
    },
    { value: `Isc ${fixed(transformer.short_circuit_ka, 1)} kA at ${transformer.secondary_v} V` },
    { value: transformer.primary_breaker.scope === 'by_others' ? 'BY OTHERS' : '' },
  ]
  line.add(...labelStack(style, x + 8, line.y - 0.5, label, { net: transformer.tag }))
  line.device('TRANSFORMER', {
    id: transformer.tag,
    attributes: { TAG: transformer.tag, RATING: rating, MODULE_ID: transformer.module_id },
  })
  line.becomes(transformer.secondary_breaker.tag, ink.lv)
  line.wire(Math.max(0, stackHeight(style, label) - 15))
  cableRun(line, transformer.secondary_connection_id, place)
  return { line, exit_y }
}

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
  const vt_y = breaker.vt_ratio === null ? null : line.y + 1
  line.add(
    ...labelStack(style, x - 4, line.y - 1, breakerLabel(breaker, place), { halign: 'right', net: bus }),
  )
  const breaker_y = line.y - 6.25
  line.device('BREAKER-MV', {
    id: breaker.tag,
    net: breaker.tag,
    attributes: { TAG: breaker.tag, RATING: ratingOf(breaker) },
  })
  line.becomes(breaker.tag, ink.mv).wire(2)
  const ct_y = breaker.ct_ratio === null ? null : line.y - 2.5
  const ratios = [
    breaker.ct_ratio === null ? '' : `CT ${breaker.ct_ratio} A`,
    breaker.vt_ratio === null ? '' : `VT ${breaker.vt_ratio} V`,
  ]
  line.add(
    ...labelStack(
      style,
      x - 4,
      line.y - 0.5,
      ratios.map((value) => ({ value })),
      { halign: 'right', net: breaker.tag },
    ),
  )
  if (breaker.ct_ratio !== null) line.currentTransformer()
  line.add(...protection({ style, breaker, x, net: breaker.tag, vt_y, ct_y, breaker_y, meter: null }))
  // All breakers of a line-up leave room for what their relays trip, so that the line-up has one lower edge.
  line.wire(3.5 * style.stretch + style.pitch)
  return line.y
}

/** A cable with its number, conductors, length and drop beside it. */
export function cableRun(
  line: Descent,
  connection_id: string | null,
  place: Place,
  side: 'left' | 'right' = 'right',
): void {
  const connection = connection_id === null ? undefined : place.cables.get(connection_id)
  const lines = cableLines(connection, connection_id).map((value): LabelLine => ({ value }))
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
