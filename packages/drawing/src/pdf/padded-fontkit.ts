import fontkit from '@pdf-lib/fontkit'

type Fontkit = typeof fontkit

interface Subset {
  _addGlyph?: (id: number) => number
  glyf: Uint8Array[]
  offset: number
}

/**
 * Fontkit whose TrueType subsets start every glyph on a four-byte boundary. Without it, glyphs of odd length follow each
 * other unpadded while the short `loca` table can only hold even offsets: outlines vanish although the text can still be
 * searched (Hopding/pdf-lib issue 1232).
 */
export const paddedFontkit: Fontkit = {
  create(bytes, postscriptName) {
    const font = fontkit.create(bytes, postscriptName)
    const make = font.createSubset.bind(font) as unknown as () => Subset
    font.createSubset = () => {
      const subset = make()
      const add = subset._addGlyph
      if (add === undefined) return subset as unknown as ReturnType<typeof font.createSubset>
      subset._addGlyph = function (this: Subset, id) {
        const index = add.call(this, id)
        const glyph = this.glyf[index]
        const padding = glyph === undefined ? 0 : (4 - (glyph.length % 4)) % 4
        if (glyph !== undefined && padding > 0) {
          const longer = padTo(glyph, padding)
          this.glyf[index] = longer
          this.offset += padding
        }
        return index
      }
      return subset as unknown as ReturnType<typeof font.createSubset>
    }
    return font
  },
}

/** A longer copy of the same kind: fontkit's stream reads with methods of the class that it made. */
function padTo(glyph: Uint8Array, padding: number): Uint8Array {
  const kind = glyph.constructor as {
    alloc?: (length: number) => Uint8Array
    new (length: number): Uint8Array
  }
  const longer =
    kind.alloc === undefined ? new kind(glyph.length + padding) : kind.alloc(glyph.length + padding)
  longer.set(glyph, 0)
  return longer
}
