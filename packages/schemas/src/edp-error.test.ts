import { expect, test } from 'vitest'
import * as z from 'zod'

import { EdpError, parseWith } from './edp-error.ts'

const Schema = z.strictObject({ a: z.int(), b: z.enum(['x', 'y']), c: z.strictObject({ d: z.string() }) })

test('all problems of a document come at once, each with path, found value and what was expected', () => {
  try {
    parseWith(Schema, { a: 'one', b: 'z', c: {}, e: 1 }, 'invalid_catalogue', 'spec.yaml')
    expect.unreachable()
  } catch (error) {
    if (!(error instanceof EdpError)) throw error
    expect(error.code).toBe('invalid_catalogue')
    expect(error.problems.map((p) => [p.path.join('.'), p.type])).toEqual([
      ['a', 'invalid_type'],
      ['b', 'invalid_value'],
      ['c.d', 'missing'],
      ['', 'unrecognized_keys'],
    ])
    expect(error.message).toContain('b: Invalid option: expected one of "x"|"y", found "z"')
    expect(error.message).toContain('spec.yaml: 4 problems')
  }
})
