import { CONTENT_TYPES, EdpError } from '@edp/schemas'

import type { Digests } from './digests.ts'
import type { Content } from './spooled-file.ts'

/** What a store knows about an object without reading it. */
export interface ObjectInfo {
  readonly key: string
  /** Size, bytes. */
  readonly size: number
  /** Last change by the store's clock, ms since 1970. */
  readonly modified_ms: number
  /** Changes whenever the content changes. */
  readonly version: string
}

/** Options of a single operation. */
export interface StoreOptions {
  /** Ends the operation and its retries early. */
  readonly signal?: AbortSignal
  /**
   * Called at the last moment before anything changes, again for each retry; throws when the caller may not write any
   * more. A process that was frozen for a while wakes up in the middle of an operation.
   */
  readonly assertHeld?: () => void
  /** Told the version that a written object has got, where the store keeps versions. */
  readonly onVersion?: (versionId: string) => void
}

/**
 * Where packages, catalogue files and job records are kept. All that is asked of a store is what S3 and a file system
 * both have; the one conditional operation is create-if-absent.
 */
export interface ArtifactStore {
  /** Where objects go, for people: `s3://arcnode-artifacts` or a directory. */
  readonly location: string
  /**
   * Stores an object whole or not at all; its media type follows from the extension of the key.
   *
   * @returns false exactly when `if_absent` is set and the key already holds other content.
   */
  put(
    key: string,
    content: Content,
    options?: StoreOptions & { readonly if_absent?: boolean },
  ): Promise<boolean>
  /** The content of an object, or null where there is none. */
  get(key: string, options?: StoreOptions): Promise<Uint8Array | null>
  head(key: string, options?: StoreOptions): Promise<ObjectInfo | null>
  /** All objects whose key begins with the prefix, in the order of their keys. */
  list(prefix: string, options?: StoreOptions): Promise<ObjectInfo[]>
  /**
   * Copies an object inside the store.
   *
   * @throws {EdpError} `missing_file` without a source; `store_failure` when the copy does not have the given content.
   */
  copy(from: string, to: string, content: Digests, options?: StoreOptions): Promise<void>
  /** Removes an object; no error when there is none. */
  delete(key: string, options?: StoreOptions): Promise<void>
  /** The store's clock, ms since 1970. Leases are judged by it, never by the clock of a replica. */
  now(): number
}

const SEGMENT = /^[A-Za-z0-9_][A-Za-z0-9._-]*$/

/**
 * Lets only plain keys pass: no empty or hidden segment, no `..`, nothing that a file system would read otherwise.
 *
 * @throws {EdpError} `store_failure` for any other key.
 */
export function assertKey(key: string): void {
  if (key.length > 512 || !key.split('/').every((segment) => SEGMENT.test(segment)))
    throw new EdpError('store_failure', `not a valid key: ${JSON.stringify(key)}`)
}

/** Media type by the extension of the key, as stored with the object. */
export function contentTypeOf(key: string): string {
  const extension = key.slice(key.lastIndexOf('.') + 1)
  return (
    Object.entries(CONTENT_TYPES).find(([format]) => format === extension)?.[1] ?? 'application/octet-stream'
  )
}
