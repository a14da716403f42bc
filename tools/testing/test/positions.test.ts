import { describe, expect, test } from 'vitest'

import { engineerExample, EXAMPLE_NAMES } from '../src/index.ts'

/** Racks of spines find no floor in a compute container of the example catalogue: the row of the nodes fills it. */
const WITHOUT_FLOOR: Readonly<Record<string, string>> = {
  dod_no_bess:
    'The assembly of the container keeps no floor for SPN1: it is in mass and bill, not in its model. Before the container is ordered: a row with 1 x 800 mm more for racks 1200 mm deep, or with as many racks of nodes less, or a room beside the switchgear, to which supply, cords and trunks of these racks then lead.',
  federal_no_bess:
    'The assembly of the container keeps no floor for SPN1, SPN2: they are in mass and bill, not in its model. Before the container is ordered: a row with 2 x 800 mm more for racks 1200 mm deep, or with as many racks of nodes less, or a room beside the switchgear, to which supply, cords and trunks of these racks then lead.',
}

describe('what a site sets into a container has its position in the assembly, or a finding says so', () => {
  test.each(EXAMPLE_NAMES)('%s', (name) => {
    const found = engineerExample(name).findings.filter(({ code }) => code === 'LAY-003')
    const expected = WITHOUT_FLOOR[name]
    expect(found.map(({ message }) => message)).toEqual(expected === undefined ? [] : [expected])
  })
})
