// A replica in a process of its own that never finishes a package: to be killed.
import { pino } from 'pino'

import { loadConfig } from '../../src/config/config.ts'
import { startService } from '../../src/service.ts'

const service = await startService(
  loadConfig(process.env, process.cwd()),
  { generate: () => new Promise(() => undefined), busy: () => 0, close: () => Promise.resolve() },
  pino({ level: 'silent' }),
)
process.stdout.write(`${service.url}\n`)
