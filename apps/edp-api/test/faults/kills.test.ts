import { setTimeout as delay } from 'node:timers/promises'

import { beforeAll, describe, expect, test } from 'vitest'

import { freshPayload } from '../setup/packages.ts'
import { accept, audit, newLedger, outcome, type Ask } from './ledger.ts'
import { randomNumbers, seedOfRun } from './random.ts'
import { startReader } from './reader.ts'
import { openWorld } from './worlds.ts'
import { bundleReplica, startReplica, type ReplicaProcess } from './replica-process.ts'

const REPLICAS = 3
const DEPLOYMENTS = 12

describe('kill -9 at random points', () => {
  let program = ''
  beforeAll(async () => {
    program = await bundleReplica()
  })

  test.for([
    ['s3', 50],
    ['directory', 50],
  ] as const)('%s store, %i times: nothing lost, nothing mixed', async ([kind, kills], context) => {
    const { store, environment } = await openWorld(kind, context)
    const seed = seedOfRun()
    const random = randomNumbers(seed)
    const start = (): Promise<ReplicaProcess> =>
      startReplica(program, { EDP_LEASE_SECONDS: '5', EDP_LOG_LEVEL: 'info', ...environment })
    const replicas = await Promise.all(Array.from({ length: REPLICAS }, start))
    context.onTestFinished(async () => {
      await Promise.all(replicas.map((replica) => replica.kill()))
    })
    const ledger = newLedger()
    const ask: Ask = (...request) => replicas[random.below(REPLICAS)]!.request(...request)
    const bases = Array.from({ length: DEPLOYMENTS }, () => freshPayload())
    const ids = bases.map((payload) => payload.deployment_id)
    const reader = startReader(store, ids, ledger.losses)

    let isOver = false
    const callers = bases.map(async (base) => {
      for (let round = 0; ; round++) {
        // The last round begins when the killing is over: the retry that has to complete.
        const isLast = isOver
        const payload = { ...base, target_gpu_count: 56 * (1 + (round >> 1)) }
        const jobId = await accept(ledger, ask, payload)
        const { status } = await outcome(ledger, ask, jobId)
        if (isLast && status === 'complete') return jobId
      }
    })
    // Two at a time are down at most, so that there is always one to ask, and jobs get as far as they can be killed.
    let killed = 0
    const alive = replicas.map((_, slot) => slot)
    const killer = async (): Promise<void> => {
      while (killed++ < kills) {
        await delay(50 + random.below(800))
        const [slot = 0] = alive.splice(random.below(alive.length), 1)
        await replicas[slot]!.kill()
        replicas[slot] = await start()
        alive.push(slot)
      }
    }
    await Promise.all([killer(), killer()])
    isOver = true
    const last = await Promise.all(callers)
    await reader.stop()
    const { packages } = await audit(ledger, ask, store)
    console.log(
      `kill -9, ${kind}: ${kills} kills, ${ledger.tries} tries, ${ledger.accepted.size} jobs, ${packages} packages stand, ` +
        `${reader.looks()} looks of a reader (${reader.whole()} whole), ${ledger.losses.length} losses; seed ${seed}`,
    )
    expect(ledger.losses).toEqual([])
    for (const jobId of last)
      expect(await outcome(ledger, ask, jobId)).toMatchObject({ status: 'complete', error: null })
    expect(packages).toBe(DEPLOYMENTS)
  })
})
