import { parseAssemblySpec } from '@edp/hardware-selector'
import { expect, test } from 'vitest'

import { loadPlates } from '../plates/plate.ts'
import { specTexts } from './spec-texts.ts'

/** Wall that is left between two cut-outs for their frames, mm. */
const BETWEEN_MM = 50

const PLATES = loadPlates()

test.each(specTexts())('%s: plates and openings of one wall stand apart', (key, text) => {
  const { openings, plate_mounts } = parseAssemblySpec(text, key)
  const cut = [
    ...openings.map(({ id, wall, centre_mm, size_mm }) => ({ id, wall, centre_mm, size_mm })),
    ...plate_mounts.map(({ id, plate_id, wall, centre_mm }) => {
      const { width_mm, height_mm } = PLATES.get(plate_id)?.outline ?? { width_mm: NaN, height_mm: NaN }
      return { id, wall, centre_mm, size_mm: [width_mm, height_mm] }
    }),
  ]
  const apart = (a: (typeof cut)[number], b: (typeof cut)[number]): boolean =>
    [0, 1].some((axis) => {
      const between = Math.abs((a.centre_mm[axis] ?? NaN) - (b.centre_mm[axis] ?? NaN))
      return between >= ((a.size_mm[axis] ?? NaN) + (b.size_mm[axis] ?? NaN)) / 2 + BETWEEN_MM
    })
  expect(cut.length).toBeGreaterThan(3)
  const touching = cut.flatMap((a, index) =>
    cut.slice(index + 1).flatMap((b) => (a.wall !== b.wall || apart(a, b) ? [] : [`${a.id} ${b.id}`])),
  )
  expect(touching).toEqual([])
})
