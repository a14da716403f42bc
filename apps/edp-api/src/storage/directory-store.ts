import { randomUUID } from 'node:crypto'
import { linkSync, renameSync, rmSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'

import { compareText, EdpError } from '@edp/schemas'

import { assertKey, type ArtifactStore, type ObjectInfo, type StoreOptions } from './artifact-store.ts'
import { sha256, type Digests } from './digests.ts'
import { partOf, sizeOf, writeContent, type Content } from './spooled-file.ts'
import { Turnstile } from './turnstile.ts'

const TEMPORARY = '.tmp'
/** A temporary file of this age belongs to a process that was killed, ms. */
const TEMPORARY_AGE_MS = 3_600_000

/**
 * Files are reached through four threads of Node's. Two of them may be busy with large objects, so that the records of jobs
 * and what is asked about them never wait for a package that is being flushed to the disk.
 */
const LARGE_AT_ONCE = 2
const LARGE_FROM = 4096

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? 'unknown'
/** Neither is an object: there is nothing, or a folder stands where the file would be. */
const isAbsent = (error: unknown): boolean => ['ENOENT', 'ENOTDIR', 'EISDIR'].includes(codeOf(error))

/**
 * A directory with the keys of the bucket as paths. An object is written to a temporary file, flushed, and then renamed
 * (or linked, for create-if-absent) to its key, so that no reader and no power failure ever sees half of one.
 */
export class DirectoryStore implements ArtifactStore {
  readonly location: string
  readonly #large = new Turnstile(LARGE_AT_ONCE)

  constructor(root: string) {
    this.location = resolve(root)
  }

  now(): number {
    return Date.now()
  }

  async put(
    key: string,
    content: Content,
    options: StoreOptions & { if_absent?: boolean } = {},
  ): Promise<boolean> {
    const path = this.#path(key)
    return sizeOf(content) < LARGE_FROM
      ? this.#write(key, path, content, options)
      : this.#large.pass(() => this.#write(key, path, content, options))
  }

  async #write(
    key: string,
    path: string,
    content: Content,
    options: StoreOptions & { if_absent?: boolean },
  ): Promise<boolean> {
    options.signal?.throwIfAborted()
    const temporary = join(this.location, TEMPORARY, randomUUID())
    try {
      await mkdir(dirname(temporary), { recursive: true })
      await makeDirectory(dirname(path))
      await writeFlushed(temporary, content)
      // In one go with the question: a call that waits for its turn could be carried out long after.
      options.assertHeld?.()
      if (options.if_absent !== true) renameSync(temporary, path)
      else if (!linked(temporary, path)) return await holds(path, content)
      await flushDirectory(dirname(path))
      return true
    } catch (error) {
      if (error instanceof EdpError) throw error
      throw new EdpError('store_failure', `cannot write ${key}: ${codeOf(error)}`, [], { cause: error })
    } finally {
      await rm(temporary, { force: true })
    }
  }

  async get(key: string): Promise<Uint8Array | null> {
    return this.#reading(key, readFile(this.#path(key)))
  }

  async head(key: string): Promise<ObjectInfo | null> {
    return this.#reading(key, this.#info(key))
  }

  async list(prefix: string): Promise<ObjectInfo[]> {
    const folder = prefix.slice(0, prefix.lastIndexOf('/') + 1)
    if (folder !== '') assertKey(folder.slice(0, -1))
    const start = join(this.location, folder)
    const entries = await readdir(start, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
      if (isAbsent(error)) return []
      throw new EdpError('store_failure', `cannot list ${prefix}: ${codeOf(error)}`, [], { cause: error })
    })
    const keys = entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(this.location, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .filter((key) => key.startsWith(prefix) && !key.startsWith(`${TEMPORARY}/`))
      .sort(compareText)
    const infos = await Promise.all(keys.map((key) => this.#reading(key, this.#info(key))))
    return infos.filter((info) => info !== null)
  }

  async copy(from: string, to: string, content: Digests, options: StoreOptions = {}): Promise<void> {
    const bytes = await this.get(from)
    if (bytes === null) throw new EdpError('missing_file', `${from}: no such file in ${this.location}`)
    if (sha256(bytes) !== content.sha256)
      throw new EdpError('store_failure', `${from} changed while it was copied`)
    await this.put(to, bytes, options)
  }

  async delete(key: string, options: StoreOptions = {}): Promise<void> {
    const path = this.#path(key)
    options.assertHeld?.()
    try {
      rmSync(path)
      // Or a manifest could stand again after a power failure, beside files that have been replaced since.
      await flushDirectory(dirname(path))
    } catch (error) {
      if (isAbsent(error)) return
      throw new EdpError('store_failure', `cannot remove ${key}: ${codeOf(error)}`, [], { cause: error })
    }
  }

  /** Removes what killed processes have left behind. */
  async sweep(): Promise<void> {
    const folder = join(this.location, TEMPORARY)
    const names = await readdir(folder).catch(() => [])
    for (const name of names) {
      const info = await stat(join(folder, name)).catch(() => null)
      if (info !== null && Date.now() - info.mtimeMs > TEMPORARY_AGE_MS)
        await rm(join(folder, name), { force: true })
    }
  }

  #path(key: string): string {
    assertKey(key)
    return join(this.location, ...key.split('/'))
  }

  async #info(key: string): Promise<ObjectInfo> {
    const found = await stat(this.#path(key))
    if (!found.isFile()) throw Object.assign(new Error(`${key} is a folder`), { code: 'EISDIR' })
    const { size, mtimeMs, ctimeMs, ino } = found
    return { key, size, modified_ms: mtimeMs, version: `${ino}-${mtimeMs}-${ctimeMs}-${size}` }
  }

  async #reading<T>(key: string, reading: Promise<T>): Promise<T | null> {
    return reading.catch((error: unknown) => {
      if (isAbsent(error)) return null
      throw new EdpError('store_failure', `cannot read ${key}: ${codeOf(error)}`, [], { cause: error })
    })
  }
}

async function writeFlushed(path: string, content: Content): Promise<void> {
  const file = await open(path, 'wx', 0o644)
  try {
    await writeContent(file, content)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function holds(path: string, content: Content): Promise<boolean> {
  return sha256(await readFile(path)) === sha256(await partOf(content, 0, sizeOf(content)))
}

/** Makes a directory and those above it, each to be found again after a power failure. */
async function makeDirectory(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true })
  if (first === undefined) return // it was there
  for (let made = path; made.length >= first.length; made = dirname(made)) await flushDirectory(dirname(made))
}

async function flushDirectory(path: string): Promise<void> {
  if (process.platform === 'win32') return // a directory cannot be opened there
  const directory = await open(path, 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}

/** Gives a file a second name unless the name is taken. */
function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}
