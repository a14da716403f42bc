import fontkit from '@pdf-lib/fontkit'

type Fontkit = typeof fontkit
type Font = ReturnType<Fontkit['create']>

interface Subset {
  _addGlyph?: (id: number) => number
  glyf: Uint8Array[]
  offset: number
}

/** Characters that guide the layout and are not drawn (joiners, marks of direction): a space, as the engine has it. */
const INVISIBLE = /^(?!\u00ad)\p{Default_Ignorable_Code_Point}$/u
const SPACE = 0x20

/** Font files by their bytes; the decoded tables are most of the cost of a small document. */
const fonts = new WeakMap<Uint8Array, Font>()

/**
 * Fontkit whose TrueType subsets start every glyph on a four-byte boundary. Without it, glyphs of odd length follow each
 * other unpadded while the short `loca` table can only hold even offsets: outlines vanish although the text can still be
 * searched (Hopding/pdf-lib issue 1232). A font file is decoded once for all documents.
 */
export const paddedFontkit: Fontkit = {
  create(bytes, postscriptName) {
    let file = fonts.get(bytes)
    if (file === undefined) {
      file = fontkit.create(viewable(bytes), postscriptName)
      fonts.set(bytes, file)
    }
    return fontOfDocument(file)
  },
}

/** A whole buffer, which fontkit reads in place; an array it would copy byte by byte. */
function viewable(bytes: Uint8Array): Uint8Array {
  const isWhole = bytes.byteLength === bytes.buffer.byteLength
  return isWhole ? (bytes.buffer as unknown as Uint8Array) : bytes
}

/**
 * A document's own view of a decoded font. Its glyphs are its own: a glyph remembers the first character that it was asked
 * for, and so no document may see what another one has written.
 */
function fontOfDocument(file: Font): Font {
  const font = Object.create(file) as Font & { _glyphs: object }
  font._glyphs = {}
  font.createSubset = () => padded(file.createSubset.call(font))
  // One glyph per character: the engine would look up ligatures and kerning, which the drawings do without.
  font.layout = (text) => ({ glyphs: [...text].map(glyphOf) }) as ReturnType<Font['layout']>
  const glyphOf = (character: string): ReturnType<Font['glyphForCodePoint']> =>
    font.glyphForCodePoint(INVISIBLE.test(character) ? SPACE : (character.codePointAt(0) ?? SPACE))
  return font
}

function padded(made: ReturnType<Font['createSubset']>): ReturnType<Font['createSubset']> {
  const subset = made as unknown as Subset
  const add = subset._addGlyph
  if (add === undefined) return made
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
  return made
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
