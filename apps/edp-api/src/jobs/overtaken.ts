import { setTimeout as delay } from 'node:timers/promises'

import type { DeploymentLog } from './deployment-log.ts'

/** Pause between two looks at whether the newer run has ended, ms. */
const LOOK_MS = 500

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
