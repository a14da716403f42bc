import { InstallationGraph, compareText, type EdpError } from '@edp/schemas'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { buildInstallationGraph } from './build-installation-graph.ts'
import { RESOURCES } from './resources.ts'
import { siteFixture } from '../test/site-fixture.ts'

const graphOf = (containers: number, units: number, customer = false): InstallationGraph =>
  buildInstallationGraph(siteFixture({ containers, units, customer }))

test.each([
  { containers: 1, units: 0, days: 43.5, weeks: 8.7, tasks: 38 },
  { containers: 2, units: 1, days: 46.25, weeks: 9.3, tasks: 67 },
  { containers: 4, units: 2, days: 52, weeks: 10.4, tasks: 115 },
  { containers: 8, units: 4, days: 63.5, weeks: 12.7, tasks: 211 },
  { containers: 16, units: 8, days: 85.5, weeks: 17.1, tasks: 403 },
])('$containers containers and $units units take $days days in $tasks tasks', (row) => {
  const graph = graphOf(row.containers, row.units)
  expect(graph.duration_d).toBe(row.days)
  expect(graph.duration_weeks).toBe(row.weeks)
  expect(graph.tasks).toHaveLength(row.tasks)
})

test('energisation by the utility and then the L4 crews govern a small block', () => {
  expect(graphOf(4, 2).critical_path).toEqual([
    ...[
      'S010',
      'S020',
      'S040',
      'S045',
      'G01-G120',
      'G01-G130',
      'G01-G140',
      'G01-G150',
      'G01-G180',
      'G01-G190',
    ],
    ...['C01-C350', 'C01-C360', 'C03-C360', 'C03-C370', 'S890', 'S900', 'S910'],
  ])
})

test('network and interlocks are set up and proved between power and nodes', () => {
  const { tasks } = graphOf(2, 1)
  const task = (id: string): InstallationGraph['tasks'][number] | undefined =>
    tasks.find((one) => one.task_id === id)
  expect(task('C01-C355')?.predecessors).toEqual(expect.arrayContaining(['C01-C350', 'G01-G195']))
  expect(task('C01-C370')?.predecessors).toContain('C01-C355')
  expect(task('G01-G195')?.predecessors).toEqual(['G01-G190'])
  expect(task('S890')?.predecessors).toContain('G01-G195')
  expect(task('C01-C350')?.acceptance).toContain('each interlock of the P&ID')
  // The safety test comes before the feeders: it says what it is supplied from.
  expect(task('C01-C340')?.acceptance).toContain('temporary 480 V supply of ups-01')
  expect(task('C01-C320')?.acceptance).toMatch(/Pre-charge of T-101 and T-201.*kept above 5 degC/)
})

test('one flushing rig governs a full block of 32 containers', () => {
  const graph = graphOf(32, 16)
  expect(graph.critical_path.filter((id) => id.endsWith('C310'))).toHaveLength(32)
  expect(graph.duration_d).toBe(109.25)
})

test('the graph satisfies its schema', () => {
  expect(InstallationGraph.parse(graphOf(2, 1))).toEqual(graphOf(2, 1))
})

test('customer switchgear replaces the grid tasks by an interface', () => {
  const graph = graphOf(1, 0, true)
  const ids = graph.tasks.map((task) => task.task_id)
  expect(ids.filter((id) => id.startsWith('S01-'))).toEqual(['S01-X110', 'S01-X120', 'S01-X130', 'S01-X190'])
  expect(ids.some((id) => id.includes('-G'))).toBe(false)
  expect(graph.tasks.find((task) => task.task_id === 'S01-X190')).toMatchObject({
    duration_d: 0,
    crew: 'by others',
    hold_point: true,
  })
  expect(graph.tasks.find((task) => task.task_id === 'C01-C350')?.predecessors).toContain('S01-X190')
  expect(graph.duration_d).toBe(37.75)
})

test('battery units wait for the last container of their block', () => {
  const graph = buildInstallationGraph(siteFixture({ containers: 4, units: 2, containers_per_block: 2 }))
  const before = (id: string): readonly string[] =>
    graph.tasks.find((task) => task.task_id === id)?.predecessors ?? []
  expect(before('B01-B410')).toEqual(['S045', 'B01-B400', 'G01-G120', 'C02-C220'])
  expect(before('B02-B410')).toEqual(['S045', 'B02-B400', 'G02-G120', 'C04-C220'])
})

test('a capped civil task gets more crews, not less work', () => {
  const task = graphOf(32, 16).tasks.find(({ task_id }) => task_id === 'S020')
  expect(task).toMatchObject({ duration_d: 20, crew_size: 12 })
})

test('five lifts of a grid container with four transformers take a day and a quarter', () => {
  const graph = buildInstallationGraph(siteFixture({ containers: 1, units: 0, transformers_per_block: 4 }))
  expect(graph.tasks.find(({ task_id }) => task_id === 'G01-G120')?.duration_d).toBe(1.25)
})

test('gross mass of a lift is 1.1 times the mass and 2 t of rigging', () => {
  const { lifts } = graphOf(1, 1)
  expect(
    lifts.map((lift) => [lift.task_id, lift.designation, lift.lift_mass_kg, lift.gross_mass_kg]),
  ).toEqual([
    ['G01-G120', 'G01', 21000, 25100],
    ['G01-G120', 'T01', 6500, 9150],
    ['C01-C220', 'C01', 16800, 20480],
    ['C01-C280', 'D01', 3200, 5520],
    ['B01-B410', 'B01', 38000, 43800],
    ['B01-B410', 'K01', 14500, 17950],
  ])
})

test.each([
  ['PL-G01-C01-A01', ['C01-C250', 'C01-C260', 'C01-C270']],
  ['F-G01-C01-A01', ['C01-C330', 'C01-C335']],
  ['G-C01-SITE-01', ['C01-C240']],
  ['G-D01-SITE-01', ['C01-C280']],
  ['HS-C01-01', ['C01-C290', 'C01-C300', 'C01-C310']],
  ['PM-G01-T01-01', ['G01-G150']],
  ['PL-T01-G01-01', ['G01-G170']],
  ['G-G01-SITE-01', ['G01-G140']],
  ['PD-B01-K01-01', ['B01-B440', 'B01-B450', 'B01-B460']],
  ['PM-G01-K01-01', ['B01-B440', 'B01-B450', 'B01-B460']],
  ['F-G01-B01-01', ['B01-B470']],
])('connection %s is installed and tested by %j', (connection_id, task_ids) => {
  const tasks = graphOf(1, 1).tasks.filter((task) => task.connection_ids.includes(connection_id))
  expect(tasks.map((task) => task.task_id)).toEqual(task_ids)
})

test('every connection of a site is in a task', () => {
  const site = siteFixture({ containers: 6, units: 3, customer: true })
  const named = new Set(buildInstallationGraph(site).tasks.flatMap((task) => task.connection_ids))
  expect([...named].sort(compareText)).toEqual(
    site.connections.map((connection) => connection.connection_id).sort(compareText),
  )
})

test('persons of a day are the most that work at the same time', () => {
  const graph = graphOf(1, 0)
  // Day 1: site management. Day 11 to 12: trenches 6, earthing 3, foundations 8.
  expect(graph.crew_histogram[0]).toEqual({ day: 1, persons: 4 })
  expect(graph.crew_histogram[11]).toEqual({ day: 12, persons: 17 })
  expect(graph.crew_histogram).toHaveLength(44)
})

test('person-days by trade add up to those of the tasks', () => {
  const graph = graphOf(4, 2)
  const work = graph.tasks.reduce((sum, task) => sum + task.crew_size * task.duration_d, 0)
  expect(graph.trades?.reduce((sum, trade) => sum + trade.person_days, 0)).toBeCloseTo(work, 9)
})

const sites = fc
  .record({
    containers: fc.integer({ min: 1, max: 40 }),
    units: fc.integer({ min: 0, max: 20 }),
    containers_per_block: fc.integer({ min: 1, max: 32 }),
    customer: fc.boolean(),
  })
  .map((options) => siteFixture(options.customer ? { ...options, units: 0 } : options))

test('every link leads forward in time and no float is negative', () => {
  fc.assert(
    fc.property(sites, (site) => {
      const graph = buildInstallationGraph(site)
      const finish = new Map(graph.tasks.map((task) => [task.task_id, task.early_finish_d]))
      for (const task of graph.tasks) {
        expect(task.total_float_d).toBeGreaterThanOrEqual(0)
        expect(task.critical).toBe(task.total_float_d === 0)
        for (const id of [...task.predecessors, ...task.resource_predecessors])
          expect(finish.get(id)).toBeLessThanOrEqual(task.early_start_d)
      }
    }),
    { numRuns: 40 },
  )
})

test('no crew or machine is booked twice at the same time', () => {
  fc.assert(
    fc.property(sites, (site) => {
      const graph = buildInstallationGraph(site)
      for (const { resource, units_count } of graph.resources) {
        const tasks = graph.tasks.filter((task) => task.resource === resource)
        for (const task of tasks) {
          const busy = tasks.filter(
            (other) => other.early_start_d <= task.early_start_d && task.early_start_d < other.early_finish_d,
          )
          expect(busy.length).toBeLessThanOrEqual(units_count)
        }
      }
    }),
    { numRuns: 40 },
  )
})

test('four blocks share one set of crews and machines, five have two', () => {
  const units = (blocks: number): readonly number[] =>
    buildInstallationGraph(
      siteFixture({ containers: blocks, units: 1, containers_per_block: 1 }),
    ).resources.map((resource) => resource.units_count)
  const one = Object.values(RESOURCES).map((resource) => resource.units_count)
  expect(units(4)).toEqual(one)
  expect(units(5)).toEqual(one.map((count) => 2 * count))
})

test('a block that names a module which the site lacks is an error that names it', () => {
  const site = siteFixture({ containers: 1, units: 0 })
  const [block] = site.blocks
  const broken = { ...site, blocks: [{ ...block!, compute_module_ids: ['compute_container_9'] }] }
  expect(() => buildInstallationGraph(broken)).toThrow(/compute_container_9/)
})

test('a connection that belongs to nothing is an error that names it', () => {
  const site = siteFixture({ containers: 1, units: 0 })
  const [first] = site.connections
  const ring = { ...first!.from, module_id: 'earth_ring_1' }
  const stray = { ...first!, connection_id: 'G-SITE-SITE-01', from: ring, to: ring }
  const build = (): unknown => buildInstallationGraph({ ...site, connections: [stray] })
  expect(build).toThrow(expect.objectContaining({ code: 'internal' } satisfies Partial<EdpError>))
  expect(build).toThrow(/G-SITE-SITE-01/)
})

test('2,000 containers and 1,000 battery units are planned in seconds', () => {
  const graph = graphOf(2000, 1000)
  expect(graph.tasks).toHaveLength(9 + 63 * 10 + 2000 * 19 + 1000 * 10)
  expect(graph.work_fronts_count).toBe(16)
  expect(graph.duration_weeks).toBe(41.1)
}, 30_000)
