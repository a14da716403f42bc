import { expect, test } from 'vitest'

import { parseStrictJson } from './strict-json.ts'

const parse = (text: string): unknown => parseStrictJson(new TextEncoder().encode(text))
const problemsOf = (text: string): unknown => {
  try {
    return parse(text)
  } catch (error) {
    return (error as { problems: { path: unknown[]; type: string }[] }).problems.map((p) => [
      p.path.join('.'),
      p.type,
    ])
  }
}

test.each([
  '{}',
  '[1,2,{"a":1},{"a":2}]',
  '{"a":{"b":1},"b":{"b":-0.5e-3}}',
  '{"text":"{\\"a\\":1,\\"a\\":2}","b":"1e400"}',
  ' { "a" : "\\\\" , "b" : [ ] } ',
  '"text"',
  '{"a":"\\ud83d\\ude00 \\u0000"}',
])('%s is read as JSON.parse reads it', (text) => {
  expect(parse(text)).toEqual(JSON.parse(text))
})

test.each([
  ['{"a":1,"a":2}', [['a', 'duplicate_key']]],
  ['{"a":1,"\\u0061":2}', [['a', 'duplicate_key']]],
  ['{"x":{"a":1,"b":2,"a" :3}}', [['x.a', 'duplicate_key']]],
  ['[0,{"a":1e400}]', [['1.a', 'finite_number']]],
  [
    '{"a":-1e999,"b":1,"b":2}',
    [
      ['a', 'finite_number'],
      ['b', 'duplicate_key'],
    ],
  ],
  ['{"a":NaN}', [['', 'json_invalid']]],
  ['{"a":Infinity}', [['', 'json_invalid']]],
  ['{"a":"\\ud800"}', [['a', 'string_unicode']]],
  ['{"b":["x","\\udc00\\ud800"]}', [['b.1', 'string_unicode']]],
  ['{"\\udfff":1}', [['', 'string_unicode']]],
  ["{'a':1}", [['', 'json_invalid']]],
  ['{"a":1,}', [['', 'json_invalid']]],
  ['', [['', 'json_invalid']]],
  ['\ufeff{"a":1', [['', 'json_invalid']]],
  ['['.repeat(100) + ']'.repeat(100), [['', 'json_invalid']]],
])('%s is refused', (text, problems) => {
  expect(problemsOf(text)).toEqual(problems)
})

test('text that is not UTF-8 is refused', () => {
  expect(() => parseStrictJson(Uint8Array.of(0x22, 0xff, 0x22))).toThrow('UTF-8')
})

test.each([
  ['{"__proto__":{"polluted":1}}', [['__proto__', 'reserved_key']]],
  ['{"\\u005f_proto__":null,"a":1}', [['__proto__', 'reserved_key']]],
  [
    '{"a":[{"constructor":{"prototype":{}}}]}',
    [
      ['a.0.constructor', 'reserved_key'],
      ['a.0.constructor.prototype', 'reserved_key'],
    ],
  ],
])('%s is refused, and no prototype is changed', (text, problems) => {
  expect(problemsOf(text)).toEqual(problems)
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
})

test('such names are no problem as values', () => {
  expect(parse('{"a":"__proto__","b":["constructor"]}')).toEqual({ a: '__proto__', b: ['constructor'] })
})
