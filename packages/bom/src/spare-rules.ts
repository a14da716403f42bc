/** Cable cut on site: waste and repair reserve on the ordered length, % (practice, to be confirmed by the buyer). */
const CABLE_SPARE_PCT = 2
/** Fibre trunks, and cables with a plug fitted by their maker, come by the piece: nobody cuts a spare metre from a reel. */
const MADE_UP = /MPO|multi-fibre plug/
/** Hoses and trunks made up for the site: one spare of each type and size for so many (practice, as for pumps and filters). */
const PIECES_PER_SPARE = 20

/** The rules in the words of the workbook. */
export const SPARE_RULES = {
  spare_rule_cables: `cables cut on site: ${CABLE_SPARE_PCT} % of the total length of each type and size, rounded up to whole metres`,
  spare_rule_hoses: `hoses and made-up fibre trunks between modules: one of the greatest length of each type and size for every ${PIECES_PER_SPARE} or part of them`,
  spare_rule_factory: 'cables and hoses inside containers and all that is BY OTHERS: none',
  spare_rule_items: 'equipment and parts: by the spare percentage of the catalogue line',
} as const

/** Spare length of one type of cable cut on site, m. */
export function cableSpareLength(total_m: number): number {
  return Math.ceil(Number(((total_m * CABLE_SPARE_PCT) / 100).toFixed(6)))
}

/** Whether a cable is ordered by the piece, made up at both ends. */
export function isMadeUp(type: string): boolean {
  return MADE_UP.test(type)
}

/** Spare length of one type of hose or made-up trunk, m. */
export function pieceSpareLength(pieces_count: number, longest_m: number): number {
  return Math.ceil(pieces_count / PIECES_PER_SPARE) * longest_m
}
