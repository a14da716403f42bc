// Writes the advance table of @edp/schemas and the embedded font of @edp/drawing from the font package.
// Run by hand after a change of the font: node scripts/make-font.mjs
import { readFileSync, writeFileSync } from 'node:fs'

import fontkit from '@pdf-lib/fontkit'

const path = 'node_modules/@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf'
const bytes = readFileSync(path)
const font = fontkit.create(bytes)

/** Latin, Greek, Cyrillic, punctuation, currency, letter-like, arrows, mathematics, technical, box drawing, shapes. */
const RANGES = [
  [0x20, 0x7e],
  [0xa0, 0xac],
  [0xae, 0x24f],
  [0x370, 0x52f],
  [0x1e00, 0x1eff],
  [0x2010, 0x2027],
  [0x2030, 0x205e],
  [0x20a0, 0x20bf],
  [0x2100, 0x214f],
  [0x2190, 0x23ff],
  [0x2500, 0x25ff],
]
const advances = font.characterSet
  .filter(
    (code) =>
      RANGES.some(([from, to]) => code >= from && code <= to) && font.glyphForCodePoint(code).id !== 0,
  )
  .sort((a, b) => a - b)
  .map((code) => [code, font.glyphForCodePoint(code).advanceWidth])

const runs = []
for (const [code, width] of advances) {
  const last = runs.at(-1)
  if (last && last.start + last.widths.length === code) last.widths.push(width)
  else runs.push({ start: code, widths: [width] })
}
const rows = runs.map(({ start, widths }) => {
  const groups = []
  for (const width of widths) {
    const last = groups.at(-1)
    if (last && last.width === width) last.count++
    else groups.push({ width, count: 1 })
  }
  return `  '${start.toString(16)}:${groups.map((g) => (g.count > 1 ? `${g.width}x${g.count}` : g.width)).join(' ')}',`
})
writeFileSync(
  'packages/schemas/src/arimo-advances.generated.ts',
  `// Made by scripts/make-font.mjs from Arimo Regular (OFL-1.1). A run: first code point in hexadecimal, then advance
// widths in font units; WxN stands for N equal widths.
export const UNITS_PER_EM = ${font.unitsPerEm}
export const CAP_HEIGHT = ${font.capHeight}
export const ADVANCE_RUNS: readonly string[] = [
${rows.join('\n')}
]
`,
)
writeFileSync(
  'packages/drawing/src/fonts/arimo-regular.generated.ts',
  `// Made by scripts/make-font.mjs: Arimo Regular, OFL-1.1 (OFL.txt beside this file), TrueType, base64.
export const ARIMO_REGULAR_BASE64 =
  '${bytes.toString('base64')}'
`,
)
console.log(
  `${advances.length} code points, ${bytes.length} bytes, cap height ${font.capHeight}/${font.unitsPerEm}`,
)
