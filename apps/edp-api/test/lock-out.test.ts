import type { Drawing } from '@edp/schemas'
import { EXAMPLE_NAMES, examplePayload } from '@edp/testing'
import { describe, expect, test } from 'vitest'

import { documentsOf, textOf } from './setup/documents.ts'

/** Tags of the relays of a drawing that a pattern names, in order. */
function relaysOf({ sheets }: Drawing, pattern: RegExp): string[] {
  return sheets
    .flatMap(({ items }) => items)
    .flatMap((item) => {
      const tag = item.kind === 'use' && item.symbol === 'RELAY' ? item.attributes?.['TAG'] : undefined
      return tag !== undefined && pattern.test(tag) ? [tag] : []
    })
    .sort()
}

describe.each(EXAMPLE_NAMES)('emergency power off on the single line diagram: %s', (name) => {
  const { site, drawings } = documentsOf(examplePayload(name))
  const { blocks } = site.electrical

  test('86E stands once beside every breaker that it keeps from closing, and beside no other', () => {
    const blocked = blocks.flatMap(({ interlocks }) =>
      interlocks.flatMap(({ kind, devices }) => (kind === 'emergency' ? devices : [])),
    )
    expect(blocked.length > 0).toBe(site.bess !== null)
    expect(relaysOf(drawings.sld, /^86E of /)).toEqual(blocked.map((tag) => `86E of ${tag}`).sort())
  })

  test('the chain from the button over 86E and 86EX is drawn once for each kind of grid container, with its cables', () => {
    const grids = site.typicals.filter(({ kind }) => kind === 'grid_container')
    expect(relaysOf(drawings.sld, /^86EX?$/)).toEqual(grids.flatMap(() => ['86E', '86EX']).sort())
    const text = textOf(drawings.sld)
    for (const { connections, modules_count, designations } of grids) {
      const cable = (port: string): string =>
        connections.find(({ from, to }) => from.port === port || to.port === port)?.connection_id ?? 'none'
      const own = modules_count === 1 ? designations : 'Gnn'
      for (const words of [
        `${cable('RLY.EPO')} to RLY: sets 86E, reset by hand`,
        `${cable('RLY.TRIP')}: opens `,
        `${cable('ups-01.EPO')}: opens ups-01.Q1, ups-01.QB`,
        `C-${own}-Cnn-01: sets off that of `,
      ])
        expect(text).toContain(words)
      const [block] = blocks
      if (modules_count === 1)
        for (const tag of block?.emergency_off?.opens ?? [])
          expect(text.split('\n').find((line) => line.startsWith('C-MV: opens'))).toContain(
            tag.replace(/\d+$/, ''),
          )
    }
  })
})
