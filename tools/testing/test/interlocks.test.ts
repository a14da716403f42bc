import { describe, expect, test } from 'vitest'

import { engineerExample, EXAMPLE_NAMES, examplePayload } from '../src/index.ts'

const blockOf = (changes: Parameters<typeof examplePayload>[1] = {}) =>
  engineerExample(examplePayload('commercial_ac', changes)).electrical.blocks[0]!

describe('interlocks', () => {
  test('an isolator is keyed to its breaker, sources to each other, mains to their transformer feeders', () => {
    const { interlocks } = blockOf()
    expect(interlocks.map((i) => `${i.tag} ${i.devices.join(' ')}`)).toEqual([
      'K1 89-U1 52-U1',
      'K2 89-G1 52-G1',
      'E1 52-U1 52-G1 52-B1',
      'E2 52-ET1 52-U1 52-G1',
      'E3 52-ET1 52-B1',
      'E4 52-B1 52-U1 52-G1',
      'E5 52-T1 52-M1',
      'EPO1 52-U1 52-G1 52-B1 52-ET1',
    ])
  })

  test('sources of a grid that is backup only are never in parallel', () => {
    const rules = (grid_connection: 'grid_backup' | 'grid_tied') =>
      blockOf({ grid_connection })
        .interlocks.filter((i) => i.devices.join() === '52-U1,52-G1')
        .map((i) => i.rule)
    expect(rules('grid_backup')).toEqual(['52-U1 and 52-G1 are never closed together.'])
    expect(rules('grid_tied')).toEqual([])
  })

  test('whatever measures 25 closes on a live bus in synchronism only, the battery and a returning grid too', () => {
    for (const grid_connection of ['grid_backup', 'grid_tied'] as const)
      expect(blockOf({ grid_connection }).interlocks.find((i) => i.rule.includes('(25)'))).toMatchObject({
        devices: ['52-U1', '52-G1', '52-B1'],
      })
  })

  test('no two blocks have a key of one name', () => {
    const { blocks } = engineerExample('commercial_dc_int').electrical
    const tags = blocks.flatMap((block) => block.interlocks.map((interlock) => interlock.tag))
    expect(blocks.length).toBeGreaterThan(1)
    expect(tags.filter((tag, index) => tags.indexOf(tag) !== index)).toEqual([])
    expect(tags).toEqual(expect.arrayContaining(['K1', 'K101', 'EPO1', 'EPO101']))
  })

  test('of two mains and their tie two are closed at most', () => {
    const { interlocks, bus_ties } = blockOf({ target_gpu_count: 16 * 56, source_capacity_mw: 6 })
    expect(bus_ties).toHaveLength(1)
    expect(interlocks.filter((i) => i.kind === 'key' && i.devices.includes('52-TIE1'))).toMatchObject([
      { kind: 'key', devices: ['52-M1', '52-M2', '52-TIE1'] },
    ])
  })

  test('ties beside each other are keyed apart, and a lost main sheds load before it is taken over', () => {
    const { interlocks, bus_ties, transformers } = blockOf({
      target_gpu_count: 32 * 56,
      source_capacity_mw: 9,
    })
    expect([transformers.length, bus_ties.length]).toEqual([3, 2])
    expect(interlocks.find((i) => i.devices.join() === '52-TIE1,52-TIE2')).toMatchObject({ kind: 'key' })
    expect(interlocks.findLast((i) => i.kind === 'electrical')).toMatchObject({
      kind: 'electrical',
      devices: ['52-M1', '52-M2', '52-M3', '52-TIE1', '52-TIE2'],
    })
  })

  test('the bill of materials has a lock for every device of a key interlock', () => {
    const site = engineerExample(examplePayload('commercial_ac'))
    const locks = site.items.filter((item) => item.item_id.startsWith('key-interlock'))
    expect(locks.map((item) => item.quantity)).toEqual([4])
  })
})

describe('wires of interlocks and trips', () => {
  const site = engineerExample('commercial_dc_ext')
  const rows = site.connections.filter((c) => c.service === 'control')
  const textOf = (id: string): string => rows.find((c) => c.connection_id === id)?.description ?? ''

  test('emergency power off reaches every skid along the chain of its collector', () => {
    for (const { bess_branches } of site.electrical.blocks)
      for (const { units, tag } of bess_branches)
        units.forEach((unit, index) => {
          const before = units[index - 1]?.skid_designation ?? 'G01'
          expect(textOf(`C-${before}-${unit.skid_designation}-01`)).toContain(
            `Trip and emergency power off of ${tag}`,
          )
        })
    expect(site.electrical.blocks[0]!.bess_branches.length).toBeGreaterThan(0)
  })

  test('the block of the transfer and load shed have their cable to every container, and on to its panel', () => {
    expect(textOf('C-G01-C01-01')).toContain('block of the transfer and load shed')
    const inside = site.typicals.find((t) => t.kind === 'compute_container')!.connections
    expect(inside.find((c) => c.connection_id === 'C-ATS')).toMatchObject({
      from: { device: 'MDP' },
      to: { port: 'CG.C1' },
    })
  })

  test('the remote input of the transfer is used where an interlock sheds load, else spare', () => {
    for (const name of EXAMPLE_NAMES) {
      const { typicals, electrical } = engineerExample(name)
      const sheds = electrical.blocks.flatMap((b) =>
        b.interlocks.flatMap((i) => (i.sheds_load ? [i.tag] : [])),
      )
      const inputs = typicals.flatMap(({ equipment }) => equipment.flatMap((e) => e.transfer ?? []))
      const containers = typicals.filter((t) => t.kind === 'compute_container')
      expect(inputs).toEqual(
        containers.map(() => ({ port: 'MDP.C', connection_id: 'C-ATS', blocked_by: sheds })),
      )
    }
  })

  test('a cable names no signal that its block does not have', () => {
    const small = engineerExample('dod_no_bess')
    const row = small.connections.find((c) => c.connection_id === 'C-S01-C01-01')
    expect(row?.description).toBe(
      'Emergency power off by a contact of the customer (2), fire alarm (2) and fault of its panel (2) to the customer, 6 of 12 cores spare, 4 of them for load shed of C01, contacts 1 to 8 and 13 to 16 of C1',
    )
    expect(row?.from.termination).toMatch(/, by others$/)
  })

  test('the trips of a transformer are counted by core, its measured value has a shielded pair of its own', () => {
    expect(textOf('C-T01-G01-01')).toBe(
      'Contacts of T01, 125 V DC: trip 26-2, 63-2 (4), alarm 26-1, 63-1, 71 (6); 10 of 12 cores, 2 spare',
    )
    for (const { transformers, mv_bus } of site.electrical.blocks) {
      // each transformer has its controller, which is read
      const measured = rows.filter(
        (c) => c.to.module_id === mv_bus?.module_id && c.to.slot?.startsWith('Y') === true,
      )
      expect(measured.map((c) => [c.from.designation, c.to.plate_id, c.to.port])).toEqual(
        transformers.map(({ tag }, index) => [tag, 'EX-G', `EX-G.Y${index + 1}`]),
      )
      expect(transformers.map(({ winding_sensor }) => winding_sensor?.read_by)).toEqual(
        transformers.map((_, index) => `xfm-0${index + 1}`),
      )
      measured.forEach(({ cable, description }, index) => {
        expect(description).toBe(
          `Winding temperature of ${transformers[index]?.tag}, 4-20 mA to xfm-0${index + 1}, one pair`,
        )
        expect([cable?.type, cable?.cores_count]).toEqual(['TC-ER Cu 600 V pairs, each and all shielded', 2])
      })
    }
    for (const { description, cable } of rows.filter((c) => c.cable?.size_awg === '12'))
      expect([description, description.includes('4-20 mA'), cable?.type.includes('pairs')]).toEqual([
        description,
        false,
        false,
      ])
  })

  test('control cables of batteries, skids and containers say what their cores carry, and no more than they have', () => {
    const counted = rows.filter(({ description }) => /cores( spare|,)/.test(description))
    expect(counted.length).toBeGreaterThan(rows.length / 2)
    for (const { connection_id, description, cable } of counted) {
      const used = [...description.matchAll(/\((\d+)\)/g)].reduce((sum, [, n]) => sum + Number(n), 0)
      const spare = Number(
        /(\d+) of \d+ cores spare|cores, (\d+) spare/.exec(description)?.slice(1).find(Boolean),
      )
      expect([connection_id, used + spare]).toEqual([connection_id, cable?.cores_count])
    }
    expect(textOf('C-B01-K01-01')).toBe(
      'Between B01 and K01: emergency power off (2), trip of the battery (2), battery ready (2), position of 52-K01 (2), fire alarm (2) and fault of its panel (2) to a monitor module of fap-01; 0 of 12 cores spare, contacts 1 to 12 of C1',
    )
  })

  test('sources have their signals, BY OTHERS: transfer trip of the utility, shutdown and neutral CT of a machine', () => {
    const hybrid = engineerExample('commercial_ac').connections.filter((c) => c.service === 'control')
    const ofSources = hybrid.filter((c) => c.scope === 'by_others')
    expect(ofSources.map((c) => [c.connection_id, c.description])).toEqual([
      ['C-U01-G01-01', 'Transfer trip from the utility and status, U01 to 52-U1'],
      ['C-N01-G01-01', 'Shutdown of the machines by 86, 86BF and 87G, synchronism and status, N01 to 52-G1'],
      [
        'C-N01-G01-02',
        'Neutral current transformers of the machines, phases (51V, 87G) and neutral earth (51G), N01 to 52-G1',
      ],
    ])
  })
})

describe('protection devices and spares', () => {
  test('the first breaker of each duty has the relay and meter of the manifest; a transformer fault opens both sides', () => {
    const block = blockOf()
    expect(block.supplies[0]?.breaker).toMatchObject({ relay_tag: 'rly-pcc', meter_tag: 'mtr-rev' })
    expect(block.transformers[0]?.primary_breaker).toMatchObject({
      relay_tag: 'rly-cmp',
      trips: [{ functions: ['86'], opens: ['52-M1'] }],
    })
    expect(block.transformers[0]?.secondary_breaker.meter_tag).toBe('mtr-cmp-1')
    expect(block.bess_branches[0]?.breaker.relay_tag).toBe('rly-bess')
  })

  test('every section has one spare as large as a compute feeder; the switchgear of others has none', () => {
    const { feeders } = blockOf()
    const [compute] = feeders
    expect(feeders.filter((f) => f.kind === 'spare').map((f) => f.breaker)).toEqual([
      { ...compute?.breaker, tag: '52-SP1' },
    ])
    const others = engineerExample('dod_no_bess').electrical.blocks[0]
    expect(others?.feeders.filter((f) => f.kind === 'spare')).toEqual([])
  })
})

test('a plant beside a battery restrains its overcurrent by voltage, one without does not', () => {
  const functionsOf = (name: 'commercial_dc_int' | 'commercial_no_bess', changes = {}) =>
    engineerExample(examplePayload(name, changes)).electrical.blocks[0]!.supplies.find(
      (s) => s.kind === 'solar',
    )?.breaker.functions
  expect(functionsOf('commercial_dc_int')).toContain('50/51V')
  expect(functionsOf('commercial_no_bess', { energy_source: 'solar' })).toContain('50/51')
})

test('the cable to the spine racks keeps to the breakers of small conductors: 25 A takes 10 AWG (240.4(D))', () => {
  const { typicals } = engineerExample('dod_no_bess')
  const net = typicals.flatMap((t) => t.connections).find((c) => c.connection_id === 'W-NET')
  expect([net?.power?.protection_a, net?.cable?.size_awg]).toEqual([25, '10'])
})
