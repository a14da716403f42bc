import { expect, test } from 'vitest'

import { EXAMPLE_NAMES, engineerExample } from '../src/index.ts'

test.each(EXAMPLE_NAMES)('%s: no current at the start of a circuit grows on its way to the load', (name) => {
  const { connections, electrical, typicals } = engineerExample(name)
  const greatest = new Map(
    electrical.blocks.flatMap((b) =>
      b.lv_buses.map((bus) => [bus.tag, bus.greatest_ka ?? Infinity] as const),
    ),
  )
  const feeders = electrical.blocks.flatMap((block) => block.feeders)
  const inside = typicals.find((typical) => typical.kind === 'compute_container')
  const inner = Math.max(
    ...(inside?.connections ?? [])
      .filter((c) => c.from.plate_id === 'CG' && c.service === 'power_lv')
      .map((c) => c.power?.short_circuit_ka ?? 0),
  )
  const outer = feeders
    .filter(({ kind }) => kind === 'compute')
    .map((feeder) => [
      connections.find((c) => c.connection_id === feeder.connection_id)?.power?.short_circuit_ka,
      greatest.get(feeder.bus_tag),
    ])
  for (const [row, bus] of outer) expect(row).toBe(bus)
  expect(inner).toBeGreaterThan(0)
  expect(Math.max(...outer.map(([row]) => row ?? 0))).toBeGreaterThanOrEqual(inner)
})

test('commercial_ac: every cable that leaves LVS1, or arrives from its transformer, has the 45.9 kA of its bus', () => {
  const { connections, electrical, typicals } = engineerExample('commercial_ac')
  const bus = electrical.blocks[0]!.lv_buses[0]!
  expect([bus.tag, bus.greatest_ka]).toEqual(['LVS1', 45.9])
  const rows = [...connections, ...typicals.flatMap((typical) => typical.connections)]
  const kaOf = (id: string) => rows.find((c) => c.connection_id === id)?.power?.short_circuit_ka
  expect(['PL-G01-C01-A01', 'PL-G01-B01-X01', 'PL-T01-G01-01', 'W-AUXA'].map(kaOf)).toEqual([
    45.9, 45.9, 45.9, 45.9,
  ])
})

test.each(['commercial_ac', 'commercial_dc_int'] as const)(
  '%s: the cable of a battery carries the rated current of its converter, as the collector behind it',
  (name) => {
    const { connections, electrical } = engineerExample(name)
    const units = electrical.blocks.flatMap((block) => block.bess_branches.flatMap((branch) => branch.units))
    for (const unit of units) {
      const power = connections.find((c) => c.connection_id === unit.power_connection_ids[0])?.power
      expect(power?.design_current_a).toBe(unit.ac_rated_a)
      expect(power?.utilisation_pct).toBeCloseTo(
        (100 * unit.ac_rated_a) / (power?.ampacity_derated_a ?? 0),
        1,
      )
      expect(unit.ac_rated_a).toBeGreaterThan(unit.ac_current_a)
    }
  },
)
