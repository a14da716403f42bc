import { EdpError, type Problem } from '@edp/schemas'

/** Deepest nesting of a document; a payload is flat. */
const DEPTH_MAX = 32
/** Keys by which objects of programs are changed, here or wherever a payload is passed on to. */
const RESERVED: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])
/** Strings, numbers and punctuation of a text that is already known to be JSON. */
const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|[{}[\]:,]/g

/**
 * Parses JSON and refuses what JSON.parse lets pass although readers disagree about it: a key that occurs twice or changes
 * objects of programs, a number that no double holds, half of a surrogate pair, and nesting without end.
 *
 * @throws {EdpError} `invalid_payload` with every problem.
 */
export function parseStrictJson(bytes: Uint8Array): unknown {
  const text = decode(bytes)
  const value = parse(text)
  const problems = scan(text)
  if (problems.length > 0) throw new EdpError('invalid_payload', 'configurator payload', problems)
  return value
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw invalid('the body is not UTF-8 text')
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw invalid(error instanceof Error ? error.message : 'not JSON')
  }
}

function invalid(reason: string): EdpError {
  // The parser quotes the text; a caller needs no more of it than fits a line.
  const message = `JSON decode error: ${reason.replaceAll(/\s+/g, ' ').slice(0, 120)}`
  return new EdpError('invalid_payload', 'configurator payload', [
    { path: [], type: 'json_invalid', message },
  ])
}

/** One open object or array; `key` is where the next value goes. */
interface Level {
  readonly keys: Set<string> | null
  key: string | number
}

function scan(text: string): Problem[] {
  const problems: Problem[] = []
  const levels: Level[] = []
  const at = (): (string | number)[] => levels.map((level) => level.key)
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const level = levels.at(-1)
    if (token === '{' || token === '[') {
      levels.push(token === '{' ? { keys: new Set(), key: '' } : { keys: null, key: 0 })
      if (levels.length > DEPTH_MAX)
        return [{ path: [], type: 'json_invalid', message: `nested deeper than ${DEPTH_MAX} levels` }]
    } else if (token === '}' || token === ']') levels.pop()
    else if (token === ',' && level?.keys === null) level.key = Number(level.key) + 1
    else if (token.startsWith('"')) {
      if (isBroken(token))
        problems.push({ path: at(), type: 'string_unicode', message: 'half of a surrogate pair is no text' })
      if (level?.keys == null || !isKey(text, index + token.length)) continue
      level.key = JSON.parse(token) as string
      problems.push(...keyProblems(level.key, level.keys, at()))
      level.keys.add(level.key)
    } else if (isInfinite(token))
      problems.push({
        path: at(),
        type: 'finite_number',
        message: `expected a finite number, found ${token.slice(0, 40)}`,
      })
  }
  return problems
}

function keyProblems(key: string, earlier: ReadonlySet<string>, path: (string | number)[]): Problem[] {
  const problems: Problem[] = []
  if (earlier.has(key)) problems.push({ path, type: 'duplicate_key', message: 'key occurs more than once' })
  if (RESERVED.has(key))
    problems.push({ path, type: 'reserved_key', message: 'this key is no field of any document' })
  return problems
}

/** Whether a token is a number that no double holds; the others hold no digit. */
function isInfinite(token: string): boolean {
  return /\d/.test(token) && !Number.isFinite(Number(token))
}

/** Whether a string token holds half of a surrogate pair. The bytes are UTF-8, so only an escape can bring one in. */
function isBroken(token: string): boolean {
  return token.includes('\\u') && /\p{Surrogate}/u.test(JSON.parse(token) as string)
}

/** Whether a string that ends at `end` is a key: a colon follows. */
function isKey(text: string, end: number): boolean {
  const colon = /\s*:/y
  colon.lastIndex = end
  return colon.test(text)
}
