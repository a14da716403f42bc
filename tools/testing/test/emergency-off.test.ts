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
        { port: 'MDP.EPO', opens: ['MDP.IN-A', 'MDP.IN-B'], connection_id: 'C-EPO1', lock_out: '86E' },
        { port: 'ups-01.EPO', opens: ['ups-01.Q1', 'ups-01.QB'], connection_id: 'C-EPO2', lock_out: null },
      ])
      for (const { port, connection_id } of emergency_off) {
        const cable = connections.find((connection) => connection.connection_id === connection_id)
        expect([cable?.service, cable?.from.device, cable?.to.port]).toEqual(['control', 'fap-01', port])
      }
    }
  })

  test('the bill orders the shunt trips', () => {
    expect(billOf(site, 'compute_container/C-050')).toContain(
      'shunt trips for emergency power off and its lock-out relay 86E, which blocks the transfer until it is reset by hand',
    )
    expect(billOf(site, 'compute_container/C-065')).toContain(
      'ups-01.Q1 and battery breaker ups-01.QB, both with shunt trip',
    )
  })

  test('every board behind a UPS has a main within 125 % of its output current, which carries its load', () => {
    const ups = site.typicals.flatMap(({ kind, equipment, connections }) =>
      equipment.flatMap((one) =>
        one.kind === 'ups'
          ? [{ ...one, kind, ways: connections.filter((c) => c.from.device === one.device) }]
          : [],
      ),
    )
    expect(ups.length).toBe(site.typicals.length)
    for (const { kind, rating, output, ways, emergency_off } of ups) {
      // 20.9 A of 15 kVA and 27.8 A of 20 kVA at 415 V, 20.8 A of 5 kVA at 240 V
      const rated = { '15': [25, 3], '20': [30, 3], '5': [25, 1] }[/^\d+/.exec(rating)?.[0] ?? '']
      expect([output?.rated_a, output?.poles]).toEqual(rated)
      const opened = kindsOf(site, kind).flatMap(({ equipment }) =>
        equipment.flatMap((one) => one.emergency_off.flatMap(({ opens }) => opens)),
      )
      expect(opened).toEqual(expect.arrayContaining([output?.breaker, output?.battery_breaker]))
      const ac = ways.flatMap(({ service, power }) => (service === 'power_lv' ? (power ?? []) : []))
      expect(Math.max(...ac.map((power) => power.protection_a ?? 0))).toBeLessThanOrEqual(
        output?.rated_a ?? 0,
      )
      expect(billOf(site, `${kind}/${kind === 'compute_container' ? 'C-065' : 'G-060'}`)).toContain(
        'ups-01.Q1',
      )
      if (kind === 'grid_container')
        expect(emergency_off).toEqual([
          { port: 'ups-01.EPO', opens: ['ups-01.Q1', 'ups-01.QB'], connection_id: 'C-EPO2', lock_out: null },
        ])
    }
  })

  test('the panels that run it have a battery of their own', () => {
    const items = site.items.filter(({ item_id }) => /\/[CG]-090$/.test(item_id))
    expect(items.length).toBeGreaterThan(0)
    for (const { description } of items)
      expect(description).toContain('battery of its own for 24 h (NFPA 72)')
  })

  test('it stays off: nothing that could feed a block closes by itself before 86E is reset by hand', () => {
    for (const block of site.electrical.blocks) {
      const rule = block.interlocks.find(({ kind }) => kind === 'emergency')
      if (block.mv_bus?.scope === 'by_others') continue
      const closing = [
        ...block.supplies.map(({ breaker }) => breaker.tag),
        ...block.bess_branches.map(({ breaker }) => breaker.tag),
        ...(block.earthing_transformer === null ? [] : [block.earthing_transformer.breaker.tag]),
      ]
      expect(rule?.devices).toEqual(closing)
      expect(rule?.rule).toMatch(
        /^Doors: 86E in RLY, reset there by hand, shunt-trips .+; blocks their closing, .*and black start\.$/,
      )
      // Whatever closes by itself asks for it.
      for (const other of block.interlocks.filter((one) => /by itself|black start/.test(one.rule)))
        expect(other.rule).toContain('86E')
    }
    for (const { item_id, description } of site.items)
      if (item_id.endsWith('/G-050'))
        expect(description).toContain('86E of emergency power off, reset by hand')
  })

  test('that of the grid container sets off every compute container of its block, whose alarm and fault it reads', () => {
    const off = site.electrical.blocks.map((block) => block.emergency_off)
    expect(off.every((one) => one !== null)).toBe(site.bess !== null)
    for (const block of site.electrical.blocks) {
      const containers = site.modules.filter(
        ({ kind, block_id }) => kind === 'compute_container' && block_id === block.block_id,
      )
      const relays = block.emergency_off?.auxiliary
      const { emergency_off } = block
      if (relays === undefined || emergency_off === null) continue
      expect(relays.containers_count).toBe(containers.length)
      // a contact each, two inputs each; no relay and no module more than that takes
      expect(Math.ceil(containers.length / 4)).toBe(relays.relays_count)
      expect(Math.ceil((2 * containers.length) / 10)).toBe(emergency_off.monitor.modules_count)
      expect(block.interlocks.find(({ kind }) => kind === 'emergency')?.rule).toContain(
        'over 86EX sets off that of each container',
      )
      for (const { designation } of containers) {
        const row = site.connections.find(
          ({ service, from, to }) =>
            service === 'control' && from.device === emergency_off.panel && to.designation === designation,
        )
        expect(row?.description).toContain(
          'Emergency power off by 86EX (2), fire alarm (2) and fault of its panel (2) to monitor modules of fap-01',
        )
      }
    }
    const ordered = (name: string) =>
      site.items.flatMap((item) =>
        item.item_id.startsWith(`grid_container/${name}`) ? [[item.quantity, item.module_ids.length]] : [],
      )
    const total = (count: (of: NonNullable<(typeof off)[number]>) => number): number =>
      off.reduce((sum, one) => sum + (one === null ? 0 : count(one)), 0)
    const sum = (name: string): number => ordered(name).reduce((all, [quantity = 0]) => all + quantity, 0)
    expect(sum('auxiliary-relay')).toBe(total(({ auxiliary }) => auxiliary.relays_count))
    expect(sum('monitor-module')).toBe(total(({ monitor }) => monitor.modules_count))
  })

  test('fire alarm and fault of every battery unit are read at its skid, on a loop that reaches it from the panel', () => {
    const units = site.electrical.blocks.flatMap(({ bess_branches }) =>
      bess_branches.flatMap((branch) =>
        branch.units.map((unit, position) => ({ unit, before: branch.units[position - 1] ?? null })),
      ),
    )
    const rows = site.connections.filter(({ service }) => service === 'control')
    for (const { unit, before } of units) {
      const signals = rows.find(({ from, to }) => from.module_id === unit.module_id && to.slot === 'C1')
      expect(signals?.description).toContain('fire alarm (2) and fault of its panel (2) to a monitor module')
      const loop = rows.filter(
        ({ to, description }) => to.module_id === unit.skid_module_id && description.startsWith('Loop of'),
      )
      const start = before === null ? 'RLY' : 'FRAME'
      expect(loop.map(({ from, cable }) => [from.device, cable?.cores_count])).toEqual([[start, 4]])
      if (before !== null) expect(loop[0]?.from.module_id).toBe(before.skid_module_id)
    }
    const modules = site.items.filter(({ item_id }) => item_id === 'bess_skid/monitor-module')
    expect(modules.map(({ quantity }) => quantity)).toEqual(units.length === 0 ? [] : [units.length])
  })

  test('the monitor modules stand on a loop of the fire alarm panel, out and back', () => {
    const grids = kindsOf(site, 'grid_container')
    expect(grids.length > 0).toBe(site.bess !== null)
    for (const { connections } of grids) {
      const loop = connections.filter(({ connection_id }) => connection_id.startsWith('C-MON'))
      expect(loop.map(({ from, to }) => [from.port, to.port])).toEqual([
        ['fap-01.L3', 'RLY.MON1'],
        ['RLY.MON2', 'fap-01.L4'],
      ])
      // NEC 2023, 760.154: power-limited, in a raceway of its own
      for (const { cable } of loop) expect(cable?.type).toMatch(/^FPLP/)
    }
  })

  test('its lock-out relay stands at every breaker that it keeps from closing, and at no other', () => {
    for (const block of site.electrical.blocks) {
      const { supplies, bess_branches, earthing_transformer: earthing, transformers } = block
      const locked = [...supplies, ...bess_branches, ...(earthing === null ? [] : [earthing])]
      const expected = block.emergency_off === null ? null : '86E'
      for (const { breaker } of locked) expect(breaker.emergency_lock_out).toBe(expected)
      for (const { primary_breaker } of transformers) expect(primary_breaker.emergency_lock_out).toBeNull()
    }
  })

  test('that of the grid container reaches the interlock panel', () => {
    for (const { connections } of kindsOf(site, 'grid_container')) {
      const cable = connections.find((connection) => connection.connection_id === 'C-EPO')
      expect([cable?.from.port, cable?.to.port]).toEqual(['fap-01.EPO', 'RLY.EPO'])
    }
  })
})
