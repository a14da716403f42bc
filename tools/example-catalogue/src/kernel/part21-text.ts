/** Statement of the data section: what stands after `#n=`, without the semicolon. */
export type Body = string

/** Header and trailer statements, and the bodies of the data section by their number. */
export function parsePart21(text: string): { header: string[]; entities: Map<number, Body> } {
  const header: string[] = []
  const entities = new Map<number, Body>()
  for (const statement of statements(text)) {
    const match = /^#(\d+)\s*=\s*(.*);$/s.exec(statement)
    if (match?.[1] && match[2]) entities.set(Number(match[1]), match[2])
    else header.push(statement)
  }
  return { header, entities }
}

/** Numbers that a body refers to, in order; text in quotes is none. */
export function references(body: Body): number[] {
  return [...body.replace(/'[^']*'/g, '').matchAll(/#(\d+)/g)].map((match) => Number(match[1]))
}

/** Joins the lines of each statement; a break inside quotes belongs to the writer, not to the text. */
function statements(text: string): string[] {
  const result: string[] = []
  let current = ''
  let quoted = false
  for (const line of text.split('\n')) {
    current += quoted ? line : line.trimStart()
    quoted = (current.split("'").length - 1) % 2 === 1
    if (!quoted && current.endsWith(';')) {
      result.push(current)
      current = ''
    }
  }
  return result
}

export function renumber(body: Body, numberOf: (reference: number) => number): Body {
  return body
    .split(/('[^']*')/)
    .map((piece, index) =>
      index % 2 === 1
        ? piece
        : piece.replace(/#(\d+)/g, (_, digits: string) => `#${numberOf(Number(digits))}`),
    )
    .join('')
}
