import { describe, expect, test } from 'vitest'

import { EXAMPLE_NAMES, engineerExample } from '../src/index.ts'

describe.each(EXAMPLE_NAMES)('%s', (name) => {
  const site = engineerExample(name)
  const inside = site.typicals.flatMap((typical) => typical.connections)
  const control = [...inside, ...site.connections].filter(({ service }) => service === 'control')

  test('every control cable is tray cable of 600 V in an American size', () => {
    // NEC 2023, 724.49: insulation of Class 1 conductors for 600 V; they lie beside 480 V
    expect(control.length).toBeGreaterThan(5)
    for (const { cable } of control) {
      expect(cable?.type).toMatch(/^TC-ER Cu 600 V/)
      expect([cable?.voltage_rating_v, cable?.size_awg === null]).toEqual([600, false])
    }
  })

  test('coils of breakers have 12 AWG, releases and signals 14 AWG', () => {
    const sizeOf = (id: string) =>
      inside.find(({ connection_id }) => connection_id === id)?.cable?.size_awg ?? null
    expect(['C-EPO1', 'C-SHED', 'C-LKD', 'C-HRU'].map(sizeOf)).toEqual(['14', '14', '14', '14'])
    const trips = site.bess === null ? [null, null] : ['12', '12']
    expect(['C-MV', 'C-LV'].map(sizeOf)).toEqual(trips)
  })
})
