import { createHash } from 'node:crypto'

/** Checksums of a content: sha256 is ours, md5 is what S3 calls the ETag of an object put in one part. */
export interface Digests {
  readonly sha256: string
  readonly md5: string
}

/** SHA-256 of bytes or text, lower-case hex. */
export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex')
}

/** Both checksums of a content, lower-case hex. */
export function digestsOf(content: Uint8Array): Digests {
  return { sha256: sha256(content), md5: createHash('md5').update(content).digest('hex') }
}
