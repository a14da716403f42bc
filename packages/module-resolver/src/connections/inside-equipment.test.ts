import type { AssemblySpec } from '@edp/schemas'
import { describe, expect, test } from 'vitest'

import { computeSpec } from '../../test/compute-fixture.ts'
import { exampleSite } from '../../test/site-fixture.ts'
import { insideInterruptingKa } from './inside-equipment.ts'

test.each([
  [13.3, 14],
  // 1.05 x 13.4 kA are above 14 kA
  [13.4, 18],
  [14, 18],
  [4.2, 10],
  [200, 200],
])('EL-SHORT-03: %d kA ask for %d kA', (ka, rating) => {
  expect(insideInterruptingKa({ ka, voltage_v: 480 })).toBe(rating)
})

describe('emergency power off', () => {
  const port = (id: string, on: string, flow: 'in' | 'out') => ({
    id,
    on,
    service: 'control',
    flow,
    termination: 'terminal',
    position_mm: [1100, 400, 2250],
    rating: { voltage_v: 24 },
  })
  const cable = {
    id: 'C-EPO',
    from: 'FAP.EPO',
    to: 'MDP.EPO',
    description: 'shunt trip of the incomer',
    route: 'tray',
    cable: { type: 'TC-ER Cu 600 V', cores_count: 5, size_mm2: 2.08 },
  }
  /** A compute container whose main board has a release, with such cables to it. */
  const withRelease = (
    cables: readonly object[],
    electrical: object = { emergency_off: [{ port: 'MDP.EPO', opens: ['MDP.IN-A'] }] },
  ): AssemblySpec => {
    const spec = computeSpec()
    return computeSpec({
      components: [
        ...spec.components,
        {
          id: 'MDP',
          kind: 'panel',
          mass_kg: 300,
          description: 'Main board',
          electrical: { kind: 'board', voltage: '480 V', ...electrical },
        },
      ],
      ports: [...spec.ports, port('FAP.EPO', 'FAP', 'out'), port('MDP.EPO', 'MDP', 'in')],
      connections: [...spec.connections, ...cables],
    })
  }

  test('names the cable to each release', () => {
    const [typical] = exampleSite({}, { compute: withRelease([cable]) }).typicals
    expect(typical?.equipment.map(({ device, emergency_off }) => [device, emergency_off])).toEqual([
      ['MDP', [{ port: 'MDP.EPO', opens: ['MDP.IN-A'], connection_id: 'C-EPO', lock_out: null }]],
    ])
  })

  test('names the cable to the remote input of a transfer, and fails without one', () => {
    const transfer = { transfer: { port: 'MDP.EPO' } }
    const [typical] = exampleSite({}, { compute: withRelease([cable], transfer) }).typicals
    expect(typical?.equipment.map((e) => e.transfer)).toEqual([
      { port: 'MDP.EPO', connection_id: 'C-EPO', blocked_by: [] },
    ])
    expect(() => exampleSite({}, { compute: withRelease([], transfer) })).toThrow(
      expect.objectContaining({
        code: 'dangling_port',
        problems: [expect.objectContaining({ path: ['components', 'MDP', 'electrical', 'transfer'] })],
      }),
    )
  })

  test.each([
    ['no cable', []],
    ['a cable to other terminals', [{ ...cable, to: 'MDP.IN-A' }]],
  ])('with %s to a release fails and names the component and its field', (_name, cables) => {
    expect(() => exampleSite({}, { compute: withRelease(cables) })).toThrow(
      expect.objectContaining({
        code: 'dangling_port',
        problems: [
          {
            path: ['components', 'MDP', 'electrical', 'emergency_off'],
            type: 'dangling_port',
            message: 'no cable ends at MDP.EPO',
            input: 'MDP.EPO',
          },
        ],
      }),
    )
  })
})
