import { describe, expect, test } from 'vitest'

import { coreLeads, type CoreLeadsInput } from './core-leads.ts'

const GRID: CoreLeadsInput = {
  cores: ['swo-01', 'swo-02'],
  has_grid: true,
  alone: false,
  air_gapped: false,
}
const HOSTED: CoreLeadsInput = { ...GRID, cores: ['SWCA', 'SWCB'], has_grid: false }

describe.each([
  ['grid container', GRID],
  ['compute container', HOSTED],
  ['lone container', { ...HOSTED, alone: true }],
  ['air-gapped', { ...HOSTED, air_gapped: true }],
])('leads of a core in a %s', (_, input) => {
  const leads = coreLeads(input)
  const portsOf = (tag: string): string[] =>
    leads.flatMap((lead) => [
      ...(lead.from === tag ? [lead.from_port] : []),
      ...(lead.to === tag ? [lead.to_port] : []),
    ])

  test('no port takes two leads', () => {
    for (const tag of new Set(leads.flatMap(({ from, to }) => [from, to])))
      expect(new Set(portsOf(tag)).size, tag).toBe(portsOf(tag).length)
  })

  test('servers and clock are on both core switches', () => {
    for (const tag of ['EMS', 'CLK'])
      expect(new Set(leads.filter(({ from }) => from === tag).map(({ to }) => to)), tag).toEqual(
        new Set(input.cores),
      )
    expect(portsOf('EMS')).toEqual(['A1', 'A2', 'B1', 'B2'])
    expect(portsOf('CLK')).toEqual(['P1', 'P2'])
  })

  test('the firewalls of the pair keep each other informed', () => {
    expect(leads.filter(({ from, to }) => from === 'RTR' && to === 'RTR')).toHaveLength(2)
  })

  test('the jump host is on both core switches, and on the diode by a third port', () => {
    expect(leads.filter(({ from }) => from === 'JMP').map(({ to }) => to)).toEqual([
      ...input.cores,
      ...(input.air_gapped ? ['DIO'] : []),
    ])
    expect(portsOf('DIO')).toEqual(input.air_gapped ? ['OUT', 'IN'] : [])
  })

  test('what the catalogue cables in a grid container has no lead', () => {
    const own = leads.filter(({ to_port }) => ['FW', 'ISL1', 'ISL2'].includes(to_port))
    expect(own).toHaveLength(input.has_grid ? 0 : 4)
    expect(portsOf('swo-01').filter((port) => port.startsWith('UP'))).toEqual(
      input.alone ? ['UPA', 'UPB'] : [],
    )
  })
})
