import { randomUUID } from 'node:crypto'
import { closeSync, openSync, read, rmSync, writeSync } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/**
 * Content that is too large to hold in memory: an open file of the system's temporary directory that has no name any more,
 * so that it is gone when it is closed or the process ends, however that happens. Threads of a process share it.
 */
export interface SpooledFile {
  readonly fd: number
  /** Size, bytes. */
  readonly size: number
}

/** What is stored under a key: bytes in memory, or spooled ones. */
export type Content = Uint8Array | SpooledFile

/** Pieces in which spooled content is read, bytes. */
const PIECE = 1 << 20

const readAt = promisify(read)

/** Size of a content, bytes. */
export function sizeOf(content: Content): number {
  return content instanceof Uint8Array ? content.length : content.size
}

/** Opens an empty nameless file. */
export function openSpool(): number {
  const path = join(tmpdir(), `edp-spool-${randomUUID()}`)
  const fd = openSync(path, 'wx+', 0o600)
  rmSync(path)
  return fd
}

/** Appends to a nameless file. */
export function appendToSpool(fd: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length;) done += writeSync(fd, bytes, done)
}

/** A part of a content, for requests that carry one. */
export async function partOf(content: Content, start: number, end: number): Promise<Uint8Array> {
  if (content instanceof Uint8Array) return content.subarray(start, end)
  const part = new Uint8Array(end - start)
  for (let done = 0; done < part.length;) {
    const { bytesRead } = await readAt(content.fd, part, done, part.length - done, start + done)
    if (bytesRead === 0) throw new Error(`spooled file ends at ${start + done} of ${content.size} bytes`)
    done += bytesRead
  }
  return part
}

/** The pieces of a content, one after the other. */
export async function* piecesOf(content: Content): AsyncGenerator<Uint8Array, void> {
  if (content instanceof Uint8Array) yield content
  else
    for (let at = 0; at < content.size; at += PIECE)
      yield await partOf(content, at, Math.min(at + PIECE, content.size))
}

/** Writes a content into an open file. */
export async function writeContent(file: FileHandle, content: Content): Promise<void> {
  if (content instanceof Uint8Array) await file.writeFile(content)
  else for await (const piece of piecesOf(content)) await file.writeFile(piece)
}

/** Gives the disk space of spooled content back. */
export function releaseContent(content: Content): void {
  if (!(content instanceof Uint8Array)) closeSync(content.fd)
}
