import { setTimeout as delay } from 'node:timers/promises'

import { EdpError } from '@edp/schemas'

import type { DeploymentLog } from './deployment-log.ts'

/** Pause between two looks at whether the newer run has ended, ms. */
const LOOK_MS = 500
/** Attempts to make a damaged package again. */
const ATTEMPTS = 10
/** Pause before the next one, ms. */
const ATTEMPT_PAUSE_MS = 2_000

/**
 * The job whose package a run may have damaged that went on writing after its lease: a process that was frozen for a while
 * sends what it had in hand when it wakes, and no store refuses it. Null where nothing was published meanwhile, or where a
 * later run will write every file again.
 */
export async function damagedJob(log: DeploymentLog, number: number): Promise<string | null> {
  const overtaker = (await log.runs()).at(-1)
  if (overtaker === undefined || overtaker.number <= number) return null
  for (;;) {
    const newest = (await log.runs()).at(-1)
    if (newest?.number !== overtaker.number) return null
    const ending = await log.ending(newest)
    if (ending !== null) return ending.status === 'complete' ? log.jobIdOf(newest) : null
    if (!log.isAlive(newest)) return null
    await delay(LOOK_MS)
  }
}

/**
 * Makes a job again until a run of it is complete; a later run of another one needs it no more.
 *
 * @param make begins or joins a run of the job, and resolves when it has ended.
 * @throws {EdpError} `store_failure` when all attempts fail.
 */
export async function makeAgain(log: DeploymentLog, jobId: string, make: () => Promise<void>): Promise<void> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    await make().catch(() => undefined)
    const newest = (await log.runs().catch(() => [])).at(-1)
    if (newest !== undefined) {
      if ((await log.jobIdOf(newest).catch(() => jobId)) !== jobId) return
      if ((await log.ending(newest).catch(() => null))?.status === 'complete') return
    }
    await delay(ATTEMPT_PAUSE_MS)
  }
  throw new EdpError('store_failure', `job ${jobId} could not be made again in ${ATTEMPTS} attempts`)
}
