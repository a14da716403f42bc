import {
  conductorsText,
  roundTo,
  type Breaker,
  type Connection,
  type CurrentTransformer,
  type Primitive,
} from '@edp/schemas'

import type { TextOptions } from '../sheet/pen.ts'
import { ink, type SldStyle } from './sld-style.ts'

/** One line of a label; a tag is set larger. */
export interface LabelLine {
  readonly value: string
  readonly tag?: boolean
  readonly id?: string
}

/** Lines below each other; the first one's capitals end at `y`. */
export function labelStack(
  style: SldStyle,
  x: number,
  y: number,
  lines: readonly LabelLine[],
  options: Pick<TextOptions, 'halign' | 'net' | 'link'> = {},
): Primitive[] {
  let top = y
  return lines
    .filter((line) => line.value !== '')
    .map((line) => {
      const height = line.tag === true ? style.tag : style.data
      const at = [x, top - height] as const
      top -= height * 1.6
      const pen = line.tag === true ? ink.tag : ink.text
      return pen.text(at, height, line.value, {
        ...options,
        ...(line.id === undefined ? {} : { id: line.id }),
      })
    })
}

/** Height of a label stack, mm. */
export function stackHeight(style: SldStyle, lines: readonly LabelLine[]): number {
  return lines
    .filter((line) => line.value !== '')
    .reduce((sum, line) => sum + (line.tag === true ? style.tag : style.data) * 1.6, 0)
}

/** Lines side by side, read from below, from the lower end of a vertical conductor. */
export function uprightLines(
  style: SldStyle,
  x: number,
  y: number,
  lines: readonly string[],
  net: string,
): Primitive[] {
  return lines
    .filter((line) => line !== '')
    .map((value, index) =>
      ink.text.text([x + style.data * 1.1 + index * style.pitch, y], style.data, value, {
        rotation_deg: 90,
        net,
      }),
    )
}

/** Frame and trip of a breaker: `250 AF / 225 AT`; the frame alone where both are equal. */
export function ampsOf(breaker: Breaker): string {
  return breaker.frame_a === breaker.trip_a
    ? `${breaker.frame_a} A`
    : `${breaker.frame_a} AF / ${breaker.trip_a} AT`
}

/** Ratio and accuracy of current transformers: `CT 600:5 A, C200`. */
export function ctOf(ratio: string, accuracy: string | null): string {
  return `CT ${ratio} A${accuracy === null ? '' : `, ${accuracy}`}`
}

/** Ratio and accuracy of a core-balance current transformer: `CBCT 50:5 A, C10`. */
export function coreBalanceOf({ ratio, accuracy }: CurrentTransformer): string {
  return `CBCT ${ratio} A, ${accuracy}`
}

/** Rating of a breaker with its poles, where its sheet details it. */
export function fullRatingOf(breaker: Breaker): string {
  return `${ratingOf(breaker)}, ${breaker.poles}P`
}

/** Rating of a breaker on one line. A vacuum breaker has no trip unit: its relay's pick-up is `pickUpOf`. */
export function ratingOf(breaker: Breaker): string {
  const amps = breaker.kind === 'MV vacuum' ? `${breaker.frame_a} A` : ampsOf(breaker)
  return `${amps}, ${breaker.interrupting_ka} kA`
}

/** What the overcurrent relay of a vacuum breaker is set to; empty for breakers with a trip unit. */
export function pickUpOf(breaker: Breaker): string {
  if (breaker.kind !== 'MV vacuum') return ''
  const delay = breaker.grading === null ? '' : `, ${breaker.grading.delay_s} s`
  return `51 pick-up ${breaker.trip_a} A${delay}`
}

/** A figure with a fixed number of decimals: figures below each other are compared by their places. */
export function fixed(value: number, decimals: number): string {
  return value.toFixed(decimals)
}

/** A share with two decimals; one that would read as nothing is below the last of them. */
export function percent(value: number): string {
  return value < 0.005 ? '<0.01 %' : `${fixed(value, 2)} %`
}

/** What stands beside a power cable: number, conductors, length and voltage drop; what is required of one by others. */
export function cableLines(
  connection: Connection | undefined,
  id: string | null,
  required: string | null = null,
): string[] {
  if (id === null) return required === null ? ['BY OTHERS'] : ['BY OTHERS, min.', ...required.split(', ')]
  if (connection?.cable == null) return [id]
  const drop = connection.power === null ? '' : `, drop ${percent(connection.power.voltage_drop_pct)}`
  return [id, conductorsText(connection.cable), `${connection.length.cut_m} m${drop}`]
}

/** A short-circuit current: two decimals below 1 kA, where one would read as nothing. */
export function faultText(ka: number): string {
  return fixed(ka, ka < 1 ? 2 : 1)
}

/** Volts as an electrical engineer writes them: 13.8 kV, 480 V. */
export function volts(voltage_v: number): string {
  return voltage_v >= 1000 ? `${roundTo(voltage_v / 1000, 2)} kV` : `${voltage_v} V`
}

/** Volts of a four-wire system, between phases and to the neutral: 480Y/277 V. */
export function wyeVolts(voltage_v: number): string {
  return `${voltage_v}Y/${Math.round(voltage_v / Math.sqrt(3))} V`
}

/** Kilowatts; megawatts from ten thousand on. */
export function kilowatts(kw: number): string {
  return kw >= 10_000 ? `${fixed(kw / 1000, 2)} MW` : `${fixed(kw, 1)} kW`
}

/** Kilovoltamperes; megavoltamperes from ten thousand on. */
export function kilovoltamperes(kva: number): string {
  return kva >= 10_000 ? `${fixed(kva / 1000, 2)} MVA` : `${kva} kVA`
}
