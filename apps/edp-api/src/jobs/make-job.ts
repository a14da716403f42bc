import { setTimeout as delay } from 'node:timers/promises'

import type { EdpError, HardwareSelection } from '@edp/schemas'

import { preparePackage } from '../pipeline/prepare-package.ts'
import { publishPackage } from '../pipeline/publish-package.ts'
import type { DeploymentLog, Ending } from './deployment-log.ts'
import type { JobRecord } from './job-record.ts'
import type { JobServiceParts } from './job-service-parts.ts'
import type { Lease } from './lease.ts'
import { ServiceStopped } from './service-stopped.ts'
import type { WaitingRoom } from './waiting-room.ts'

/** A run that has just been claimed, and what it is to make. */
export interface NewRun {
  readonly job: JobRecord
  readonly selection: HardwareSelection
  readonly requestId: string
  readonly log: DeploymentLog
  readonly lease: Lease
  readonly number: number
  /** Resolves when any replica can answer for the job. */
  readonly saved: Promise<void>
}

/** Longest error text of a job. */
const ERROR_LENGTH = 4_000
/** Pauses between two looks at whether an older run has ended, ms: a superseded one ends at once, a dead one does not. */
const FIRST_LOOK_MS = 30
const LONGEST_LOOK_MS = 500
/** How long writes that were given up may take to arrive, ms. */
const SETTLE_MS = 1_000

/** Makes a job from beginning to end; never throws. */
export async function makeJob(
  { job, selection, requestId, log, lease, number, saved }: NewRun,
  parts: JobServiceParts,
  room: WaitingRoom,
): Promise<void> {
  const { store, catalogue, generate, onEnd } = parts
  const start = performance.now()
  let ending: Ending = { status: 'complete', error: null }
  let cause: unknown
  try {
    await saved
    // Before a place is taken: an older run may be that of a replica which is gone, and others need not wait for it.
    await olderRunsEnded(log, number, lease.stop)
    await room.enter(lease.stop, async () => {
      const prepared = await preparePackage({ ...job, selection }, catalogue, generate, lease.stop)
      try {
        await lease.beginPublishing()
        const { lost, assertHeld } = lease
        await publishPackage(store, catalogue, prepared, { signal: lost, assertHeld })
        assertHeld()
      } finally {
        prepared.release()
      }
    })
  } catch (error) {
    cause = error
    const handedOver = error instanceof ServiceStopped ? ({ handed_over: true } as const) : {}
    ending = { status: 'failed', error: errorText(error), ...handedOver }
    // Requests that were given up may still arrive; the next run waits for this one's end.
    if (lease.isPublishing) await delay(SETTLE_MS)
  }
  await lease.release()
  // Where even this cannot be written, the run counts as failed when its lease has passed.
  await log.end(number, ending).catch((error: unknown) => (cause ??= error))
  const seconds = (performance.now() - start) / 1000
  onEnd?.({ job_id: job.job_id, request_id: requestId, ending, seconds, cause })
}

/** Waits until no older run can write any more, so that two packages never mix. */
async function olderRunsEnded(log: DeploymentLog, number: number, signal: AbortSignal): Promise<void> {
  for (let pause = FIRST_LOOK_MS; ; pause = Math.min(2 * pause, LONGEST_LOOK_MS)) {
    const older = (await log.runs({ signal })).filter((run) => run.number < number && log.isAlive(run))
    if (older.length === 0) return
    await delay(pause, undefined, { signal }).catch(() => undefined)
    signal.throwIfAborted()
  }
}

/** What callers are told: the message of an error that was thrown on purpose, nothing of any other. */
function errorText(error: unknown): string {
  const { code, message } = error as Partial<EdpError>
  const isOwn = error instanceof Error && error.name === 'EdpError' && code !== undefined
  return isOwn
    ? (message ?? code).slice(0, ERROR_LENGTH)
    : 'internal error; the log of the service has the details'
}
