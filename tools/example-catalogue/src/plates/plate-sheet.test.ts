import { expect, test } from 'vitest'

import { drawPlate } from './plate-drawing.ts'
import { loadPlates } from './plate.ts'

test.each([...loadPlates()])('the section of the edge of %s stands below its table of slots', (_, plate) => {
  const { marks, scale } = drawPlate(plate)
  const title = marks.find((mark) => mark.type === 'text' && mark.text.startsWith('SECTION OF THE EDGE'))
  const row = marks.find((mark) => mark.type === 'text' && mark.text.startsWith('bolts to the frame'))
  if (title?.type !== 'text' || row?.type !== 'text') throw new Error('no section, or no table')
  // The text of the last row stands 1.7 mm of paper above the lower edge of the table.
  const bottom = row.at[1] - 1.7 * scale
  expect(title.at[1] + title.height).toBeLessThan(bottom - scale)
})
