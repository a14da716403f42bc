// A replica in a process of its own, to be killed, starved and loaded: the service as it is, with settings of its own
// folder instead of the product's cfg.yml. Prints its log; ends with its parent.
import { pathToFileURL } from 'node:url'

import { pino } from 'pino'

import { loadConfig } from '../../src/config/config.ts'
import { productRoot } from '../../src/config/product-root.ts'
import { startService, type Generator } from '../../src/service.ts'
import { WorkerPool } from '../../src/workers/worker-pool.ts'
import { fakeGenerate } from '../setup/fake-generate.ts'

process.stdin.resume().on('end', () => process.exit())

const config = loadConfig(process.env, '/', process.env['REPLICA_ROOT'] ?? productRoot())
const service = await startService(config, generator(), pino({ level: config.environment.EDP_LOG_LEVEL }))
process.once('SIGTERM', () => {
  void service.stop().then(() => process.exit())
})

/** The real generators on worker threads, or stand-ins, with which the store is what everything turns on. */
function generator(): Generator {
  if (process.env['REPLICA_GENERATOR'] !== 'real')
    return { generate: fakeGenerate, busy: () => 0, close: () => Promise.resolve() }
  const entry = pathToFileURL(`${productRoot()}/apps/edp-api/dist/package-worker.js`)
  const pool = new WorkerPool({ entry, size: config.environment.EDP_WORKERS, timeout_ms: 60_000 })
  return { generate: pool.generate, busy: () => pool.busy, close: () => pool.close() }
}
