import { EdpError } from '@edp/schemas'
import { parseDocument } from 'yaml'

/** Larger files are no catalogue files. */
const SIZE_MAX = 4_000_000
/** Device lists share protocol maps by aliases; a bomb needs far more. */
const ALIAS_MAX = 2000

/**
 * Plain data of a YAML 1.2 core text: no custom tags, no duplicate keys, limited size and aliases.
 *
 * @throws {EdpError} `invalid_catalogue` with every syntax problem and its line.
 */
export function parseYaml(text: string, name: string): unknown {
  if (text.length > SIZE_MAX) {
    throw new EdpError('invalid_catalogue', `${name}: ${text.length} characters, at most ${SIZE_MAX}`)
  }
  const document = parseDocument(text, { schema: 'core', uniqueKeys: true, strict: true })
  const faults = [...document.errors, ...document.warnings]
  if (faults.length > 0) {
    throw new EdpError(
      'invalid_catalogue',
      `${name}: not valid YAML`,
      faults.map((fault) => ({
        path: [fault.linePos?.[0].line ?? 0],
        type: fault.code,
        message: fault.message.split('\n')[0] ?? '',
      })),
    )
  }
  try {
    return document.toJS({ maxAliasCount: ALIAS_MAX })
  } catch (error) {
    throw new EdpError('invalid_catalogue', `${name}: too many aliases`, [], { cause: error })
  }
}
