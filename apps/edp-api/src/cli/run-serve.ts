import type { Config } from '../config/config.ts'
import { startService } from '../service.ts'
import { WorkerPool } from '../workers/worker-pool.ts'

/** `edp serve`: runs the service until SIGTERM or SIGINT. */
export async function runServe(config: Config, workerEntry: URL): Promise<void> {
  const { EDP_WORKERS, EDP_JOB_TIMEOUT_SECONDS } = config.environment
  const pool = new WorkerPool({
    entry: workerEntry,
    size: EDP_WORKERS,
    timeout_ms: EDP_JOB_TIMEOUT_SECONDS * 1000,
  })
  pool.start()
  const service = await startService(config, {
    generate: pool.generate,
    busy: () => pool.busy,
    close: () => pool.close(),
  })
  await new Promise<void>((resolve) => {
    process.once('SIGTERM', resolve)
    process.once('SIGINT', resolve)
  })
  await service.stop()
}
