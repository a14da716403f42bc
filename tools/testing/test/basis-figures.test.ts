import { roundTo } from '@edp/schemas'
import { expect, test } from 'vitest'

import { engineerExample, EXAMPLE_NAMES } from '../src/index.ts'

const DECIMALS_MAX = 6

test.each(EXAMPLE_NAMES)(
  'no figure in the basis or the findings of %s carries floating-point noise',
  (name) => {
    const { basis, findings } = engineerExample(name)
    const figures = [
      ...basis.flatMap(({ rule_id, value, inputs }) =>
        Object.entries({ ...inputs, value }).map(([key, figure]) => ({ at: `${rule_id} ${key}`, figure })),
      ),
      ...findings.flatMap((f) =>
        Object.entries(f.figures).map(([key, figure]) => ({ at: `${f.code} ${key}`, figure })),
      ),
    ]
    expect(figures.length).toBeGreaterThan(50)
    const noisy = figures.filter(
      ({ figure }) => typeof figure === 'number' && figure !== roundTo(figure, DECIMALS_MAX),
    )
    expect(noisy).toEqual([])
  },
)
