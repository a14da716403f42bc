import type { ProcessReport, Report, SiteReport } from './report-schema.ts'
import { growthExponent } from './statistics.ts'

/** A figure that the product is held to. */
export interface Target {
  readonly name: string
  readonly unit: string
  readonly limit: number
  readonly at: 'most' | 'least'
  /** What a report says of it; null where the report has not measured it. */
  readonly found: (report: Report) => number | null
}

/** The figures, on two cores. */
export const TARGETS: readonly Target[] = [
  most('package of 1 container, warm, CPU', 'ms', 120, (r) => site(r, 1)?.package.cpu_ms),
  most('package of 1 container, cold `edp generate`, wall clock', 'ms', 1000, (r) => cold(r, 1)?.wall_ms),
  most('package of 32 containers, warm, CPU', 'ms', 400, (r) => site(r, 32)?.package.cpu_ms),
  most('package of 2,000 containers, cold, wall clock', 's', 15, (r) => seconds(cold(r, 2000)?.wall_ms)),
  most('package of 2,000 containers, peak memory', 'MB', 700, (r) => cold(r, 2000)?.peak_memory_mb),
  most('growth exponent of CPU time, 32 to 2,000 containers, warm', '', 1.05, growth),
  most('POST, p99 under full load', 'ms', 25, (r) => r.service?.post_ms.p99),
  most('GET, p99 under full load', 'ms', 10, (r) => r.service?.get_ms.p99),
  {
    name: 'throughput, share of cores x (1 / CPU time of a package)',
    unit: '%',
    limit: 90,
    at: 'least',
    found: throughputShare,
  },
]

/** Whether a report meets a target; null where it has not measured it. */
export function isMet(target: Target, report: Report): boolean | null {
  const found = target.found(report)
  if (found === null) return null
  return target.at === 'most' ? found <= target.limit : found >= target.limit
}

function most(
  name: string,
  unit: string,
  limit: number,
  found: (report: Report) => number | null | undefined,
): Target {
  return { name, unit, limit, at: 'most', found: (report) => found(report) ?? null }
}

function site(report: Report, containers: number): SiteReport | undefined {
  return report.sites.find((found) => found.containers === containers)
}

function cold(report: Report, containers: number): ProcessReport | undefined {
  return report.processes.find((found) => found.containers === containers)
}

function seconds(ms: number | undefined): number | null {
  return ms === undefined ? null : ms / 1000
}

function growth(report: Report): number | null {
  const [small, large] = [site(report, 32), site(report, 2000)]
  if (small === undefined || large === undefined) return null
  return growthExponent({ size: 32, cost: small.package.cpu_ms }, { size: 2000, cost: large.package.cpu_ms })
}

/** Of what the cores could make if they did nothing but make packages. */
function throughputShare(report: Report): number | null {
  const one = site(report, 1)
  if (one === undefined || report.service === null) return null
  const possible = (report.service.workers * 1000) / one.package.cpu_ms
  return (report.service.packages_per_second / possible) * 100
}
