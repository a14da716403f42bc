/** Column of a box, from 0; a link always leads to a greater column. */
export interface Slot {
  readonly column: number
  /** Line inside its lane among the boxes of one module. */
  readonly line: number
}

/** Columns of the precedence diagram: the links inside a container decide. */
export const COLUMNS_COUNT = 18

/** Place of each library row in the diagram, so that the same step of every module stands in the same column. */
export const PLACEMENT: Readonly<Record<string, Slot>> = {
  S010: { column: 0, line: 0 },
  S020: { column: 1, line: 0 },
  S040: { column: 2, line: 0 },
  S045: { column: 3, line: 0 },
  S035: { column: 2, line: 1 },
  S030: { column: 2, line: 2 },

  G110: { column: 3, line: 0 },
  G120: { column: 4, line: 0 },
  G130: { column: 5, line: 0 },
  G140: { column: 6, line: 0 },
  G150: { column: 7, line: 0 },
  G180: { column: 8, line: 0 },
  G190: { column: 9, line: 0 },
  G195: { column: 10, line: 0 },
  G160: { column: 6, line: 1 },
  G170: { column: 7, line: 1 },

  X110: { column: 4, line: 0 },
  X120: { column: 5, line: 0 },
  X130: { column: 6, line: 0 },
  X190: { column: 7, line: 0 },

  C210: { column: 3, line: 0 },
  C220: { column: 5, line: 0 },
  C230: { column: 6, line: 0 },
  C240: { column: 7, line: 0 },
  C250: { column: 8, line: 0 },
  C260: { column: 9, line: 0 },
  C270: { column: 10, line: 0 },
  C280: { column: 6, line: 1 },
  C290: { column: 7, line: 1 },
  C300: { column: 8, line: 1 },
  C310: { column: 9, line: 1 },
  C320: { column: 10, line: 1 },
  C330: { column: 8, line: 0 },
  C335: { column: 9, line: 0 },
  C340: { column: 11, line: 0 },
  C350: { column: 12, line: 0 },
  C355: { column: 13, line: 0 },
  C360: { column: 13, line: 0 },
  C370: { column: 14, line: 0 },

  B400: { column: 3, line: 0 },
  B410: { column: 6, line: 0 },
  B420: { column: 7, line: 0 },
  B430: { column: 8, line: 0 },
  B440: { column: 9, line: 0 },
  B450: { column: 10, line: 0 },
  B460: { column: 11, line: 0 },
  B470: { column: 10, line: 0 },
  B490: { column: 12, line: 0 },
  B500: { column: 13, line: 0 },

  S890: { column: 15, line: 0 },
  S900: { column: 16, line: 0 },
  S910: { column: 17, line: 0 },
}
