import { describe, expect, test } from 'vitest'

import { engineerExample, EXAMPLE_NAMES } from '../src/index.ts'

describe.each(EXAMPLE_NAMES)('%s', (name) => {
  const { cooling, typicals, connections } = engineerExample(name)

  test('what a valve, an instrument and a node say in words they have as facts', () => {
    for (const { tag, position, setting } of cooling.valves) {
      expect(position === 'locked_open', tag).toBe(setting.startsWith('locked open'))
      expect(position === 'normally_closed', tag).toBe(setting.startsWith('normally closed'))
    }
    for (const { tag, restrains, action } of cooling.instruments)
      expect(restrains.includes('TIC-201'), tag).toBe(action.includes('limits TIC-201'))
    for (const { kind, rack, description } of cooling.equipment)
      expect(rack === null ? kind === 'node' : !description.endsWith(`, rack ${rack}`)).toBe(false)
  })

  test('a hose of a node closes at both ends, a main at none; a flange of its own size has no reducer', () => {
    const hoses = typicals.flatMap((typical) => typical.connections).filter(({ hose }) => hose !== null)
    for (const { connection_id, hose, from, to } of hoses) {
      const ends = ([from, to] as const).filter(({ termination }) => termination.startsWith('UQD'))
      expect(hose?.dry_break_ends, connection_id).toHaveLength(ends.length)
      expect(hose?.dry_break, connection_id).toBe(ends.length > 0)
    }
    expect(hoses.filter(({ hose }) => hose?.dry_break_ends.length === 2)).not.toHaveLength(0)
    for (const { hose } of connections)
      if (hose !== null) expect(hose.reducer_dn !== null).toBe(hose.coupling.includes('reducer'))
  })

  test('frost indoors, flushing and fall are figures of the design', () => {
    const cold = cooling.design_low_c < cooling.technology_coolant.freeze_c + 3
    expect(cooling.indoor_frost).toEqual(cold ? { kept_above_c: 5, start_from_c: 5 } : null)
    const { velocity_m_s, flow_lpm, dn } = cooling.flushing
    const main = cooling.lines.find(({ service }) => service === 'TCSS')
    expect(dn).toBe(main?.dn)
    const area_m2 = (Math.PI / 4) * ((main?.inner_diameter_mm ?? 0) / 1000) ** 2
    expect(flow_lpm / 60_000 / area_m2).toBeCloseTo(velocity_m_s, 1)
    const drains = connections.filter(({ description }) => / falls 1 in \d+/.test(description))
    expect(drains).not.toHaveLength(0)
    for (const { description } of drains) expect(description).toContain(`falls 1 in ${cooling.drain_fall}`)
  })
})
