import { describe, expect, test } from 'vitest'

import { engineerExample, EXAMPLE_NAMES } from '../src/index.ts'

/** Racks of spines find no floor in a compute container of the example catalogue: the row of the nodes fills it. */
const WITHOUT_FLOOR: Readonly<Record<string, string>> = {
  dod_no_bess:
    'The assembly of the container keeps no floor for SPN1: it is in mass and bill, not in its model.',
  federal_no_bess:
    'The assembly of the container keeps no floor for SPN1, SPN2: they are in mass and bill, not in its model.',
}

describe('what a site sets into a container has its position in the assembly, or a finding says so', () => {
  test.each(EXAMPLE_NAMES)('%s', (name) => {
    const found = engineerExample(name).findings.filter(({ code }) => code === 'LAY-003')
    const expected = WITHOUT_FLOOR[name]
    expect(found.map(({ message }) => message)).toEqual(expected === undefined ? [] : [expected])
  })
})
