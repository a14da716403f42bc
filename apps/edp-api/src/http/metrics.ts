import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

/** What the service measures, under /edp-api/metrics. */
export interface Metrics {
  readonly registry: Registry
  readonly requests: Histogram<'method' | 'route' | 'status'>
  readonly jobs: Histogram<'status'>
  readonly store_retries: Counter
}

/** Figures of the moment. */
export interface Gauges {
  readonly active_jobs: () => number
  readonly busy_workers: () => number
}

/** New metrics, in a registry of their own so that several services may live in one process. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  return {
    registry,
    requests: new Histogram({
      name: 'edp_http_request_seconds',
      help: 'Time to answer a request',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers,
    }),
    jobs: new Histogram({
      name: 'edp_job_seconds',
      help: 'Time from the POST of a job to its end, by how it ended',
      labelNames: ['status'],
      buckets: [0.5, 1, 2, 5, 10, 30, 60, 120, 300, 600],
      registers,
    }),
    store_retries: new Counter({
      name: 'edp_store_retries_total',
      help: 'Repeated requests to the artifact store',
      registers,
    }),
  }
}

/** Adds the figures of the moment. */
export function registerGauges(metrics: Metrics, gauges: Gauges): void {
  const gauge = (name: string, help: string, read: () => number): Gauge =>
    new Gauge({
      name,
      help,
      registers: [metrics.registry],
      collect() {
        this.set(read())
      },
    })
  gauge('edp_jobs_active', 'Jobs that wait or are made on this replica', gauges.active_jobs)
  gauge('edp_workers_busy', 'Worker threads that make a package', gauges.busy_workers)
}
