import { expect, test } from 'vitest'

import type { Report, SiteReport } from './report-schema.ts'
import { reportText } from './report-text.ts'
import { isMet, TARGETS } from './targets.ts'

const cost = (cpu_ms: number): SiteReport['package'] => ({
  cpu_ms,
  cpu_min_ms: cpu_ms,
  wall_ms: cpu_ms,
  bytes: 1_234_567,
})
const site = (containers: number, cpu_ms: number): SiteReport => ({
  containers,
  runs: 3,
  reference_cpu_ms: 50,
  package: cost(cpu_ms),
  steps: { 'engineer site': cost(cpu_ms / 10) },
})
const report: Report = {
  node: 'v20',
  cpu: 'test',
  cores: 2,
  load_average: 0.1,
  sites: [site(1, 100), site(32, 400), site(2000, 25_000)],
  processes: [
    { containers: 1, runs: 3, wall_ms: 1001, cpu_ms: 900, peak_memory_mb: 150 },
    { containers: 2000, runs: 1, wall_ms: 14_000, cpu_ms: 13_000, peak_memory_mb: 701 },
  ],
  service: {
    workers: 2,
    seconds: 10,
    packages: 180,
    packages_per_second: 18,
    cpu_ms_per_package: 105,
    post_ms: { p50: 3, p99: 25, requests: 180 },
    get_ms: { p50: 1, p99: 11, requests: 900 },
  },
}

const found = (name: RegExp): [number | null, boolean | null] => {
  const target = TARGETS.find((candidate) => name.test(candidate.name))!
  return [target.found(report), isMet(target, report)]
}

test('a target is met up to its limit and missed beyond it', () => {
  expect(found(/1 container, warm/)).toEqual([100, true])
  expect(found(/32 containers, warm/)).toEqual([400, true])
  expect(found(/1 container, cold/)).toEqual([1001, false])
  expect(found(/2,000 containers, cold/)).toEqual([14, true])
  expect(found(/peak memory/)).toEqual([701, false])
  expect(found(/POST/)).toEqual([25, true])
  expect(found(/GET/)).toEqual([11, false])
})

test('growth is judged between 32 and 2,000 containers: 62.5 times the cost is linear', () => {
  const [exponent, met] = found(/growth/)
  expect(exponent).toBeCloseTo(1, 10)
  expect(met).toBe(true)
})

test('throughput is a share of what the cores could make: 18 of 20 packages a second', () => {
  expect(found(/throughput/)).toEqual([90, true])
})

test('what has not been measured is neither met nor missed', () => {
  const empty = { ...report, sites: [], processes: [], service: null }
  expect(TARGETS.map((target) => isMet(target, empty))).toEqual(TARGETS.map(() => null))
})

test('the text shows every target, step and size', () => {
  const text = reportText(report)
  for (const { name } of TARGETS) expect(text).toContain(name)
  expect(text).toContain('| engineer site | 10.0 (1,234,567) | 40.0 (1,234,567) | 2,500 (1,234,567) | 1.00 |')
  expect(text.match(/not met/g)).toHaveLength(3)
})
