import type { ConfiguratorPayload } from '@edp/schemas'
import { expect, test } from 'vitest'

import { exampleSite, withBattery } from '../../test/site-fixture.ts'

const ISLAND = { energy_source: 'off_grid', grid_connection: 'none' } as const
const TIED = { energy_source: 'solar', grid_connection: 'grid_tied' } as const
const BATTERY = withBattery(4)

test.each<[string, string, Partial<ConfiguratorPayload>]>([
  ['utility alone', 'earthed by the utility', TIED],
  [
    'utility and battery',
    'earthed by the utility, by an earthing transformer with neutral resistor while the utility does not feed it',
    { ...TIED, ...BATTERY },
  ],
  ['machines of an island', 'earthed by a rotating source', ISLAND],
  [
    'machines and battery of an island',
    'earthed by a rotating source, by an earthing transformer with neutral resistor while a rotating source does not feed it',
    { ...ISLAND, ...BATTERY },
  ],
  [
    'utility, machine and battery',
    'earthed by the utility or a rotating source, by an earthing transformer with neutral resistor while neither feeds it',
    { energy_source: 'grid_hybrid', grid_connection: 'grid_tied', ...BATTERY },
  ],
  [
    'sun and battery',
    'earthed by an earthing transformer with neutral resistor',
    { energy_source: 'solar', grid_connection: 'none', ...BATTERY },
  ],
  ['sun alone', 'earthed by no source of the site', { energy_source: 'solar', grid_connection: 'none' }],
])('%s: the medium voltage is %s', (_name, words, changes) => {
  const { electrical } = exampleSite(changes)
  expect(electrical.earthing_system.split('; ').at(-1)).toBe(`13.8 kV ${words}`)
})

test('a site without utility, or without machine, names neither in its notes and on its blocks', () => {
  const words = (changes: Partial<ConfiguratorPayload>) => {
    const { electrical, findings } = exampleSite({ ...changes, ...BATTERY })
    const island = findings.filter(({ code }) => code === 'EL-012').map(({ message }) => message)
    const notes = electrical.operation.filter((note) => /earth|setting group/.test(note))
    return [...notes, ...electrical.blocks.map(({ earthing }) => earthing), ...island].join('\n')
  }
  expect(words(ISLAND)).toContain('While no machine feeds a medium-voltage bus, the earthing transformer')
  expect(words(ISLAND)).toContain('without machine')
  expect(words(ISLAND)).not.toMatch(/utility/)
  expect(words(TIED)).toContain('ET1, NGR1 earth 13.8 kV without utility')
  expect(words(TIED)).not.toMatch(/without machine|no machine/)
  const solar = words({ energy_source: 'solar', grid_connection: 'none' })
  expect(solar).toContain('Inverters alone feed the bus: collectors and plants work on setting group 2.')
  expect(solar).not.toMatch(/utility|no machine|without machine/)
})
