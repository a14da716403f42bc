import type { Point } from '@edp/schemas'

import { cutRun, liesOn } from './cut-run.ts'
import type { Fitting } from './fittings.ts'
import type { PidCanvas } from './pid-canvas.ts'
import { label, run } from './pipe-run.ts'

/** Hose and the short ends that belong to its line, half length, mm. */
const HALF_MM = 11.5

/** A hose in a main: a line of its own, because class and bore change with it. */
export interface HoseInRun {
  /** Its line, e.g. `118`. */
  readonly sequence: string
  readonly at: Point
  readonly fittings: readonly Fitting[]
  /** Where its line number ends, below the hose. */
  readonly label_at: Point
}

/** Draws a main in two parts with the hose between them; in one where the assembly has a pipe. */
export function hosedRun(
  canvas: PidCanvas,
  main: string,
  hose: HoseInRun,
  points: readonly Point[],
  fittings: readonly Fitting[],
  arrows: readonly Point[],
): void {
  const { pieces } = cutRun(points, [{ at: hose.at, half: HALF_MM }])
  const [before, after] = pieces
  if (!canvas.has(hose.sequence) || before === undefined || after === undefined) {
    run(canvas, main, points, [...fittings, ...hose.fittings], arrows)
    return
  }
  for (const piece of [before, after])
    run(
      canvas,
      main,
      piece,
      fittings.filter((fitting) => liesOn(fitting.at, piece)),
      arrows.filter((at) => liesOn(at, piece)),
    )
  const ends = [before.at(-1) ?? hose.at, after[0] ?? hose.at]
  run(canvas, hose.sequence, ends, hose.fittings)
  const [x, y] = hose.label_at
  label(canvas, hose.sequence, hose.label_at, {
    rotation_deg: 90,
    halign: 'right',
    leader: [
      [x - 1.25, y + 0.5],
      [hose.at[0] + HALF_MM - 0.75, hose.at[1]],
    ],
  })
}
