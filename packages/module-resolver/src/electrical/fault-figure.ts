import { roundTo, type Bus } from '@edp/schemas'

/** A short-circuit current as the model states it, kA: one decimal, two below 1 kA, where one would read as nothing. */
export function faultFigure(ka: number): number {
  return roundTo(ka, ka < 1 ? 2 : 1)
}

/** Greatest prospective current of a bus, kA: what its equipment is rated by. */
export function greatestKa({ greatest_ka, short_circuit_ka }: Bus): number {
  return greatest_ka ?? short_circuit_ka
}
