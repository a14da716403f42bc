import type { Primitive, Sheet } from '@edp/schemas'
import { EXAMPLE_NAMES, examplePayload } from '@edp/testing'
import { expect, test } from 'vitest'

import { documentsOf } from './setup/documents.ts'

type Point = readonly [number, number]

/** Whether a point lies in a closed outline, by the edges that a ray to its right crosses. */
function within([x, y]: Point, outline: readonly Point[]): boolean {
  return (
    outline.filter(([x1, y1], index) => {
      const [x2, y2] = outline[(index + 1) % outline.length] ?? [x1, y1]
      return y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)
    }).length %
      2 ===
    1
  )
}

/** Dashed outlines of a sheet. */
const outlinesOf = ({ items }: Sheet): (readonly Point[])[] =>
  items.flatMap((item) =>
    item.kind === 'polyline' && item.layer === 'E-BNDY' ? [item.points as readonly Point[]] : [],
  )

/** Symbols of a sheet that stand in an outline which also holds a symbol with a tag. */
function besideIn(sheet: Sheet, tag: string): Set<string> {
  const symbols = sheet.items.filter(
    (item): item is Extract<Primitive, { kind: 'use' }> =>
      item.kind === 'use' && item.attributes?.['TAG'] !== undefined,
  )
  const at = symbols.find((one) => one.attributes?.['TAG'] === tag)?.at
  const around = outlinesOf(sheet).filter((outline) => at !== undefined && within(at, outline))
  return new Set(
    symbols
      .filter((one) => around.some((outline) => within(one.at, outline)))
      .map((one) => one.attributes?.['TAG'] ?? ''),
  )
}

test.each(EXAMPLE_NAMES)(
  '%s: earthing transformer and resistor stand in the outline of their line-up',
  (name) => {
    const { site, drawings } = documentsOf(examplePayload(name))
    const { sheets } = drawings.sld
    for (const { earthing_transformer: earthing, transformers, bess_branches } of site.electrical.blocks) {
      if (earthing === null) continue
      const sheet = sheets.find(({ items }) =>
        items.some((item) => item.kind === 'use' && item.attributes?.['TAG'] === earthing.resistor.tag),
      )
      const lineUp = sheet === undefined ? new Set() : besideIn(sheet, earthing.breaker.tag)
      expect([...lineUp]).toEqual(
        expect.arrayContaining([earthing.breaker.tag, earthing.tag, earthing.resistor.tag]),
      )
      const outdoors = [
        ...transformers.map(({ tag }) => tag),
        ...bess_branches.flatMap(({ units }) => units.map((unit) => unit.skid_designation)),
      ]
      expect(outdoors.filter((tag) => lineUp.has(tag))).toEqual([])
    }
  },
)
