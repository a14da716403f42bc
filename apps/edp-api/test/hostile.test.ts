import { exampleDocument } from '@edp/testing'
import { describe, expect, test } from 'vitest'

import { testService } from './setup/http.ts'

const JOBS = '/edp-api/jobs'
const valid = exampleDocument('commercial_ac')
const validText = JSON.stringify(valid)
/** A valid document with one field replaced by text as it is. */
const withRaw = (field: string, raw: string): string =>
  validText.replace(new RegExp(`"${field}":("[^"]*"|[^,}]+)`), `"${field}":${raw}`)
const withField = (field: string, value: unknown): string => JSON.stringify({ ...valid, [field]: value })
const nested = (open: string, close: string, depth: number): string =>
  open.repeat(depth) + close.repeat(depth)

interface Attack {
  readonly name: string
  readonly body: string | Uint8Array
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
}

/** What an attacker or a broken caller may send. 422 unless the row says otherwise; never 2xx, never 5xx, never a trace. */
const ATTACKS: readonly Attack[] = [
  // huge
  { name: 'a body above the limit', body: withField('operator_org', 'x'.repeat(70_000)), status: 413 },
  {
    name: 'twenty thousand keys',
    body: `{${Array.from({ length: 20_000 }, (_, i) => `"k${i}":1`).join()}}`,
    status: 413,
  },
  {
    name: 'a thousand unknown keys and nothing else',
    body: `{${Array.from({ length: 1_000 }, (_, i) => `"k${i}":1`).join()}}`,
  },
  { name: 'a long text', body: withField('operator_org', 'x'.repeat(10_000)) },
  { name: 'a long e-mail address', body: withField('contact_email', `${'a'.repeat(300)}@example.org`) },
  { name: 'a number of 5,000 digits', body: withRaw('target_gpu_count', '9'.repeat(5_000)) },
  { name: '10^9 GPUs', body: withField('target_gpu_count', 10 ** 9) },
  { name: '10^9 and one GPUs', body: withField('target_gpu_count', 10 ** 9 + 1) },
  { name: 'more GPUs than an integer counts', body: withField('target_gpu_count', 2 ** 53) },
  { name: 'a battery of a million MWh', body: withField('bess_capacity_mwh', 1e6) },
  // deep
  { name: 'arrays in arrays', body: nested('[', ']', 20_000) },
  { name: 'objects in objects', body: nested('{"a":', '}', 9_000).replace(':}', ':0}') },
  { name: 'a deep unknown field', body: `{"deep":${nested('[', ']', 5_000)},${validText.slice(1)}` },
  // wrong types
  ...[null, true, 0, '56', [56], { gpus: 56 }, 1.5, -1].map((value) => ({
    name: `target_gpu_count ${JSON.stringify(value)}`,
    body: withField('target_gpu_count', value),
  })),
  ...[null, 0, [], {}, true].map((value) => ({
    name: `deployment_id ${JSON.stringify(value)}`,
    body: withField('deployment_id', value),
  })),
  { name: 'a query operator', body: withField('deployment_id', { $ne: null }) },
  { name: 'a document in an array', body: `[${validText}]` },
  { name: 'a document as a text', body: JSON.stringify(validText) },
  { name: 'two documents', body: validText + validText },
  { name: 'nothing', body: '' },
  { name: 'spaces', body: '   \n' },
  // unicode
  { name: 'half a surrogate pair', body: withRaw('operator_org', '"\\ud800"') },
  { name: 'surrogates the wrong way round', body: withRaw('deployment_site_name', '"\\udc00\\ud800"') },
  { name: 'bytes that are no text', body: Buffer.from([0x7b, 0xff, 0xfe, 0x7d]) },
  {
    name: 'an overlong encoding',
    body: Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xc0, 0xaf]), Buffer.from('"}')]),
  },
  { name: 'UTF-16', body: Buffer.from(validText, 'utf16le') },
  {
    name: 'full-width digits in an id',
    body: withField('deployment_id', 'ａ5c5c1de-0000-4000-8000-000000000000'),
  },
  { name: 'a Cyrillic letter in an enum', body: withField('energy_source', 'grіd') },
  { name: 'a zero-width joiner in an enum', body: withField('climate_zone', 'temperate\u200d') },
  {
    name: 'a right-to-left override in an id',
    body: withField('deployment_id', '\u202ea5c5c1de-0000-4000-8000-000000000000'),
  },
  { name: 'a NUL in an id', body: withField('deployment_id', 'a5c5c1de-0000-4000-8000-000000000000\u0000') },
  { name: 'a homoglyph key', body: validText.replace('"operator_org"', '"оperator_org"') },
  { name: 'a header in an address', body: withField('contact_email', 'a@b.example\r\nBcc: c@d.example') },
  // paths and keys
  ...[
    '../../etc/passwd',
    '..',
    '',
    'a5c5c1de/0000',
    'edp-jobs',
    '%2e%2e',
    'a5c5c1de-0000-4000-8000-000000000000/../x',
  ].map((id) => ({ name: `deployment_id ${JSON.stringify(id)}`, body: withField('deployment_id', id) })),
  // prototypes
  { name: '__proto__ with a payload', body: `{"__proto__":${validText}}` },
  { name: 'constructor.prototype', body: `{"constructor":{"prototype":${validText}}}` },
  { name: '__proto__ beside a payload', body: `{"__proto__":{"isAdmin":true},${validText.slice(1)}` },
  { name: '__proto__ escaped', body: `{"\\u005f\\u005fproto__":null,${validText.slice(1)}` },
  { name: '__proto__ in an unknown field', body: `{"x":[{"__proto__":{}}],${validText.slice(1)}` },
  { name: 'constructor beside a payload', body: `{"constructor":{"prototype":{}},${validText.slice(1)}` },
  { name: '__proto__ as a value', body: withField('climate_zone', '__proto__') },
  { name: 'toString as a value', body: withField('bess_coupling', 'toString') },
  { name: 'hasOwnProperty as a value', body: withField('gpu_variant', 'hasOwnProperty') },
  // duplicate keys
  { name: 'a key twice', body: `{"target_gpu_count":1,${validText.slice(1)}` },
  { name: 'a key twice, once escaped', body: `{"target_gpu_co\\u0075nt":1,${validText.slice(1)}` },
  { name: 'a key twice, inside an unknown field', body: `{"x":{"a":1,"a":2},${validText.slice(1)}` },
  // numbers
  ...['NaN', 'Infinity', '-Infinity', '1e400', '-1e999', '0x38', '056', '1e', '.5', '+1', '1_000'].map(
    (number) => ({
      name: `source_capacity_mw ${number}`,
      body: withRaw('source_capacity_mw', number),
    }),
  ),
  // syntax
  { name: 'a trailing comma', body: validText.replace(/}$/, ',}') },
  { name: 'a comment', body: `/* */${validText}` },
  { name: 'single quotes', body: validText.replaceAll('"', "'") },
  { name: 'half of it', body: validText.slice(0, 100) },
  { name: 'a script', body: '<script>alert(1)</script>' },
  { name: 'XML with an entity', body: '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>' },
  // what it says it is
  {
    name: 'a form',
    body: 'a=1',
    status: 415,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  },
  { name: 'no type', body: validText, status: 415, headers: { 'content-type': '' } },
  {
    name: 'two types',
    body: validText,
    status: 415,
    headers: { 'content-type': 'application/json, text/plain' },
  },
  { name: 'another encoding', body: validText, status: 415, headers: { 'content-encoding': 'br' } },
  {
    name: 'another character set',
    body: validText,
    status: 415,
    headers: { 'content-type': 'application/json; charset=utf-7' },
  },
]

describe('hostile payloads are refused and leave no trace', () => {
  test.each(ATTACKS)('$name', async ({ body, status = 422, headers = {} }) => {
    const service = await testService()
    const reply = await service.request('POST', JOBS, { body, headers })
    expect(reply.status).toBe(status)
    expect(reply.headers.get('content-type')).toMatch(/^application\/json/)
    // An answer is no echo: what was sent is quoted in part at most, and nothing of the inside is told.
    expect(reply.text.length).toBeLessThan(10_000 + body.length)
    expect(reply.text).not.toMatch(/node_modules|\.ts:\d|at \w+ \(/)
    expect(await service.store.list('')).toEqual([])
    expect(service.jobs.active).toBe(0)
    expect(Object.keys(Object.prototype)).toEqual([])
    expect(({} as Record<string, unknown>)['deployment_id']).toBeUndefined()
  })

  test('the table holds what it says: the document that it changes is accepted', async () => {
    expect((await (await testService()).request('POST', JOBS, { body: validText })).status).toBe(202)
    expect(withRaw('target_gpu_count', '57')).toContain('"target_gpu_count":57')
    expect(JSON.parse(withRaw('source_capacity_mw', '5'))).toMatchObject({ source_capacity_mw: 5 })
  })
})
