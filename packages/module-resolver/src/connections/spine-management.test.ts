import type { AssemblyPort, AssemblySpec } from '@edp/schemas'
import { expect, test } from 'vitest'

import { spineManagementDrafts } from './spine-management.ts'

const specOf = (taken: number): AssemblySpec =>
  ({
    ports: ['swm-01.UP', ...Array.from({ length: taken }, (_, i) => `swm-01.P${i + 1}`)].map(
      (id): Partial<AssemblyPort> => ({ id, on: 'swm-01', position_mm: [0, 0, 0] }),
    ),
  }) as unknown as AssemblySpec

const hosted = (spines_count: number) => ({ spines_count, links_per_leaf: 28, others_count: 1 })

test.each([
  [4, 2, 'swm-01.P5-P6'],
  [4, 28, 'swm-01.P5-P32'],
  [19, 1, 'swm-01.P20'],
  // 19 ports, 28 spines and the up-link are the 48 ports of the switch.
  [19, 28, 'swm-01.P20-P47'],
])('behind %i ports of the catalogue %i spines take %s, a lead each', (taken, spines, port) => {
  const [draft, ...more] = spineManagementDrafts(hosted(spines), specOf(taken))
  expect(more).toEqual([])
  expect(draft?.to).toMatchObject({ id: port, on: 'swm-01', service: 'copper', termination: 'RJ45' })
  expect(draft?.from).toMatchObject({ id: 'SPN.OOB', on: 'SPN' })
  expect(draft?.source.cable?.runs_count).toBe(spines)
})

test('a catalogue without an out-of-band switch gets no lead to one', () => {
  expect(spineManagementDrafts(hosted(2), specOf(0))).toEqual([])
})
