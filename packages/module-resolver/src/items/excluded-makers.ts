/**
 * Battery makers that the Department of Defense may not buy from after 1 October 2027. Source: NDAA FY2024 section 154
 * (PL 118-31) as reported by trade press; the text itself was not read. AESC counts as Envision, its owner.
 */
const SECTION_154: readonly string[] = ['CATL', 'BYD', 'Envision', 'AESC', 'EVE Energy', 'Gotion', 'Hithium']

/** Makers of telecommunications and video equipment of NDAA FY2019 section 889. Source: FAR 52.204-25. */
const SECTION_889: readonly string[] = ['Huawei', 'ZTE', 'Hytera', 'Hikvision', 'Dahua']

/** Whether a maker is named by section 154, or its cells are. */
export function isSection154(...names: readonly (string | null)[]): boolean {
  return names.some((name) => name !== null && SECTION_154.some((maker) => includesWord(name, maker)))
}

/** What the supplier of telecommunications and video equipment has to represent. */
export const SECTION_889_NOTE = `Representation of the supplier for section 889 required: no ${SECTION_889.slice(0, -1).join(', ')} or ${SECTION_889.slice(-1).join('')} equipment.`

/** Whether a maker is named by section 889. */
export function isSection889(name: string | null): boolean {
  return name !== null && SECTION_889.some((maker) => includesWord(name, maker))
}

function includesWord(text: string, word: string): boolean {
  return ` ${text.toLowerCase().replace(/[^a-z0-9]+/g, ' ')} `.includes(` ${word.toLowerCase()} `)
}
