import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  type HeadObjectCommandOutput,
  type S3Client,
} from '@aws-sdk/client-s3'
import { ARTIFACT_BUCKET, EdpError } from '@edp/schemas'

import {
  assertKey,
  contentTypeOf,
  type ArtifactStore,
  type ObjectInfo,
  type StoreOptions,
} from './artifact-store.ts'
import { createBucket, DEADLINE_MS, openS3Client, type S3Settings } from './s3-client.ts'
import { CorruptTransfer, isPreconditionFailed, md5Of } from './s3-errors.ts'
import { infoOf, tellVersion } from './s3-objects.ts'
import { causeOf, S3Requests } from './s3-requests.ts'
import { digestsOf, sha256, type Digests } from './digests.ts'
import { PART_BYTES, putInParts } from './s3-multipart.ts'
import { partOf, sizeOf, type Content } from './spooled-file.ts'

/** Packages and job records in the bucket `arcnode-artifacts` of S3 or an S3-compatible server. */
export class S3Store implements ArtifactStore {
  readonly location = `s3://${ARTIFACT_BUCKET}`
  readonly #client: S3Client
  readonly #requests: S3Requests
  /** Store's clock minus own clock, ms, from the Date header of the last reply. */
  #clockOffset = 0

  constructor(settings: S3Settings) {
    const { deadline_ms = DEADLINE_MS, retry, onRetry } = settings
    this.#requests = new S3Requests({ location: this.location, deadline_ms, retry, onRetry })
    this.#client = openS3Client(settings, (date_ms) => {
      this.#clockOffset = date_ms - Date.now()
    })
  }

  now(): number {
    return Date.now() + this.#clockOffset
  }

  async put(
    key: string,
    source: Content,
    options: StoreOptions & { if_absent?: boolean } = {},
  ): Promise<boolean> {
    assertKey(key)
    if (sizeOf(source) > PART_BYTES && options.if_absent !== true) {
      await this.#putInParts(key, source, options)
      return true
    }
    const bytes = await partOf(source, 0, sizeOf(source))
    const content = digestsOf(bytes)
    const send = (signal: AbortSignal): Promise<void> => this.#put(key, bytes, content, signal, options)
    try {
      await this.#requests.attempt(`write ${key}`, send, options)
      return true
    } catch (error) {
      if (!isPreconditionFailed(causeOf(error))) throw error
      // The key is taken, perhaps by this very request: a lost reply makes the SDK send it again.
      return (await this.#head(key, options))?.Metadata?.['sha256'] === content.sha256
    }
  }

  async get(key: string, options: StoreOptions = {}): Promise<Uint8Array | null> {
    assertKey(key)
    return this.#requests.find(
      `read ${key}`,
      async (abortSignal) => {
        const reply = await this.#client.send(new GetObjectCommand({ Bucket: ARTIFACT_BUCKET, Key: key }), {
          abortSignal,
        })
        const bytes = (await reply.Body?.transformToByteArray()) ?? new Uint8Array()
        const expected = reply.Metadata?.['sha256']
        if (bytes.length !== (reply.ContentLength ?? bytes.length))
          throw new CorruptTransfer(`${key}: short body`)
        if (expected !== undefined && sha256(bytes) !== expected)
          throw new CorruptTransfer(`${key}: other sha256`)
        return bytes
      },
      options,
    )
  }

  async head(key: string, options: StoreOptions = {}): Promise<ObjectInfo | null> {
    assertKey(key)
    const reply = await this.#head(key, options)
    return reply === null ? null : infoOf(key, reply.ContentLength, reply.LastModified, reply.ETag)
  }

  async list(prefix: string, options: StoreOptions = {}): Promise<ObjectInfo[]> {
    const infos: ObjectInfo[] = []
    let token: string | undefined
    do {
      const page = { Bucket: ARTIFACT_BUCKET, Prefix: prefix, ContinuationToken: token }
      const reply = await this.#requests.attempt(
        `list ${prefix}`,
        (abortSignal) => this.#client.send(new ListObjectsV2Command(page), { abortSignal }),
        options,
      )
      infos.push(...(reply.Contents ?? []).map((o) => infoOf(o.Key ?? '', o.Size, o.LastModified, o.ETag)))
      token = reply.IsTruncated === true ? reply.NextContinuationToken : undefined
    } while (token !== undefined)
    return infos
  }

  async copy(from: string, to: string, content: Digests, options: StoreOptions = {}): Promise<void> {
    assertKey(from)
    assertKey(to)
    const copied = await this.#requests.find(
      `copy ${from} to ${to}`,
      (abortSignal) =>
        this.#client.send(
          new CopyObjectCommand({
            Bucket: ARTIFACT_BUCKET,
            Key: to,
            CopySource: `${ARTIFACT_BUCKET}/${from}`,
            MetadataDirective: 'REPLACE',
            ContentType: contentTypeOf(to),
            Metadata: { sha256: content.sha256 },
          }),
          { abortSignal },
        ),
      options,
    )
    if (copied === null) throw new EdpError('missing_file', `${from}: no such object in ${this.location}`)
    // Several servers ignore conditions on a copy, so the copy itself is checked, by its content where the ETag is no MD5.
    const md5 = md5Of(copied.CopyObjectResult?.ETag, copied)
    const same =
      md5 === null ? sha256((await this.get(to, options)) ?? '') === content.sha256 : md5 === content.md5
    if (!same) throw new EdpError('store_failure', `${from} changed while it was copied`)
    tellVersion(copied, options.onVersion)
  }

  async delete(key: string, options: StoreOptions = {}): Promise<void> {
    assertKey(key)
    await this.#requests.attempt(
      `remove ${key}`,
      (abortSignal) =>
        this.#client.send(new DeleteObjectCommand({ Bucket: ARTIFACT_BUCKET, Key: key }), { abortSignal }),
      options,
    )
  }

  /** Makes the bucket where there is none: for emulators, which start empty. */
  async createBucket(): Promise<void> {
    await createBucket(this.#client)
  }

  async #putInParts(key: string, content: Content, options: StoreOptions): Promise<void> {
    const reply = await putInParts(this.#client, key, content, {
      attempt: (what, send) => this.#requests.attempt(what, send, options),
      // What has been sent is removed also when nobody waits any more.
      abandon: (what, send) => this.#requests.attempt(what, send),
      find: () => this.#head(key, options),
    })
    tellVersion(reply, options.onVersion)
  }

  async #put(
    key: string,
    bytes: Uint8Array,
    content: Digests,
    abortSignal: AbortSignal,
    { if_absent = false, onVersion }: StoreOptions & { if_absent?: boolean },
  ): Promise<void> {
    const reply = await this.#client.send(
      new PutObjectCommand({
        Bucket: ARTIFACT_BUCKET,
        Key: key,
        Body: bytes, // never a stream: those are not retried, and sent in a framing that some servers store as content
        ContentType: contentTypeOf(key),
        Metadata: { sha256: content.sha256 },
        ...(if_absent ? { IfNoneMatch: '*' } : {}),
      }),
      { abortSignal },
    )
    const md5 = md5Of(reply.ETag, reply)
    if (md5 !== null && md5 !== content.md5)
      throw new CorruptTransfer(`${key}: stored with other content than was sent`)
    tellVersion(reply, onVersion)
  }

  async #head(key: string, options: StoreOptions): Promise<HeadObjectCommandOutput | null> {
    return this.#requests.find(
      `look up ${key}`,
      (abortSignal) =>
        this.#client.send(new HeadObjectCommand({ Bucket: ARTIFACT_BUCKET, Key: key }), { abortSignal }),
      options,
    )
  }
}
