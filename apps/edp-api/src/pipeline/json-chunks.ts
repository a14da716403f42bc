import { jsonText } from '@edp/schemas'

/** Elements of a list that are written at a time: some dozen kilobytes. */
const ELEMENTS_PER_CHUNK = 64

/**
 * The text that `jsonText` gives a document, in pieces: the lists at its top, which grow with the site, element by
 * element, everything else whole.
 *
 * @throws {RangeError} for a number that is not finite.
 */
export function* jsonChunks(document: object): Generator<string, void> {
  const entries = Object.entries(document).filter(([, value]) => value !== undefined)
  if (entries.length === 0) {
    yield jsonText(document)
    return
  }
  let before = '{\n'
  for (const [key, value] of entries) {
    const name = `${before}  ${JSON.stringify(key)}: `
    before = ',\n'
    if (!Array.isArray(value) || value.length === 0) {
      yield `${name}${indented(value, 1)}`
      continue
    }
    const elements = value as unknown[]
    yield `${name}[\n`
    for (let first = 0; first < elements.length; first += ELEMENTS_PER_CHUNK)
      yield `${first === 0 ? '' : ',\n'}${elementsText(elements.slice(first, first + ELEMENTS_PER_CHUNK))}`
    yield '\n  ]'
  }
  yield '\n}\n'
}

/** What stands between `[` and `]` of a list that is a member of the document: the text of lists in a list is indented alike. */
function elementsText(elements: readonly unknown[]): string {
  return jsonText([elements]).slice('[\n  [\n'.length, -'\n  ]\n]\n'.length)
}

/** A value's text where it stands at a depth; a line feed inside a string is escaped, so every one is an indent. */
function indented(value: unknown, depth: number): string {
  return jsonText(value)
    .trimEnd()
    .replaceAll('\n', `\n${'  '.repeat(depth)}`)
}
