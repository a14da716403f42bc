import { Document, isMap, isSeq, type YAMLMap } from 'yaml'

import { computeSpec } from './compute-spec.ts'
import { gridSpec } from './grid-spec.ts'
import { COUPLINGS, FAMILIES, type SpecSource } from './variant.ts'

const NOTE =
  '# Example catalogue, made by tools/example-catalogue: not for construction. Masses and ratings are illustrative.\n'

/** Key and text of the spec.yaml of every assembly. */
export function specTexts(): [key: string, text: string][] {
  return FAMILIES.flatMap((family) =>
    COUPLINGS.flatMap((coupling): [string, string][] => [
      [
        `assemblies/compute-container/${family}-${coupling}/spec.yaml`,
        NOTE + yaml(computeSpec(family, coupling)),
      ],
      [`assemblies/grid-container/${family}-${coupling}/spec.yaml`, NOTE + yaml(gridSpec(family, coupling))],
    ]),
  )
}

/** Lists of records, one record a line: a reader compares them like rows of a table. */
const TABLES = [
  'components',
  'positions',
  'openings',
  'plate_mounts',
  'ports',
  'connections',
  'bom',
  'bess_units',
]

function yaml(spec: SpecSource): string {
  const document = new Document(spec, { aliasDuplicateObjects: false })
  flowRows(document)
  const yard = document.get('yard')
  if (isSeq(yard)) for (const unit of yard.items) if (isMap(unit)) flowRows(unit)
  for (const key of ['envelope', 'mass', 'footprint', 'limits', 'cooling', 'network', 'length_rules']) {
    const node = document.get(key)
    if (isMap(node)) node.flow = true
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: true })
}

function flowRows(node: Document | YAMLMap): void {
  for (const key of TABLES) {
    const rows = node.get(key)
    if (isSeq(rows)) for (const row of rows.items) if (isMap(row)) row.flow = true
  }
  const size = node.get('size_m')
  if (isSeq(size)) size.flow = true
}
