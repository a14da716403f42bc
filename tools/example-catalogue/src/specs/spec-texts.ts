import { stringify } from 'yaml'

import { computeSpec } from './compute-spec.ts'
import { gridSpec } from './grid-spec.ts'
import { COUPLINGS, FAMILIES } from './variant.ts'

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

function yaml(value: unknown): string {
  return stringify(value, {
    aliasDuplicateObjects: false,
    lineWidth: 140,
    collectionStyle: 'any',
    flowCollectionPadding: true,
  })
}
