import fontkit from '@pdf-lib/fontkit'
import { decodeFromBase64 } from 'pdf-lib'
import { expect, test } from 'vitest'

import { ARIMO_REGULAR_BASE64 } from '../fonts/arimo-regular.generated.ts'
import { paddedFontkit } from './padded-fontkit.ts'

const bytes = decodeFromBase64(ARIMO_REGULAR_BASE64)

test('every character has the glyph that the layout engine gives it', () => {
  const engine = fontkit.create(bytes)
  const font = paddedFontkit.create(bytes)
  const ids = (made: typeof font, text: string): number[] => made.layout(text).glyphs.map(({ id }) => id)
  const different = engine.characterSet
    .map((code) => String.fromCodePoint(code))
    .filter((character) => ids(engine, character).join() !== ids(font, character).join())
  expect(different).toEqual([])
  expect(engine.characterSet.length).toBeGreaterThan(2_000)
})

test('no document sees which characters another one has written', () => {
  // Both have the glyph of the space: what the first document asked for must not reach the second one.
  const [first, second] = [paddedFontkit.create(bytes), paddedFontkit.create(bytes)]
  const shared = '\u00a0'
  expect(first.layout(shared).glyphs[0]?.codePoints).toEqual([0xa0])
  const id = first.layout(shared).glyphs[0]?.id
  const space = second.layout(' ').glyphs[0]
  if (space?.id === id) expect(space?.codePoints).toEqual([0x20])
  expect(first.layout(shared).glyphs[0]).not.toBe(second.layout(shared).glyphs[0])
})
