import { sheetNumber } from '../sheet/title-block.ts'

/** Position of the loop among the sheets of the P&ID: the first one. */
const POSITION = 0

/**
 * The sheet of the P&ID with the loop of a container, that its lists and every container's entry lead to. Other diagrams name it by its
 * printed number; a P&ID has fewer than a thousand sheets.
 */
export const LOOP_SHEET = { sheet_id: 'pid-typical', number: sheetNumber(POSITION, 1) } as const
