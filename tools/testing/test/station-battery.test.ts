import { describe, expect, test } from 'vitest'

import { EXAMPLE_NAMES, engineerExample } from '../src/index.ts'

describe.each(EXAMPLE_NAMES)('%s', (name) => {
  const site = engineerExample(name)
  const upsOf = (kind: string) =>
    site.typicals
      .filter((typical) => typical.kind === kind)
      .map((typical) => typical.equipment.find(({ device }) => device === 'ups-01'))

  test('trip and close outlast the loss of alternating current: battery, isolator and charger are sized', () => {
    for (const ups of upsOf('grid_container')) {
      // 9 A x 8 h x 1.375 = 99 Ah; 9 + 1.1 x 100 / 12 = 18.2 A; 1.25 x 3 x 10 A = 37.5 A
      expect(ups?.station_battery).toMatchObject({ capacity_ah: 100, charger_a: 20, isolator_a: 60 })
      expect(ups?.rating).toContain('125 V DC charger 20 A, battery 100 Ah, 8 h at 9 A, fused isolator 60 A')
      expect(ups?.rating).toContain('battery for 60 min')
      expect(ups?.rating).toContain('DC unearthed with 64')
      const alarms = site.typicals
        .filter(({ kind }) => kind === 'grid_container')
        .map(({ connections }) => connections.find(({ connection_id }) => connection_id === 'C-64')?.to.port)
      expect(new Set(alarms)).toEqual(new Set(['RLY.64']))
      const line = site.items.find(({ item_id }) => item_id === 'grid_container/G-060')
      expect(line?.rating).toBe(`${ups?.rating ?? ''}; output 25 A 1P, 10 kA, bus 100 A`)
    }
  })

  test('the UPS of a compute container states how long it lasts, and has no station battery', () => {
    for (const ups of upsOf('compute_container')) {
      expect(ups?.rating).toMatch(/^\d+ kVA, .*battery for 10 min$/)
      expect(ups?.station_battery).toBeNull()
    }
  })
})
