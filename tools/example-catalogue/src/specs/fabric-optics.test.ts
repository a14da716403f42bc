import { parseAssemblySpec } from '@edp/hardware-selector'
import type { AssemblySpec } from '@edp/schemas'
import { describe, expect, test } from 'vitest'

import { specTexts } from './spec-texts.ts'

const PORTS_OF_A_TRANSCEIVER = 2

const SPECS = specTexts().map(([key, text]): [string, AssemblySpec] => [key, parseAssemblySpec(text, key)])

describe.each(SPECS.filter(([, spec]) => spec.role === 'compute_container'))('%s', (_, spec) => {
  /** Ends on nodes and leaves of the fabric's links over a fibre; the storage network has optics of its own. */
  const fabricEnds = (fibre: string): number =>
    spec.connections
      .filter(
        ({ cable, from, to }) => cable?.type === fibre && [from, to].some((end) => end.startsWith('swl-')),
      )
      .flatMap(({ cable, from, to }) =>
        [from, to].filter((end) => /^(node|swl)-/.test(end)).map(() => cable?.runs_count ?? 0),
      )
      .reduce((sum, links) => sum + links, 0)

  test('every cable with array plugs states them; one from transceiver to transceiver crosses once and has no pins', () => {
    const array = spec.connections.flatMap(({ id, cable, to }) =>
      cable?.type.includes('MPO') === true ? [{ id, cable, to }] : [],
    )
    expect(array.length).toBeGreaterThan(30)
    expect(array.filter(({ cable }) => cable.plugs === undefined).map(({ id }) => id)).toEqual([])
    for (const { id, cable } of array.filter(({ to }) => /^(swl|sws)-/.test(to)))
      expect([id, cable.plugs]).toEqual([
        id,
        { polarity: 'B', from_pinned: false, to_pinned: false, polish: 'APC' },
      ])
  })

  // The site decides how far the single-mode optic has to reach: {OPTIC}.
  test.each([
    ['OM4 MPO-12', /OM4 MPO-12, up to \d+ m$/],
    ['OS2 MPO-12 low loss', /^\{OPTIC\}$/],
  ])('one port of a transceiver for each end of a link over %s', (fibre, reach) => {
    const optics = spec.bom.filter(
      ({ component, description, rating }) =>
        component === 'swl-*' && description.startsWith('Optical transceiver') && reach.test(rating),
    )
    expect(fabricEnds(fibre)).toBeGreaterThan(0)
    expect(optics.map(({ quantity }) => quantity * PORTS_OF_A_TRANSCEIVER)).toEqual([fabricEnds(fibre)])
  })
})

test.each(SPECS)(
  '%s asks for validated cryptography of equipment that has some, not of optics',
  (_, spec) => {
    for (const { description, sourcing, telecom } of spec.bom.filter((part) => part.telecom)) {
      const optics = /ransceiver/.test(description)
      expect([description, telecom, sourcing?.dod_eligible?.note?.includes('FIPS')]).toEqual([
        description,
        true,
        !optics,
      ])
    }
  },
)
