import { type Body, parsePart21, references, renumber } from './part21-text.ts'

/** Time stamp of every file: a fixed one, so that the same model gives the same bytes. */
const TIME_STAMP = '2000-01-01T00:00:00'

const DISCLAIMER = 'EXAMPLE - NOT FOR CONSTRUCTION'

const STYLE = 'MECHANICAL_DESIGN_GEOMETRIC_PRESENTATION_REPRESENTATION'

/**
 * Entities without an identity of their own: two with the same content mean the same, so one is enough. Topology (vertices, edges,
 * faces) and representation contexts are not among them, because two solids or two parts must not share those.
 */
const VALUES: ReadonlySet<string> = new Set([
  'PRODUCT_CONTEXT',
  'PRODUCT_DEFINITION_CONTEXT',
  'CARTESIAN_POINT',
  'DIRECTION',
  'VECTOR',
  'LINE',
  'CIRCLE',
  'SPHERICAL_SURFACE',
  'AXIS2_PLACEMENT_3D',
  'PLANE',
  'CYLINDRICAL_SURFACE',
  'UNCERTAINTY_MEASURE_WITH_UNIT',
  'COLOUR_RGB',
  'FILL_AREA_STYLE_COLOUR',
  'FILL_AREA_STYLE',
  'SURFACE_STYLE_FILL_AREA',
  'SURFACE_STYLE_TRANSPARENT',
  'SURFACE_STYLE_RENDERING_WITH_PROPERTIES',
  'SURFACE_SIDE_STYLE',
  'SURFACE_STYLE_USAGE',
  'PRESENTATION_STYLE_ASSIGNMENT',
])

/**
 * Canonical form of the STEP text of the kernel, a function of the model alone. The raw text also depends on the clock (FILE_NAME),
 * on a counter of the process (ids of NEXT_ASSEMBLY_USAGE_OCCURRENCE) and on memory addresses (order of the styles). Here the header is
 * written anew, equal values are stored once, and entities are numbered depth first from the roots, the styles last, in the order of
 * what they style.
 */
export function canonicalPart21(raw: string, product: string): string {
  const { header, entities } = parsePart21(raw)
  const shared = shareValues(mergeCategories(entities))
  const { order, number } = numbered(shared)
  let occurrence = 0
  const data = order.map((id) => {
    const body = renumber(shared.get(id) ?? '', (reference) => number.get(reference) ?? 0).replace(
      /^NEXT_ASSEMBLY_USAGE_OCCURRENCE\('\d+'/,
      () => `NEXT_ASSEMBLY_USAGE_OCCURRENCE('${++occurrence}'`,
    )
    return `#${number.get(id) ?? 0}=${body};`
  })
  const start = header.indexOf('DATA;') + 1
  return [
    ...header.slice(0, start).map((line) => headerLine(line, product)),
    ...data,
    ...header.slice(start),
    '',
  ].join('\n')
}

/** One statement for all products of a category, where the kernel writes one for each. */
function mergeCategories(entities: ReadonlyMap<number, Body>): Map<number, Body> {
  const category = /^PRODUCT_RELATED_PRODUCT_CATEGORY\('part',\$,\((#\d+)\)\)$/
  const members = [...entities].flatMap(([id, body]) => {
    const product = category.exec(body)?.[1]
    return product === undefined ? [] : [{ id, product }]
  })
  const result = new Map(entities)
  for (const { id } of members.slice(1)) result.delete(id)
  const [first] = members
  if (first) {
    const products = members.map(({ product }) => product).join(',')
    result.set(first.id, `PRODUCT_RELATED_PRODUCT_CATEGORY('part',$,(${products}))`)
  }
  return result
}

/** Replaces equal values by one of them, from the leaves up. */
function shareValues(entities: ReadonlyMap<number, Body>): Map<number, Body> {
  const result = new Map<number, Body>()
  const representative = new Map<number, number>()
  const byBody = new Map<Body, number>()
  for (const id of depthFirst(entities.keys(), entities)) {
    const source = withoutNoise(withoutPhrases(entities.get(id) ?? ''))
    const body = renumber(source, (reference) => representative.get(reference) ?? reference)
    const known = isValue(body) ? byBody.get(body) : undefined
    representative.set(id, known ?? id)
    if (known !== undefined) continue
    byBody.set(body, id)
    result.set(id, body)
  }
  return result
}

/** The kernel's standing phrases tell nothing; they stand in every instance and every part. */
function withoutPhrases(body: Body): Body {
  return body
    .replace(/'Context #1','3D Context with UNIT and UNCERTAINTY'/, "'','3D'")
    .replace(/'Placement','Placement of an item'/, "'',''")
}

/** Coordinates below 1e-10 mm are rounding noise, which may differ between processors: they become zero. */
function withoutNoise(body: Body): Body {
  if (!/^(CARTESIAN_POINT|DIRECTION)\(/.test(body)) return body
  return body.replace(/-?\d+\.\d*E-1\d/g, '0.').replace(/-0\.(?=[,)])/g, '0.')
}

function isValue(body: Body): boolean {
  return VALUES.has(body.slice(0, body.indexOf('('))) || /^\(.*\bNAMED_UNIT\(\*\)/.test(body)
}

/** Every entity after those that it refers to. */
function depthFirst(starts: Iterable<number>, entities: ReadonlyMap<number, Body>): number[] {
  const order: number[] = []
  const state = new Map<number, 'open' | 'done'>()
  for (const start of starts) {
    const stack = [start]
    for (let id = stack.at(-1); id !== undefined; id = stack.at(-1)) {
      const pending =
        state.get(id) === undefined
          ? references(entities.get(id) ?? '').filter((next) => state.get(next) === undefined)
          : []
      if (pending.length > 0) {
        state.set(id, 'open')
        stack.push(...pending.reverse())
        continue
      }
      if (state.get(id) !== 'done') order.push(id)
      state.set(id, 'done')
      stack.pop()
    }
  }
  return order
}

/** Order and new number of every entity that is reached from a root. */
function numbered(entities: Map<number, Body>): { order: number[]; number: Map<number, number> } {
  const used = new Set([...entities.values()].flatMap(references))
  const roots = [...entities.keys()].filter((id) => !used.has(id)).sort((a, b) => a - b)
  const isStyle = (id: number): boolean => entities.get(id)?.startsWith(STYLE) ?? false
  const number = new Map<number, number>()
  const order: number[] = []
  const visit = (root: number): void => {
    const stack = [root]
    for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
      if (number.has(id)) continue
      number.set(id, number.size + 1)
      order.push(id)
      stack.push(...references(entities.get(id) ?? '').reverse())
    }
  }
  for (const root of roots.filter((id) => !isStyle(id))) visit(root)

  const styledNumber = (item: number): number =>
    number.get(references(entities.get(item) ?? '').at(-1) ?? 0) ?? 0
  const styles = roots.filter(isStyle).map((id) => {
    const body = entities.get(id) ?? ''
    const list = /\(([#\d,\s]+)\)/.exec(body)?.[1] ?? ''
    const items = references(list).sort((a, b) => styledNumber(a) - styledNumber(b))
    entities.set(id, body.replace(list, items.map((item) => `#${item}`).join(',')))
    return { id, first: styledNumber(items[0] ?? 0) }
  })
  for (const { id } of styles.sort((a, b) => a.first - b.first)) visit(id)
  return { order, number }
}

function headerLine(line: string, product: string): string {
  const quoted = `'${product.replaceAll("'", "''")}'`
  if (line.startsWith('FILE_DESCRIPTION')) return `FILE_DESCRIPTION(('${DISCLAIMER}'),'2;1');`
  if (line.startsWith('FILE_NAME'))
    return `FILE_NAME(${quoted},'${TIME_STAMP}',(''),('EDP example catalogue'),'Open CASCADE STEP processor','EDP example catalogue','');`
  return line
}
