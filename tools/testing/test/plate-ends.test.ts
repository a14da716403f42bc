import { expect, test } from 'vitest'

import { engineerExample, EXAMPLE_NAMES, repositoryText } from '../src/index.ts'

/** What the drawing of a plate has at a slot: `DN25-PN16` is a flange of that size. */
function connectorAt(plate_id: string, slot: string): string {
  const text = repositoryText(`tools/example-catalogue/src/plates/${plate_id}.yaml`)
  return new RegExp(`id: ${slot},[^}]*?connector: ([^,\\s]+)`).exec(text)?.[1] ?? 'none'
}

const isFlange = (connector: string): boolean => /^DN\d+-PN\d+$/.test(connector)

test.each(EXAMPLE_NAMES)('%s: a hose ends in what the plate has at its slot', (name) => {
  const ends = engineerExample(name)
    .connections.filter(({ hose }) => hose !== null)
    .flatMap(({ from, to }) => [from, to])
    .filter((end) => end.plate_id !== null && !end.termination.includes('by others'))
  expect(ends.length).toBeGreaterThan(0)
  const wrong = ends.filter(
    ({ plate_id, slot, termination }) =>
      isFlange(connectorAt(plate_id ?? '', slot ?? '')) !== termination.includes('flange'),
  )
  expect(wrong).toEqual([])
})
