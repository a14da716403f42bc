import { setTimeout as delay } from 'node:timers/promises'

import { JobCreated, JobResult, type ConfiguratorPayload } from '@edp/schemas'

import type { ArtifactStore } from '../../src/storage/artifact-store.ts'
import { readPackage } from '../setup/packages.ts'
import type { TestReply, TestService } from '../setup/http.ts'

/** One caller's way to the service: any replica, the next time perhaps another. */
export type Ask = TestService['request']

/** What callers were promised, and what came of it. */
export interface Ledger {
  /** Accepted jobs: their deployment and what the POST said. */
  readonly accepted: Map<string, { readonly deployment_id: string; readonly created: JobCreated }>
  /** POSTs, repeated ones included. */
  tries: number
  /** Every broken promise, in words. Must stay empty. */
  readonly losses: string[]
}

/** A ledger without entries. */
export function newLedger(): Ledger {
  return { accepted: new Map(), tries: 0, losses: [] }
}

/**
 * Longest time that a caller tries again to be heard, ms: a write is tried again for about a minute before its job fails, and
 * a job may meet more than one such minute.
 */
const PATIENCE_MS = 240_000
const POLL_MS = 120

/** Posts until the job is accepted; a busy or dead replica is asked again. */
export async function accept(ledger: Ledger, ask: Ask, payload: ConfiguratorPayload): Promise<string> {
  const start = performance.now()
  for (;;) {
    ledger.tries++
    const reply = await ask('POST', '/edp-api/jobs', { body: payload }).catch(() => null)
    if (reply?.status === 202) {
      const created = JobCreated.parse(reply.json)
      note(ledger, payload, created)
      return created.job_id
    }
    if (reply !== null && reply.status !== 503) throw new Error(`POST: ${reply.status} ${reply.text}`)
    if (performance.now() - start > PATIENCE_MS) throw new Error(`POST: never accepted, last ${said(reply)}`)
    await delay(POLL_MS)
  }
}

/** Polls a job until it has ended; whatever an accepted job may not answer is a loss. */
export async function outcome(ledger: Ledger, ask: Ask, jobId: string): Promise<JobResult> {
  const start = performance.now()
  for (;;) {
    const result = await answer(ledger, ask, jobId)
    if (result !== null && result.status !== 'running') return result
    if (performance.now() - start > PATIENCE_MS) {
      const last = await ask('GET', `/edp-api/jobs/${jobId}`).catch(() => null)
      const deployment = ledger.accepted.get(jobId)?.deployment_id ?? ''
      ledger.losses.push(`job ${jobId} of ${deployment} is running for ever, last ${said(last)}`)
      return result ?? { status: 'failed', edp_artifact_urls: [], error: 'no answer' }
    }
    await delay(POLL_MS)
  }
}

/** One look at an accepted job; null when no replica could be asked. */
export async function answer(ledger: Ledger, ask: Ask, jobId: string): Promise<JobResult | null> {
  const reply = await ask('GET', `/edp-api/jobs/${jobId}`).catch(() => null)
  if (reply === null || reply.status === 503) return null
  if (reply.status !== 200) {
    ledger.losses.push(`accepted job ${jobId} answers ${said(reply)}`)
    return null
  }
  const result = JobResult.parse(reply.json)
  const promised = ledger.accepted.get(jobId)?.created.edp_artifact_urls
  if (promised !== undefined && JSON.stringify(promised) !== JSON.stringify(result.edp_artifact_urls))
    ledger.losses.push(`job ${jobId} answers with other urls than its POST`)
  return result
}

/** Every accepted job answers for itself, and every deployment has a whole package or none. */
export async function audit(ledger: Ledger, ask: Ask, store: ArtifactStore): Promise<{ packages: number }> {
  let packages = 0
  const outcomes = new Map<string, JobResult>()
  for (const jobId of ledger.accepted.keys()) outcomes.set(jobId, await outcome(ledger, ask, jobId))
  // All have ended, so that one reading of each package tells what stands.
  const standing = new Map<string, Awaited<ReturnType<typeof readPackage>>>()
  for (const id of new Set([...ledger.accepted.values()].map(({ deployment_id }) => deployment_id))) {
    const found = await readPackage(store, id)
    standing.set(id, found)
    if (found !== null && found.flaws.length > 0) ledger.losses.push(`${id}: ${found.flaws.join(', ')}`)
  }
  for (const [jobId, { status, error }] of outcomes) {
    const found = standing.get(ledger.accepted.get(jobId)?.deployment_id ?? '')
    if (status === 'complete' && found?.job_id !== jobId)
      ledger.losses.push(`job ${jobId} is complete, but the package is of ${found?.job_id ?? 'none'}`)
    if (status === 'failed' && (error ?? '') === '') ledger.losses.push(`job ${jobId} failed without a word`)
    if (status === 'complete') packages++
  }
  return { packages }
}

function note(ledger: Ledger, { deployment_id }: ConfiguratorPayload, created: JobCreated): void {
  const before = ledger.accepted.get(created.job_id)
  if (before !== undefined && JSON.stringify(before.created) !== JSON.stringify(created))
    ledger.losses.push(`two POSTs of job ${created.job_id} were answered differently`)
  ledger.accepted.set(created.job_id, { deployment_id, created })
}

const said = (reply: TestReply | null): string =>
  reply === null ? 'nothing' : `${reply.status} ${reply.text.slice(0, 200)}`
