import type { AssemblyPort, AssemblySpec } from '@edp/schemas'
import { describe, expect, test } from 'vitest'

import { coreHeld, managementLeads, takesSecondSwitch, type CoreHeld } from '../network/management-leads.ts'
import { managementDrafts } from './management-drafts.ts'

const specOf = (taken: number): AssemblySpec =>
  ({
    ports: [
      ...(taken === 0 ? [] : ['swm-01.UP']),
      ...Array.from({ length: taken }, (_, i) => `swm-01.P${i + 1}`),
    ].map((id): Partial<AssemblyPort> => ({ id, on: 'swm-01', position_mm: [0, 0, 0] })),
  }) as unknown as AssemblySpec
const held = (spines_count: number, spine_racks_count = 1, core: CoreHeld = 'none') => ({
  spines_count,
  spine_racks_count,
  core,
})
/** Lead, where it begins, where it ends, how many. */
const rowsOf = (taken: number, what: ReturnType<typeof held>): unknown[][] =>
  managementDrafts(what, specOf(taken)).map(({ source, from, to }) => [
    source.id,
    from.id,
    to.id,
    source.cable?.runs_count,
  ])

describe('leads of management ports behind those of the catalogue', () => {
  test('spines and the PDUs of their racks', () => {
    expect(rowsOf(6, held(2))).toEqual([
      ['N-SP1A', 'pdu-s1a.OOB', 'swm-01.P7', 1],
      ['N-SP1B', 'pdu-s1b.OOB', 'swm-01.P8', 1],
      ['N-SP', 'SPN.OOB', 'swm-01.P9-P10', 2],
    ])
  })

  test('a core rack: both firewalls, both servers, both PDUs, jump host and clock, before the spines', () => {
    expect(rowsOf(21, held(0, 0, 'rack')).map(([id, , to]) => [id, to])).toEqual([
      ['N-RTRA', 'swm-01.P22'],
      ['N-RTRB', 'swm-01.P23'],
      ['N-EMSA', 'swm-01.P24'],
      ['N-EMSB', 'swm-01.P25'],
      ['N-EA', 'swm-01.P26'],
      ['N-EB', 'swm-01.P27'],
      ['N-JMP', 'swm-01.P28'],
      ['N-CLK', 'swm-01.P29'],
    ])
    expect(rowsOf(21, held(2, 1, 'rack')).at(-1)).toEqual(['N-SP', 'SPN.OOB', 'swm-01.P32-P33', 2])
  })

  test('a core rack of the catalogue: jump host and clock, which the design sets into it', () => {
    expect(coreHeld('grid_container', false)).toBe('servers')
    expect(rowsOf(6, held(0, 0, 'servers'))).toEqual([
      ['N-JMP', 'JMP.OOB', 'swm-01.P7', 1],
      ['N-CLK', 'CLK.OOB', 'swm-01.P8', 1],
    ])
  })

  test('where one switch has not the ports the spine racks have one of their own', () => {
    const rows = rowsOf(21, held(28, 2, 'rack'))
    expect(rows.filter(([, , to]) => String(to).startsWith('swm-01')).map(([id]) => id)).toEqual([
      'N-RTRA',
      'N-RTRB',
      'N-EMSA',
      'N-EMSB',
      'N-EA',
      'N-EB',
      'N-JMP',
      'N-CLK',
      'N-OOB2',
    ])
    expect(rows.find(([id]) => id === 'N-OOB2')).toEqual(['N-OOB2', 'swm-02.UP', 'swm-01.P30', 1])
    expect(rows.at(-1)).toEqual(['N-SP', 'SPN.OOB', 'swm-02.P5-P32', 28])
  })

  test('a catalogue without an out-of-band switch gets no lead to one', () => {
    expect(rowsOf(0, held(2))).toEqual([])
    expect(takesSecondSwitch(0, held(28, 2, 'rack'))).toBe(false)
  })
})

test.each([
  // The up-link is one of the 48 ports.
  [21, held(24, 1), false],
  [21, held(25, 1), true],
  [21, held(14, 1, 'rack'), false],
  [21, held(28, 2, 'rack'), true],
  [6, held(28, 2, 'servers'), false],
])('%i ports of the catalogue and %o take a second switch: %s', (taken, what, second) => {
  expect(takesSecondSwitch(taken, what)).toBe(second)
  const { core, spines } = managementLeads(what)
  const ports = [...core, ...spines].reduce((sum, lead) => sum + lead.ports_count, 0)
  expect(taken + ports + 1 > 48).toBe(second)
})
