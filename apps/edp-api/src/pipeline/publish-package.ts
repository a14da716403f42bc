import { EdpError, jsonText, manifestKey, packagePrefix, splitUrl, type PackageFile } from '@edp/schemas'

import type { ArtifactStore, StoreOptions } from '../storage/artifact-store.ts'
import { sha256 } from '../storage/digests.ts'
import type { Content } from '../storage/spooled-file.ts'
import type { Catalogue } from './catalogue.ts'
import { forEachLimited } from './for-each-limited.ts'
import type { PreparedPackage, Source } from './prepare-package.ts'

/** Writes of one package under way at a time. */
export const CONCURRENT_WRITES = 8

/** How a publication is held back and watched. */
export interface PublishOptions extends StoreOptions {
  /** Called after each file, for people who wait. */
  readonly onFile?: (entry: PackageFile) => void
}

/**
 * Writes a package, all or nothing: the manifest goes first and comes last, so whoever finds one finds every file that it
 * lists, as it lists it. Files of an earlier package with other plates are removed.
 *
 * @throws {EdpError} `store_failure` naming the key that could not be written; then no manifest stands.
 */
export async function publishPackage(
  store: ArtifactStore,
  catalogue: Catalogue,
  prepared: PreparedPackage,
  options: PublishOptions = {},
): Promise<void> {
  const { deployment_id } = prepared.manifest
  const { onFile = () => undefined, ...io } = options
  const versions = new Map<string, string>()
  await store.delete(manifestKey(deployment_id), io)
  await forEachLimited(prepared.files, CONCURRENT_WRITES, async ({ entry, source }) => {
    await write(store, catalogue, entry, source, {
      ...io,
      onVersion: (versionId) => versions.set(entry.key, versionId),
    })
    onFile(entry)
  })
  const found = await store.list(packagePrefix(deployment_id), io)
  const expected = new Set(prepared.files.map(({ entry }) => entry.key))
  const sizes = new Map(found.map(({ key, size }) => [key, size]))
  for (const { entry } of prepared.files)
    if (sizes.get(entry.key) !== entry.bytes)
      throw new EdpError(
        'store_failure',
        `${entry.key} was written with ${entry.bytes} bytes and is listed with ${sizes.get(entry.key) ?? 'none'}`,
      )
  for (const { key } of found.filter((object) => !expected.has(object.key))) {
    await store.delete(key, io)
  }
  await store.put(manifestKey(deployment_id), manifestBytes(prepared, versions), io)
}

/** The manifest as it is written, with the versions of the objects where the store keeps them. */
export function manifestBytes(
  { manifest }: PreparedPackage,
  versions: ReadonlyMap<string, string> = new Map(),
): Uint8Array {
  const files = manifest.files.map((file) => {
    const version_id = versions.get(file.key)
    return version_id === undefined ? file : { ...file, version_id }
  })
  return new TextEncoder().encode(jsonText({ ...manifest, files }))
}

/** Content of a file that is not copied inside one store. */
export async function contentOf(catalogue: Catalogue, entry: PackageFile, source: Source): Promise<Content> {
  if ('content' in source) return source.content
  const bytes = await catalogue.read(source.catalogue_url, source.field)
  if (sha256(bytes) !== entry.sha256)
    throw new EdpError('store_failure', `${source.catalogue_url} changed while the package was made`)
  return bytes
}

async function write(
  store: ArtifactStore,
  catalogue: Catalogue,
  entry: PackageFile,
  source: Source,
  io: StoreOptions,
): Promise<void> {
  if ('catalogue_url' in source && catalogue.store === store) {
    const digests = { sha256: entry.sha256, md5: source.md5 }
    await store.copy(splitUrl(source.catalogue_url).key, entry.key, digests, io)
  } else await store.put(entry.key, await contentOf(catalogue, entry, source), io)
}
