import { describe, expect, test } from 'vitest'

import { engineerExample, EXAMPLE_NAMES, examplePayload } from '../src/index.ts'

/** A pair. */
const SPARE_CORES = 2

describe.each(EXAMPLE_NAMES)('%s', (name) => {
  const site = engineerExample(examplePayload(name))
  const { signals } = site.cooling
  const cores = (cable: string): number =>
    signals.filter((s) => s.cable === cable).reduce((sum, s) => sum + s.cores_count, 0)

  test('every cable of hard-wired signals inside the container has a core for each and a spare pair', () => {
    const inside = site.typicals.find((typical) => typical.kind === 'compute_container')?.connections ?? []
    const cables = [...new Set(signals.map((s) => s.cable))]
    expect(cables).toEqual(['C-LKD', 'C-SHED', 'C-HRU'])
    for (const id of cables) {
      const laid = inside.find((c) => c.connection_id === id)?.cable?.cores_count
      expect(laid, id).toBeGreaterThanOrEqual(cores(id) + SPARE_CORES)
    }
  })

  test('the cable to the heat rejection unit counts the signals of this site', () => {
    const outdoors = site.connections.filter(
      (c) => c.service === 'control' && c.description.startsWith('Hard-wired signals'),
    )
    expect(outdoors).toHaveLength(site.modules.filter((m) => m.kind === 'heat_rejection_unit').length)
    for (const { cable, description } of outdoors) {
      expect(cable?.cores_count).toBe(cores('C-HRU') + SPARE_CORES)
      expect(description).toContain('TT-101')
    }
    expect(cores('C-HRU')).toBe(6)
  })
})
