import { kill } from 'node:process'
import { setTimeout as delay } from 'node:timers/promises'

import { packagePrefix } from '@edp/schemas'
import { beforeAll, expect, test } from 'vitest'

import { freshPayload, readPackage } from '../setup/packages.ts'
import { accept, audit, newLedger, outcome } from './ledger.ts'
import { bundleReplica, startReplica } from './replica-process.ts'
import { openWorld, WORLD_KINDS } from './worlds.ts'

/** Deployments that are being published when the replica is frozen: with several, one is in the middle of a write. */
const DEPLOYMENTS = 3
/** All packages have to be found whole so often in a row. */
const WHOLE_LOOKS = 4
const LOOK_MS = 500
/** How long a damaged package may take to be whole again, ms. */
const REPAIR_MS = 120_000

let program = ''
beforeAll(async () => {
  program = await bundleReplica()
})

test.for(WORLD_KINDS)(
  '%s store: a replica that is frozen in mid-publication damages nothing for good when it wakes after its lease',
  async (kind, context) => {
    const { store, environment } = await openWorld(kind, context)
    const start = () => startReplica(program, { EDP_LEASE_SECONDS: '5', ...environment })
    const [frozen, other] = await Promise.all([start(), start()])
    context.onTestFinished(async () => {
      await Promise.all([frozen.kill(), other.kill()])
    })
    const ledger = newLedger()
    const payloads = Array.from({ length: DEPLOYMENTS }, () => freshPayload())
    // Before anything else: a POST that is accepted when the replica wakes is the newest of its deployment, and its package
    // rightly replaces the rival's.
    await Promise.all(payloads.map((payload) => accept(ledger, frozen.request, payload)))
    const written = async (): Promise<number> => {
      const found = await Promise.all(payloads.map((p) => store.list(packagePrefix(p.deployment_id))))
      return found.flat().length
    }
    while ((await written()) < 3) await delay(1)
    kill(frozen.pid, 'SIGSTOP')
    const before = await written()
    const rivals = payloads.map((p) => ({ ...p, bess_coupling: 'none', bess_capacity_mwh: 0 }) as const)
    const ids = await Promise.all(rivals.map((rival) => accept(ledger, other.request, rival)))
    for (const id of ids) expect((await outcome(ledger, other.request, id)).status).toBe('complete')
    kill(frozen.pid, 'SIGCONT')
    // What it had in hand goes out nevertheless: it has to find that out and put it right.
    const damaged = new Set<string>()
    const awake = performance.now()
    for (let whole = 0; whole < WHOLE_LOOKS; whole++) {
      const isLate = performance.now() - awake > REPAIR_MS
      for (const [i, id] of ids.entries()) {
        const found = await readPackage(store, payloads[i]!.deployment_id)
        if (found?.job_id === id && found.flaws.length === 0) continue
        damaged.add(id)
        if (isLate) ledger.losses.push(`job ${id} is not repaired: ${JSON.stringify(found)}`)
        else whole = -1
      }
      await delay(LOOK_MS)
    }
    await audit(ledger, other.request, store)
    for (const id of ids) expect((await outcome(ledger, other.request, id)).status).toBe('complete')
    console.log(
      `frozen, ${kind}: after ${before} files, ${ledger.tries} tries, ${damaged.size} packages made again, ` +
        `${ledger.losses.length} losses`,
    )
    expect(ledger.losses).toEqual([])
  },
)
