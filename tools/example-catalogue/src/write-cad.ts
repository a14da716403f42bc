import { mkdirSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

import { buildCatalogue, CATALOGUE } from './build-catalogue.ts'
import { LOCK_FILE, lockText, type LockedFile } from './catalogue-lock.ts'

// Usage: write-cad.ts [folder] [key prefix]. Without arguments it writes all CAD files and the lock of examples/catalogue; with a key
// prefix only the folders that begin with it, and no lock.
const [folder, prefix = ''] = process.argv.slice(2)
const target = folder === undefined ? CATALOGUE : pathToFileURL(`${resolve(folder)}/`)
const lock: Record<string, LockedFile> = {}
for await (const { key, content, locked } of buildCatalogue((candidate) => candidate.startsWith(prefix))) {
  const url = new URL(key, target)
  mkdirSync(new URL('.', url), { recursive: true })
  writeFileSync(url, content)
  lock[key] = locked
  console.log(`${String(content.length).padStart(8)}  ${key}`)
}
if (prefix === '') writeFileSync(new URL(LOCK_FILE, target), lockText(lock))
