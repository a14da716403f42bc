import { randomUUID } from 'node:crypto'

import {
  manifestKey,
  packagePrefix,
  PackageManifest,
  type ConfiguratorPayload,
  type DeploymentProfile,
  type JobResult,
} from '@edp/schemas'
import { examplePayload } from '@edp/testing'

import type { ArtifactStore } from '../../src/storage/artifact-store.ts'
import { sha256 } from '../../src/storage/digests.ts'

/** An example payload for a deployment that no other test has. */
export function freshPayload(
  profile: DeploymentProfile = 'commercial_ac',
  changes: Partial<ConfiguratorPayload> = {},
): ConfiguratorPayload {
  return examplePayload(profile, { deployment_id: randomUUID(), ...changes })
}

/** What a careful reader of a deployment finds: null without a manifest, else the job that it names and every flaw. */
export async function readPackage(
  store: ArtifactStore,
  deploymentId: string,
): Promise<{ job_id: string; flaws: string[] } | null> {
  const bytes = await store.get(manifestKey(deploymentId))
  if (bytes === null) return null
  const manifest = PackageManifest.parse(JSON.parse(new TextDecoder().decode(bytes)))
  const flaws: string[] = []
  for (const { key, sha256: expected } of manifest.files) {
    const content = await store.get(key)
    if (content === null) flaws.push(`${key} is missing`)
    else if (sha256(content) !== expected) flaws.push(`${key} differs`)
  }
  const listed = new Set([...manifest.files.map((file) => file.key), manifestKey(deploymentId)])
  for (const { key } of await store.list(packagePrefix(deploymentId)))
    if (!listed.has(key)) flaws.push(`${key} is an orphan`)
  return { job_id: manifest.job_id, flaws }
}

/** Polls a job until it has ended. */
export async function ended(result: () => Promise<JobResult | null>, timeoutMs = 30_000): Promise<JobResult> {
  const start = performance.now()
  for (;;) {
    const job = await result()
    if (job !== null && job.status !== 'running') return job
    if (performance.now() - start > timeoutMs) throw new Error(`still running after ${timeoutMs} ms`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
