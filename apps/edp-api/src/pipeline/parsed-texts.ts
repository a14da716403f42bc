import { readFileSync } from 'node:fs'

import { sha256 } from '../storage/digests.ts'
import type { NamedText } from './generate.ts'

/** Texts that this process has parsed, by parser and content; a catalogue has a dozen assemblies. */
const parsed = new Map<string, unknown>()
const PARSED_MAX = 64

/** Where the bundle keeps what it has parsed beforehand, beside its files or above its chunks; the sources have none. */
const BUNDLED = ['./parsed/', '../parsed/'].map((path) => new URL(path, import.meta.url))

/**
 * The value of a text, which is parsed once for each content. The example catalogue has been parsed when the program was
 * bundled: a third of the time of a first package would be YAML.
 *
 * @throws {EdpError} what the parser objects to.
 */
export function parsedOnce<T>({ name, text }: NamedText, parser: Parser<T>): T {
  const key = parsedKey(text, parser)
  const known = parsed.get(key) ?? bundled(key)
  const value = known === undefined ? parser.parse(text, name) : (known as T)
  if (parsed.size >= PARSED_MAX) parsed.clear()
  parsed.set(key, value)
  return value
}

/** A pure parser and the name that tells its results from those of others. */
export interface Parser<T> {
  readonly kind: string
  readonly parse: (text: string, name: string) => T
}

/** Name under which the value of a text is kept. */
export function parsedKey(text: string, parser: Pick<Parser<unknown>, 'kind'>): string {
  return `${parser.kind}-${sha256(text)}`
}

function bundled(key: string): unknown {
  for (const folder of BUNDLED) {
    const text = textOrNull(new URL(`${key}.json`, folder))
    if (text !== null) return JSON.parse(text) as unknown
  }
  return undefined
}

function textOrNull(file: URL): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
