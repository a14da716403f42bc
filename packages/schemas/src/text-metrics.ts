import { ADVANCE_RUNS, CAP_HEIGHT, UNITS_PER_EM } from './arimo-advances.generated.ts'

/** Font size over cap height: a text of cap height 2.5 mm has font size 2.5 * FONT_SIZE_PER_CAP_HEIGHT. */
export const FONT_SIZE_PER_CAP_HEIGHT = UNITS_PER_EM / CAP_HEIGHT

/** Drawn in place of a character that the font lacks, so that nothing vanishes silently. */
export const PLACEHOLDER = '\u25a1'

/** Longest text that a drawing holds in one piece. */
const TEXT_MAX = 250
/** Longest note: its lines are pieces of their own. */
export const NOTE_MAX = 750

/** Text that is drawn as it stands: the font has all of it and nothing composes. */
const PRINTABLE_ASCII = /^[\x20-\x7e]*$/

const ADVANCES: ReadonlyMap<number, number> = new Map(
  ADVANCE_RUNS.flatMap((run) => {
    const [start = '', widths = ''] = run.split(':')
    const first = Number.parseInt(start, 16)
    return widths
      .split(' ')
      .flatMap((group) => {
        const [width = '0', count = '1'] = group.split('x')
        return Array.from({ length: Number(count) }, () => Number(width))
      })
      .map((width, index): [number, number] => [first + index, width])
  }),
)

/** Advances by code point where most characters are, so that a width is a sum over an array. */
const BMP_ADVANCES = Uint16Array.from({ length: 0x2600 }, (_, code) => ADVANCES.get(code) ?? 0)
const PLACEHOLDER_ADVANCE = ADVANCES.get(0x25a1) ?? 0
const SPACE_ADVANCE = ADVANCES.get(0x20) ?? 0

/** Width of a text in mm at a cap height in mm: the sum of the advances of Arimo, without kerning. */
export function textWidth(value: string, height: number): number {
  return (unitsOf(value) / CAP_HEIGHT) * height
}

/** Sum of advances, font units. */
function unitsOf(value: string): number {
  let units = 0
  for (let at = 0; at < value.length; at += 1) {
    const known = BMP_ADVANCES[value.charCodeAt(at)]
    if (known !== undefined && known > 0) {
      units += known
      continue
    }
    const code = value.codePointAt(at) ?? 0
    if (code > 0xffff) at += 1
    units += ADVANCES.get(code) ?? PLACEHOLDER_ADVANCE
  }
  return units
}

/** Whether every character of a text can be drawn. */
export function isDrawable(value: string): boolean {
  return [...value].every((character) => ADVANCES.has(character.codePointAt(0) ?? 0))
}

/**
 * The text as a drawing shows it: composed (NFC), controls and line breaks as spaces, characters that the font lacks
 * as a visible placeholder, at most 250 characters where nothing else is asked for.
 */
export function drawableText(value: string, most = TEXT_MAX): string {
  if (value.length <= most && PRINTABLE_ASCII.test(value)) return value
  const characters = [...value.normalize('NFC')].map((character) => {
    const code = character.codePointAt(0) ?? 0
    if (ADVANCES.has(code)) return character
    return code < 0x20 ||
      (code >= 0x7f && code < 0xa0) ||
      code === 0x2028 ||
      code === 0x2029 ||
      code === 0xad ||
      code === 0xfeff
      ? ' '
      : PLACEHOLDER
  })
  return (characters.length > most ? [...characters.slice(0, most - 3), '...'] : characters).join('')
}

/** Shortens a text with an ellipsis so that it fits into a width, mm. */
export function fitText(value: string, height: number, width: number): string {
  const text = drawableText(value)
  if (textWidth(text, height) <= width) return text
  const characters = [...text]
  while (characters.length > 1 && textWidth(`${characters.join('')}...`, height) > width) characters.pop()
  return `${characters.join('').trimEnd()}...`
}

/** Breaks a text into lines that fit into a width, mm; breaks at spaces, and inside a word that is too long. */
export function wrapText(value: string, height: number, width: number, most = TEXT_MAX): string[] {
  const lines: string[] = []
  const fits = (units: number): boolean => (units / CAP_HEIGHT) * height <= width
  let [line, used] = ['', 0]
  for (const word of drawableText(value, most).split(' ')) {
    const units = unitsOf(word)
    const longer = line === '' ? units : used + SPACE_ADVANCE + units
    if (fits(longer)) {
      line = line === '' ? word : `${line} ${word}`
      used = longer
      continue
    }
    if (line !== '') lines.push(line)
    ;[line, used] = fits(units) ? [word, units] : ['', 0]
    if (line !== '') continue
    for (const character of word) {
      const advance = unitsOf(character)
      if (line !== '' && !fits(used + advance)) {
        lines.push(line)
        line = ''
        used = 0
      }
      line += character
      used += advance
    }
  }
  if (line !== '') lines.push(line)
  return lines
}
