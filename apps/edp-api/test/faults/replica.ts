// A replica in a process of its own, to be killed, starved and loaded: the service as it is, with settings of its own
// folder instead of the product's cfg.yml. Prints its log; ends with its parent.
import { pino } from 'pino'

import { loadConfig } from '../../src/config/config.ts'
import { productRoot } from '../../src/config/product-root.ts'
import { startService } from '../../src/service.ts'
import { fakeGenerate } from '../setup/fake-generate.ts'

process.stdin.resume().on('end', () => process.exit())

const config = loadConfig(process.env, '/', process.env['REPLICA_ROOT'] ?? productRoot())
const service = await startService(
  config,
  // Stand-ins for the generators: the store is what everything turns on here.
  { generate: fakeGenerate, busy: () => 0, close: () => Promise.resolve() },
  pino({ level: config.environment.EDP_LOG_LEVEL }),
)
process.once('SIGTERM', () => {
  void service.stop().then(() => process.exit())
})
