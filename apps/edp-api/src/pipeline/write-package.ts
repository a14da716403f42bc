import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'

import { EdpError, PackageManifest, type PackageFile } from '@edp/schemas'

import { writeContent, type Content } from '../storage/spooled-file.ts'
import type { Catalogue } from './catalogue.ts'
import type { PreparedPackage } from './prepare-package.ts'
import { contentOf, manifestBytes } from './publish-package.ts'

const MANIFEST = 'manifest.json'

/** Name of a file in a directory that holds one package. */
export function fileName(entry: PackageFile): string {
  return basename(entry.key)
}

/**
 * Writes a package into a directory. Everything is written beside it first and then moved, the manifest last; files that
 * an earlier package left there and this one does not have are removed, anything else is left alone.
 *
 * @throws {EdpError} `store_failure` naming the directory; then nothing of the package stands there.
 */
export async function writePackage(
  directory: string,
  catalogue: Catalogue,
  prepared: PreparedPackage,
): Promise<void> {
  const target = resolve(directory)
  const staging = join(dirname(target), `.${basename(target)}-${randomUUID()}`)
  const names = prepared.files.map(({ entry }) => fileName(entry))
  try {
    await mkdir(staging, { recursive: true })
    for (const { entry, source } of prepared.files)
      await writeFlushed(join(staging, fileName(entry)), await contentOf(catalogue, entry, source))
    await writeFlushed(join(staging, MANIFEST), manifestBytes(prepared))
    const stale = (await earlierNames(target)).filter((name) => !names.includes(name))
    await mkdir(target, { recursive: true })
    await rm(join(target, MANIFEST), { force: true })
    for (const name of stale) await rm(join(target, name), { force: true })
    for (const name of [...names, MANIFEST]) await rename(join(staging, name), join(target, name))
  } catch (error) {
    if (error instanceof EdpError) throw error
    const { code, message } = error as NodeJS.ErrnoException
    throw new EdpError('store_failure', `cannot write to ${target}: ${code ?? message}`, [], { cause: error })
  } finally {
    // Whatever happens here: the first error is the one that tells.
    await rm(staging, { recursive: true, force: true }).catch(() => undefined)
  }
}

/** Names of the package that the directory now holds; none when its manifest.json is something else's. */
async function earlierNames(target: string): Promise<string[]> {
  try {
    const manifest = PackageManifest.parse(JSON.parse(await readFile(join(target, MANIFEST), 'utf8')))
    return manifest.files.map(fileName).filter((name) => name !== '..' && name !== '.')
  } catch {
    return []
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
