import { EXAMPLE_NAMES, examplePayload } from '@edp/testing'
import { describe, expect, test } from 'vitest'

import { documentsOf } from './setup/documents.ts'

describe.each(EXAMPLE_NAMES)('the facts of the cooling on all documents: %s', (name) => {
  const { site, drawings } = documentsOf(examplePayload(name))
  const { instruments, interlocks } = site.cooling

  test('every interlock has a diamond at each of its causes and effects, and no diamond stands for another', () => {
    const drawn = drawings.pid_cooling.sheets.flatMap((sheet) =>
      sheet.items.flatMap((item) => {
        if (item.kind !== 'use' || item.symbol !== 'INTERLOCK') return []
        const { NUMBER = '', INITIATED_BY, ACTS_ON = '' } = item.attributes ?? {}
        return INITIATED_BY === undefined
          ? ACTS_ON.split(' ').map((tag) => `${NUMBER} acts on ${tag}`)
          : [`${INITIATED_BY} starts ${NUMBER}`]
      }),
    )
    const causes = instruments.flatMap(({ tag, trips }) =>
      trips.map(({ interlock }) => `${tag} starts ${interlock}`),
    )
    const effects = interlocks.flatMap(({ number, acts_on }) =>
      acts_on.map((tag) => `${number} acts on ${tag}`),
    )
    expect(drawn.sort()).toEqual([...new Set([...causes, ...effects])].sort())
    const started = new Set(instruments.flatMap(({ trips }) => trips.map((trip) => trip.interlock)))
    for (const { number, acts_on } of interlocks) {
      expect(started, number).toContain(number)
      expect(acts_on, number).not.toEqual([])
    }
  })
})
