/** Overcurrent device up to this rating, A, and its copper equipment earthing conductor. */
type EarthingRow = readonly [upToA: number, awg: string, mm2: number]

/** Source: NEC 2023 Table 250.122, copper; the rows above 4000 A are `assumption` from the same table as remembered. */
const EQUIPMENT_EARTHING: readonly EarthingRow[] = [
  [15, '14', 2.08],
  [20, '12', 3.31],
  [60, '10', 5.26],
  [100, '8', 8.37],
  [200, '6', 13.3],
  [300, '4', 21.2],
  [400, '3', 26.7],
  [500, '2', 33.6],
  [600, '1', 42.4],
  [800, '1/0', 53.5],
  [1000, '2/0', 67.4],
  [1200, '3/0', 85],
  [1600, '4/0', 107.2],
  [2000, '250 kcmil', 127],
  [2500, '350 kcmil', 177],
  [3000, '400 kcmil', 203],
  [4000, '500 kcmil', 253],
  [5000, '700 kcmil', 355],
  [6000, '800 kcmil', 405],
]

/** Equipment earthing conductor behind an overcurrent device; it is laid in full size in every raceway. */
export function equipmentEarthing(overcurrentA: number): { readonly awg: string; readonly mm2: number } {
  const row = EQUIPMENT_EARTHING.find(([upTo]) => overcurrentA <= upTo)
  if (row === undefined) throw new RangeError(`no earthing conductor above 6000 A, found ${overcurrentA}`)
  return { awg: row[1], mm2: row[2] }
}

/**
 * Smallest earthing conductor of at least a given cross-section: where circuit conductors are larger than ampacity asks
 * for, it grows in the same proportion (NEC 2023, 250.122(B)).
 */
export function earthingOfArea(mm2: number): { readonly awg: string; readonly mm2: number } {
  const row = EQUIPMENT_EARTHING.find(([, , area]) => area >= mm2) ?? EQUIPMENT_EARTHING.at(-1)
  if (row === undefined) throw new RangeError('the table of earthing conductors is empty')
  return { awg: row[1], mm2: row[2] }
}
