import fc from 'fast-check'
import { expect, test } from 'vitest'

import type { NetworkTask } from './network-order.ts'
import { scheduleNetwork } from './schedule-network.ts'

const task = (
  task_id: string,
  duration_d: number,
  predecessors: readonly string[] = [],
  resource: string | null = null,
): NetworkTask => ({ task_id, duration_d, predecessors, resource })

const NONE = new Map<string, number>()

test('early and late dates, float and critical path of a small network', () => {
  const schedule = scheduleNetwork(
    [task('A', 2), task('B', 3, ['A']), task('C', 1, ['A']), task('D', 2, ['B', 'C'])],
    NONE,
  )
  expect(schedule.duration_d).toBe(7)
  expect(schedule.critical_path).toEqual(['A', 'B', 'D'])
  expect(schedule.dates.get('C')).toMatchObject({
    early_start_d: 2,
    early_finish_d: 3,
    late_start_d: 4,
    late_finish_d: 5,
    total_float_d: 2,
    critical: false,
  })
})

test('a single crane makes two lifts follow each other, and the hand-over limits the float', () => {
  const schedule = scheduleNetwork(
    [task('A', 1), task('B', 2, ['A'], 'crane'), task('C', 2, ['A'], 'crane'), task('D', 1, ['B', 'C'])],
    new Map([['crane', 1]]),
  )
  expect(schedule.dates.get('C')).toMatchObject({ early_start_d: 3, resource_predecessors: ['B'] })
  expect(schedule.critical_path).toEqual(['A', 'B', 'C', 'D'])
})

test('two crews work side by side', () => {
  const tasks = ['B', 'C', 'D'].map((id) => task(id, 2, ['A'], 'crew'))
  const schedule = scheduleNetwork(
    [task('A', 1), ...tasks, task('E', 0, ['B', 'C', 'D'])],
    new Map([['crew', 2]]),
  )
  expect(['B', 'C', 'D'].map((id) => schedule.dates.get(id)?.early_start_d)).toEqual([1, 1, 3])
})

test('tasks may be listed in any order', () => {
  const schedule = scheduleNetwork([task('B', 1, ['A']), task('A', 1)], NONE)
  expect(schedule.critical_path).toEqual(['A', 'B'])
})

test.each([
  ['a cycle', [task('A', 1), task('B', 1, ['A', 'C']), task('C', 1, ['B'])], /cycle through 'B'/],
  ['a dangling link', [task('A', 1), task('B', 1, ['X'])], /tasks\.B\.predecessors.*'X'/],
  ['a task twice', [task('A', 1), task('A', 2)], /task id used twice, found 'A'/],
  ['a second start', [task('A', 1), task('B', 1), task('C', 1, ['A', 'B'])], /tasks\.B: task is not reached/],
  ['a second end', [task('A', 1), task('B', 1, ['A']), task('C', 1, ['A'])], /tasks\.B: task does not lead/],
  ['an unknown resource', [task('A', 1, [], 'crane')], /resource has no units, found 'crane'/],
])('%s is an error that names it', (_, tasks, message) => {
  expect(() => scheduleNetwork(tasks, NONE)).toThrow(message)
  expect(() => scheduleNetwork(tasks, NONE)).toThrow(expect.objectContaining({ code: 'internal' }))
})

/** A random network with one start, one end and up to two shared resources. */
const networks = fc
  .array(
    fc.record({
      duration: fc.integer({ min: 0, max: 20 }),
      before: fc.array(fc.nat(), { maxLength: 3 }),
      resource: fc.constantFrom(null, 'crane', 'crew'),
    }),
    { minLength: 1, maxLength: 25 },
  )
  .map((drafts) => {
    const inner = drafts.map(({ duration, before, resource }, index) =>
      task(
        `T${index}`,
        duration / 4,
        [...new Set(['start', ...before.map((n) => (index === 0 ? 'start' : `T${n % index}`))])],
        resource,
      ),
    )
    return [
      task('start', 1),
      ...inner,
      task(
        'end',
        1,
        inner.map(({ task_id }) => task_id),
      ),
    ]
  })
const UNITS = new Map([
  ['crane', 1],
  ['crew', 2],
])

test('a longer task never makes the project shorter', () => {
  fc.assert(
    fc.property(networks, fc.nat(), fc.integer({ min: 1, max: 12 }), (tasks, pick, more) => {
      const index = pick % tasks.length
      const longer = tasks.map((one, i) =>
        i === index ? { ...one, duration_d: one.duration_d + more / 4 } : one,
      )
      const before = scheduleNetwork(tasks, UNITS).duration_d
      expect(scheduleNetwork(longer, UNITS).duration_d).toBeGreaterThanOrEqual(before)
    }),
  )
})

test('a critical task that takes longer delays the end by as much', () => {
  fc.assert(
    fc.property(networks, fc.nat(), (tasks, pick) => {
      const { critical_path, duration_d } = scheduleNetwork(
        tasks,
        new Map([
          ['crane', 100],
          ['crew', 100],
        ]),
      )
      const id = critical_path[pick % critical_path.length]
      const longer = tasks.map((one) =>
        one.task_id === id ? { ...one, duration_d: one.duration_d + 1 } : one,
      )
      expect(
        scheduleNetwork(
          longer,
          new Map([
            ['crane', 100],
            ['crew', 100],
          ]),
        ).duration_d,
      ).toBe(duration_d + 1)
    }),
  )
})

test('the critical path is a chain without gaps from the start to the end', () => {
  fc.assert(
    fc.property(networks, (tasks) => {
      const { critical_path, dates, duration_d } = scheduleNetwork(tasks, UNITS)
      expect(dates.get(critical_path[0] ?? '')?.early_start_d).toBe(0)
      expect(dates.get(critical_path[critical_path.length - 1] ?? '')?.early_finish_d).toBe(duration_d)
      critical_path.slice(1).forEach((id, index) => {
        const before = dates.get(critical_path[index] ?? '')
        expect(dates.get(id)?.early_start_d).toBe(before?.early_finish_d)
      })
      for (const { total_float_d } of dates.values()) expect(total_float_d).toBeGreaterThanOrEqual(0)
    }),
  )
})
