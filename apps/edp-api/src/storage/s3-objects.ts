import type { ObjectInfo, StoreOptions } from './artifact-store.ts'

/** What a reply tells about an object. */
export function infoOf(key: string, size = 0, modified?: Date, etag = ''): ObjectInfo {
  return { key, size, modified_ms: modified?.getTime() ?? 0, version: etag }
}

/** Passes a new version on. S3 calls that of an object `null` which was written while the bucket kept none. */
export function tellVersion(
  { VersionId }: { readonly VersionId?: string | undefined },
  onVersion: StoreOptions['onVersion'],
): void {
  if (VersionId !== undefined && VersionId !== 'null') onVersion?.(VersionId)
}
