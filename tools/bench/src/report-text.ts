import type { Cost, Report, ServiceReport, SiteReport } from './report-schema.ts'
import { growthExponent } from './statistics.ts'
import { isMet, TARGETS } from './targets.ts'

/** The report as Markdown tables, for docs/performance.md. */
export function reportText(report: Report): string {
  const { node, cpu, cores, load_average } = report
  return [
    `Node ${node}, ${cores} cores (${cpu}); load average at the start ${load_average.toFixed(2)}.`,
    table(
      ['target', 'limit', 'found', ''],
      TARGETS.map((target) => {
        const found = target.found(report)
        const met = isMet(target, report)
        return [
          target.name,
          `${target.at === 'most' ? '<=' : '>='} ${target.limit} ${target.unit}`.trim(),
          found === null ? '-' : `${figure(found)} ${target.unit}`.trim(),
          met === null ? '' : met ? 'met' : 'not met',
        ]
      }),
    ),
    '### Whole packages',
    table(
      [
        'containers',
        'warm CPU, ms',
        'best run, ms',
        'x reference',
        'bytes',
        'cold, ms',
        'cold CPU, ms',
        'peak memory, MB',
      ],
      report.sites.map((site) => {
        const cold = report.processes.find(({ containers }) => containers === site.containers)
        const { cpu_ms, cpu_min_ms, bytes } = site.package
        return [
          grouped(site.containers),
          figure(cpu_ms),
          figure(cpu_min_ms),
          (cpu_ms / site.reference_cpu_ms).toFixed(1),
          grouped(bytes ?? 0),
          cold === undefined ? '-' : grouped(cold.wall_ms),
          cold === undefined ? '-' : grouped(cold.cpu_ms),
          cold === undefined ? '-' : grouped(cold.peak_memory_mb),
        ]
      }),
    ),
    '### Steps, warm CPU, ms (bytes of the file)',
    stepTable(report.sites),
    ...serviceText(report),
  ].join('\n\n')
}

function stepTable(sites: readonly SiteReport[]): string {
  const names = [...new Set(sites.flatMap((site) => Object.keys(site.steps)))]
  const [small, large] = [sites.find((s) => s.containers === 32), sites.find((s) => s.containers === 2000)]
  return table(
    ['step', ...sites.map((site) => grouped(site.containers)), 'growth 32 to 2,000'],
    names.map((name) => {
      const [from, to] = [small?.steps[name]?.cpu_ms, large?.steps[name]?.cpu_ms]
      const growth =
        from === undefined || to === undefined || from === 0
          ? '-'
          : growthExponent({ size: 32, cost: from }, { size: 2000, cost: to }).toFixed(2)
      return [name, ...sites.map((site) => costText(site.steps[name])), growth]
    }),
  )
}

function costText(cost: Cost | undefined): string {
  if (cost === undefined) return '-'
  return cost.bytes === null ? figure(cost.cpu_ms) : `${figure(cost.cpu_ms)} (${grouped(cost.bytes)})`
}

function serviceText({ service }: Report): string[] {
  if (service === null) return []
  return [
    '### Service under full load',
    table(
      ['workers', 'packages/s', 'CPU per package, ms', 'POST p50 / p99, ms', 'GET p50 / p99, ms', 'requests'],
      [
        [
          String(service.workers),
          figure(service.packages_per_second),
          figure(service.cpu_ms_per_package),
          `${figure(service.post_ms.p50)} / ${figure(service.post_ms.p99)}`,
          `${figure(service.get_ms.p50)} / ${figure(service.get_ms.p99)}`,
          grouped(service.post_ms.requests + service.get_ms.requests),
        ],
      ],
    ),
    ...eventLoopText(service),
  ]
}

function eventLoopText({ event_loop_delay_ms: delay }: ServiceReport): string[] {
  if (delay === undefined) return []
  return [
    `Event-loop delay of the thread that answers: ${figure(delay.p50)} ms at p50, ${figure(delay.p99)} ms at p99.`,
  ]
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** Three digits, whatever the size. */
function figure(value: number): string {
  if (value >= 1000) return grouped(Math.round(value))
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2)
}

function grouped(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',')
}
