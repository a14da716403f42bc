import type { BessBranchUnit, Breaker, Primitive } from '@edp/schemas'

import { CORE_BALANCE_MM } from '../symbols/sld/measuring.ts'
import type { Descent } from './descent.ts'
import { fixed, labelStack, pickUpOf, fullRatingOf, stackHeight, type LabelLine } from './labels.ts'
import { heightOf } from './descent.ts'
import { ink, type SldStyle } from './sld-style.ts'

/** From the incoming switch of a ring main unit to its outgoing one, mm. */
export function ringWidth(style: SldStyle): number {
  return style.size === 'A1' ? 22 : 17
}

/**
 * The ring main unit of a skid: the switch that the chain arrives at, the bus, the switch to the next skid, and the breaker
 * of the transformer. Draws down to below the breaker; the next skid hangs from the top of the outgoing switch.
 */
export function drawRingMain(
  unit: BessBranchUnit,
  line: Descent,
  chain_y: number,
  last: boolean,
  style: SldStyle,
): void {
  const { ring_main: ring } = unit
  const { x, net } = line
  const out = x + ringWidth(style)
  const top = line.y
  const module = { MODULE_ID: unit.skid_module_id }
  line.add(...labelStack(style, x + 4.5, top - 0.5, [{ value: ring.incoming_tag }], { net }))
  line.device('LOAD-SWITCH', { id: ring.incoming_tag, attributes: { TAG: ring.incoming_tag, ...module } })
  const unitLabel: LabelLine[] = [
    { value: ring.tag },
    { value: `ring ${ring.rating_a} A, ${ring.short_circuit_ka} kA` },
  ]
  line.add(
    ink.mv.line([x, line.y], [out, line.y], { net }),
    ink.equipment.use('LOAD-SWITCH', [out, top], {
      net,
      id: ring.outgoing_tag,
      attributes: { TAG: ring.outgoing_tag, ...module },
    }),
    ...(last ? [] : [ink.mv.line([out, top], [out, chain_y], { net })]),
    ...labelStack(
      style,
      out + 4.5,
      top - 0.5,
      [{ value: last ? `${ring.outgoing_tag}, spare` : ring.outgoing_tag }],
      { net },
    ),
    // The unit and the rating of its ring stand at the end of the ring, clear of the earthing contact.
    ...labelStack(style, out + 2.5, line.y + style.data / 2, unitLabel, { net }),
  )
  const { breaker } = ring
  const label: LabelLine[] = [
    { value: breaker.tag, tag: true },
    { value: fullRatingOf(breaker) },
    { value: pickUpOf(breaker) },
  ]
  line.becomes(breaker.tag, ink.mv).wire(Math.max(1.5, stackHeight(style, unitLabel) - style.data))
  line.add(...labelStack(style, x + 5, line.y - 0.5, label, { net: breaker.tag }))
  line.device('BREAKER-FIXED', {
    id: breaker.tag,
    attributes: { TAG: breaker.tag, RATING: fullRatingOf(breaker) },
  })
  line.wire(Math.max(2, stackHeight(style, label) + 1 - heightOf('BREAKER-FIXED')))
  relayOnRingCores(line, breaker, style)
}

/** The relay of the transformer breaker on the cores that come with the unit: one in each phase, one around all of them. */
function relayOnRingCores(line: Descent, breaker: Breaker, style: SldStyle): void {
  const { x, net } = line
  const { earth_fault: earth, functions, relay } = breaker
  const said = (y: number, from: number, text: string): Primitive[] => [
    ink.metering.line([x + from, y], [x + 4.3, y], { net }),
    ink.text.text([x + 5, y], style.data, text, { valign: 'middle', net }),
  ]
  const phases = functions.filter((name) => name !== earth?.function)
  line.add(...said(line.y - 2.5, 1.25, `${relay}: ${phases.join(', ')}`)).currentTransformer()
  const ct = earth?.core_balance_ct ?? null
  if (earth === null || ct === null) return
  const radius = CORE_BALANCE_MM / 2
  const setting = `${earth.function} ${earth.pickup_a} A, ${fixed(earth.delay_s, 1)} s`
  line
    .add(...said(line.y - radius, radius, `${setting}, CBCT ${ct.ratio} A`))
    .coreBalance()
    .wire(1)
}
