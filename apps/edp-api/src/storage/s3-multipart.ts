import { createHash } from 'node:crypto'

import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  UploadPartCommand,
  type CompletedPart,
  type HeadObjectCommandOutput,
  type S3Client,
  type UploadPartCommandOutput,
} from '@aws-sdk/client-s3'
import { ARTIFACT_BUCKET } from '@edp/schemas'

import { contentTypeOf } from './artifact-store.ts'
import { digestsOf } from './digests.ts'
import { CorruptTransfer, md5Of } from './s3-errors.ts'
import { partOf, piecesOf, sizeOf, type Content } from './spooled-file.ts'

/** Objects above this size are put in parts of it: each has a deadline and retries of its own. S3 asks for 5 MiB or more. */
export const PART_BYTES = 8 << 20

/** One request, tried again while the error may pass. */
type Attempt = <T>(what: string, send: (abortSignal: AbortSignal) => Promise<T>) => Promise<T>

/** How the store makes requests. */
export interface PartRequests {
  readonly attempt: Attempt
  /** For the request that removes what a failed upload has sent. */
  readonly abandon: Attempt
  /** What is stored under the key, or null. */
  readonly find: () => Promise<HeadObjectCommandOutput | null>
}

/**
 * Puts a large object, part by part, so that no more than one part is in memory. The object appears whole when the last
 * request succeeds and not at all otherwise; what has been sent of a failed one is removed.
 */
export async function putInParts(
  client: S3Client,
  key: string,
  content: Content,
  { attempt, abandon, find }: PartRequests,
): Promise<{ readonly VersionId?: string | undefined }> {
  const object = { Bucket: ARTIFACT_BUCKET, Key: key }
  const hash = createHash('sha256')
  for await (const piece of piecesOf(content)) hash.update(piece)
  const sha256 = hash.digest('hex')
  const created = { ...object, ContentType: contentTypeOf(key), Metadata: { sha256 } }
  const { UploadId } = await attempt(`begin ${key}`, (abortSignal) =>
    client.send(new CreateMultipartUploadCommand(created), { abortSignal }),
  )
  try {
    const Parts: CompletedPart[] = []
    for (let start = 0; start < sizeOf(content); start += PART_BYTES) {
      const Body = await partOf(content, start, Math.min(start + PART_BYTES, sizeOf(content)))
      const part = { ...object, UploadId, PartNumber: Parts.length + 1, Body }
      const { ETag, ChecksumCRC32 } = await attempt(
        `write part ${part.PartNumber} of ${key}`,
        async (abortSignal) =>
          checkedPart(await client.send(new UploadPartCommand(part), { abortSignal }), Body),
      )
      const checksum = ChecksumCRC32 === undefined ? {} : { ChecksumCRC32 }
      Parts.push({ PartNumber: part.PartNumber, ETag, ...checksum })
    }
    return await attempt(`complete ${key}`, (abortSignal) =>
      client.send(new CompleteMultipartUploadCommand({ ...object, UploadId, MultipartUpload: { Parts } }), {
        abortSignal,
      }),
    ).catch(async (error: unknown) => {
      // A lost reply makes the request go out twice, and the second one finds no upload.
      const found = await find()
      if (found?.Metadata?.['sha256'] !== sha256) throw error
      return found
    })
  } catch (error) {
    await abandon(`abandon ${key}`, (abortSignal) =>
      client.send(new AbortMultipartUploadCommand({ ...object, UploadId }), { abortSignal }),
    ).catch(() => undefined) // a lifecycle rule of the bucket removes what is left
    throw error
  }
}

/** The reply to a part, when the part has been stored as it was sent. */
function checkedPart(reply: UploadPartCommandOutput, body: Uint8Array): UploadPartCommandOutput {
  const md5 = md5Of(reply.ETag, reply)
  if (md5 !== null && md5 !== digestsOf(body).md5)
    throw new CorruptTransfer('a part is stored with other content than was sent')
  return reply
}
