import type { SiteModel } from '@edp/schemas'
import { describe, expect, test } from 'vitest'

import { EXAMPLE_NAMES, engineerExample } from '../src/index.ts'

const kindsOf = (site: SiteModel, kind: string) => site.typicals.filter((typical) => typical.kind === kind)
const billOf = (site: SiteModel, id: string) => site.items.find((item) => item.item_id === id)?.description

describe.each(EXAMPLE_NAMES)('%s', (name) => {
  const site = engineerExample(name)

  test('the buttons of a container open its own incomers and its UPS with the battery, each over a cable', () => {
    for (const { equipment, connections } of kindsOf(site, 'compute_container')) {
      const { emergency_off = [] } = equipment.find(({ device }) => device === 'MDP') ?? {}
      // NEC 2023, 645.10 and 645.11: the supply, the UPS and its battery
      expect(emergency_off).toEqual([
        { port: 'MDP.EPO', opens: ['MDP.IN-A', 'MDP.IN-B'], connection_id: 'C-EPO1' },
        { port: 'ups-01.EPO', opens: ['output of ups-01', 'its battery'], connection_id: 'C-EPO2' },
      ])
      for (const { port, connection_id } of emergency_off) {
        const cable = connections.find((connection) => connection.connection_id === connection_id)
        expect([cable?.service, cable?.from.device, cable?.to.port]).toEqual(['control', 'fap-01', port])
      }
    }
  })

  test('the bill orders the shunt trips', () => {
    expect(billOf(site, 'compute_container/C-050')).toContain('shunt trips for emergency power off')
    expect(billOf(site, 'compute_container/C-065')).toContain('shunt trips of its output and battery')
  })

  test('that of the grid container reaches the relay panel', () => {
    for (const { connections } of kindsOf(site, 'grid_container')) {
      const cable = connections.find((connection) => connection.connection_id === 'C-EPO')
      expect([cable?.from.port, cable?.to.port]).toEqual(['fap-01.EPO', 'RLY.EPO'])
    }
  })
})
