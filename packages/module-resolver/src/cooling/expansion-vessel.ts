/** Nominal volumes of diaphragm expansion vessels, L (makers' ranges). */
const VESSEL_SIZES_L = [8, 12, 18, 25, 35, 50, 80, 100, 140, 200, 300, 400, 500] as const

/** What an expansion vessel is sized from. */
export interface ExpansionInput {
  readonly volume_l: number
  readonly expansion_pct: number
  /** Pre-charge, bar gauge. */
  readonly initial_bar: number
  /** Greatest pressure in operation, bar gauge. */
  readonly final_bar: number
}

/** A sized expansion vessel. */
export interface ExpansionVessel {
  readonly required_l: number
  readonly nominal_l: number
}

/**
 * Diaphragm vessel by the form of EN 12828: (V e + reserve)(pe + 1)/(pe - p0), reserve 0.5 % of V and at least 3 L,
 * next standard size.
 *
 * @throws {RangeError} when no standard vessel is large enough.
 */
export function expansionVessel(input: ExpansionInput): ExpansionVessel {
  const { volume_l, expansion_pct, initial_bar, final_bar } = input
  const taken_up_l = (volume_l * expansion_pct) / 100 + Math.max(3, 0.005 * volume_l)
  const required_l = (taken_up_l * (final_bar + 1)) / (final_bar - initial_bar)
  const nominal_l = VESSEL_SIZES_L.find((size) => size >= required_l)
  if (nominal_l === undefined) throw new RangeError(`no expansion vessel of ${required_l} L`)
  return { required_l, nominal_l }
}

/**
 * The vessel of a loop that is filled to more than its pre-charge: large enough by the form, and below its greatest pressure when
 * hot, with the coolant that the filling has put into it.
 *
 * @throws {RangeError} when no standard vessel is large enough.
 */
export function filledVessel(input: ExpansionInput, filled_bar: number): ExpansionVessel {
  const { required_l, nominal_l } = expansionVessel(input)
  const large = VESSEL_SIZES_L.find(
    (size) =>
      size >= nominal_l &&
      gasWhenHot(input, size, filled_bar) > 0 &&
      hotPressure(input, size, filled_bar) <= input.final_bar,
  )
  if (large === undefined)
    throw new RangeError(`no expansion vessel holds a loop filled to ${filled_bar} bar`)
  return { required_l, nominal_l: large }
}

/**
 * Pressure at the vessel, bar gauge, when the loop has expanded: its gas, filled against the cold loop, is squeezed by what the
 * coolant grows (EN 12828, isothermal).
 *
 * @throws {RangeError} when the coolant grows by more than the gas that is left.
 */
export function hotPressure(input: ExpansionInput, nominal_l: number, filled_bar: number): number {
  const gas_l = gasWhenHot(input, nominal_l, filled_bar)
  if (gas_l <= 0) throw new RangeError(`a vessel of ${nominal_l} L is full before the loop is hot`)
  return (nominal_l * (input.initial_bar + 1)) / gas_l - 1
}

/** Gas that is left, L; not above 0 where the coolant fills the vessel. */
function gasWhenHot(input: ExpansionInput, nominal_l: number, filled_bar: number): number {
  return (
    (nominal_l * (input.initial_bar + 1)) / (filled_bar + 1) - (input.volume_l * input.expansion_pct) / 100
  )
}
