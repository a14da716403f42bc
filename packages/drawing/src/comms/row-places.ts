/** Places of alike things in a row. */
interface RowPlaces {
  readonly shown: readonly { readonly number: number; readonly x: number }[]
  /** Where the place of those that are not shown is. */
  readonly gap_x: number | null
}

/** Alike things side by side about a centre: all, or the first ones and the last with a gap between. */
export function placesInRow(count: number, most: number, pitch: number, centre: number): RowPlaces {
  const collapsed = count > most
  const slots = collapsed ? most : count
  const x = (slot: number): number => centre + (slot - (slots - 1) / 2) * pitch
  if (!collapsed)
    return { shown: Array.from({ length: count }, (_, i) => ({ number: i + 1, x: x(i) })), gap_x: null }
  const first = Array.from({ length: most - 2 }, (_, i) => ({ number: i + 1, x: x(i) }))
  return { shown: [...first, { number: count, x: x(most - 1) }], gap_x: x(most - 2) }
}
