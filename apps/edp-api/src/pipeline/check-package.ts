import { manifestKey, packagePrefix, PackageManifest } from '@edp/schemas'

import type { ArtifactStore } from '../storage/artifact-store.ts'
import { sha256 } from '../storage/digests.ts'

/**
 * Whether a deployment's package stands, every file of it is what its manifest says, and no other file lies beside them. Reads
 * all of it.
 */
export async function isWholePackage(store: ArtifactStore, deploymentId: string): Promise<boolean> {
  const bytes = await store.get(manifestKey(deploymentId))
  if (bytes === null) return false
  const { files } = PackageManifest.parse(JSON.parse(new TextDecoder().decode(bytes)))
  for (const { key, sha256: expected } of files) {
    const content = await store.get(key)
    if (content === null || sha256(content) !== expected) return false
  }
  const listed = new Set([manifestKey(deploymentId), ...files.map(({ key }) => key)])
  return (await store.list(packagePrefix(deploymentId))).every(({ key }) => listed.has(key))
}
