import { roundTo } from '@edp/schemas'

/** A short-circuit current as the model states it, kA: one decimal, two below 1 kA, where one would read as nothing. */
export function faultFigure(ka: number): number {
  return roundTo(ka, ka < 1 ? 2 : 1)
}
