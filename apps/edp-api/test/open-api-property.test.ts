import { EdpError } from '@edp/schemas'
import { exampleDocument } from '@edp/testing'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { fakeGenerate } from './setup/fake-generate.ts'
import { testService, type TestReply, type TestService } from './setup/http.ts'

interface Schema {
  readonly type?: string
  readonly enum?: readonly string[]
  readonly format?: string
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly properties?: Readonly<Record<string, Schema>>
}
interface Operation {
  readonly responses: Readonly<
    Record<string, { content?: Record<string, { schema: object }>; headers?: Record<string, unknown> }>
  >
}
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

const JOBS = '/edp-api/jobs'
const JOB = '/edp-api/jobs/{job_id}'
const RUNS = 200

/** The service, and the description that it gives of itself: nothing else is known to these tests. */
async function described(): Promise<{ service: TestService; check: Check; payload: Schema }> {
  const service = await testService({
    jobs: {
      queue_limit: 10_000,
      // Most jobs fail at once, some complete: both are answers that the description knows.
      generate: (payload, inputs) =>
        payload.target_gpu_count % 4 === 0
          ? fakeGenerate(payload, inputs)
          : Promise.reject(new EdpError('internal', 'planned')),
    },
  })
  const document = (await service.request('GET', '/edp-api/openapi.json')).json as unknown as Description
  return { service, check: checker(document), payload: document.components.schemas['ConfiguratorPayload']! }
}

type Check = (path: string, method: string, reply: TestReply) => void

/** Whether a reply is one of those that the description lists for an operation, headers and body included. */
function checker(document: Description): Check {
  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  ajv.addSchema(document, 'openapi')
  const compiled = new Map<string, ValidateFunction>()
  return (path, method, reply) => {
    expect(reply.status, reply.text).toBeLessThan(500)
    const { responses } = document.paths[path]![method]!
    const status = String(reply.status) in responses ? String(reply.status) : 'default'
    const { content, headers = {} } = responses[status]!
    const type = (reply.headers.get('content-type') ?? '').split(';')[0]!
    expect(Object.keys(content ?? {}), `${status} ${reply.text}`).toContain(type)
    for (const header of Object.keys(headers)) expect(reply.headers.get(header), header).not.toBeNull()
    const pointer = ['paths', path, method, 'responses', status, 'content', type, 'schema']
      .map((key) => encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1')))
      .join('/')
    const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `openapi#/${pointer}` })
    compiled.set(pointer, validate)
    expect(validate(reply.json), `${reply.text}: ${ajv.errorsText(validate.errors)}`).toBe(true)
  }
}

/** Values that a schema allows. */
function allowed(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  if (schema.format === 'uuid') return fc.uuid()
  if (schema.format === 'email') return fc.emailAddress()
  const { minimum: min = 0, maximum: max = 1e6, maxLength = 50 } = schema
  if (schema.type === 'integer') return fc.integer({ min, max: Math.min(max, 2 ** 31 - 1) })
  if (schema.type === 'number') return fc.double({ min, max, noNaN: true })
  if (schema.type === 'string') return fc.string({ unit: 'grapheme', maxLength: maxLength >> 3 })
  return fc.record(
    Object.fromEntries(Object.entries(schema.properties ?? {}).map(([k, s]) => [k, allowed(s)])),
  )
}

/** Documents that are nearly right: a few fields of the example are something else. */
function nearly(schema: Schema): fc.Arbitrary<unknown> {
  const example = exampleDocument('commercial_ac')
  const fields = Object.entries(schema.properties ?? {})
  const change = fc
    .constantFrom(...fields)
    .chain(([name, field]) =>
      fc.oneof(allowed(field), fc.jsonValue(), fc.constant(undefined)).map((value) => [name, value] as const),
    )
  return fc
    .array(change, { minLength: 1, maxLength: 3 })
    .map((changes) => ({ ...example, ...(Object.fromEntries(changes) as object) }))
}

test('POST: whatever is sent, the answer is one that the description lists, and never 5xx', async () => {
  const { service, check, payload } = await described()
  const isPayload = new Ajv2020({ strict: false, validateFormats: false }).compile(payload)
  const seen = new Set<number>()
  const body = fc.oneof(
    { weight: 3, arbitrary: nearly(payload).map((value) => JSON.stringify(value)) },
    { weight: 2, arbitrary: allowed(payload).map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: fc.json({ maxDepth: 6 }) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
  )
  const type = fc.oneof(
    { weight: 9, arbitrary: fc.constant('application/json') },
    { weight: 1, arbitrary: fc.constantFrom('text/json', 'application/JSON; charset="UTF-8"', 'a/b', 'x') },
  )
  await fc.assert(
    fc.asyncProperty(body, type, async (sent, contentType) => {
      const reply = await service.request('POST', JOBS, {
        body: sent,
        headers: { 'content-type': contentType },
      })
      check(JOBS, 'post', reply)
      seen.add(reply.status)
      // What the description forbids is never accepted.
      if (reply.status === 202) expect(isPayload(JSON.parse(sent as string))).toBe(true)
    }),
    { numRuns: RUNS },
  )
  expect([...seen].sort()).toEqual([202, 415, 422])
})

test('GET: whatever is asked for, the answer is one that the description lists, and never 5xx', async () => {
  const { service, check, payload } = await described()
  const ids: string[] = []
  for (let gpus = 1; gpus <= 8; gpus++) {
    const reply = await service.request('POST', JOBS, {
      body: { ...exampleDocument('commercial_ac'), target_gpu_count: gpus },
    })
    ids.push(reply.json['job_id'] as string)
  }
  expect(payload.properties).toBeDefined()
  const seen = new Set<number>()
  const id = fc.oneof(
    fc.constantFrom(...ids, ...ids.map((known) => known.toUpperCase())),
    fc.uuid(),
    fc.string({ unit: 'binary', minLength: 1 }).map(encodeURIComponent),
    fc.constantFrom('%', '%E0%A4%A', '..%2f..', '%00', ' ', "'", '__proto__', 'x'.repeat(5_000)),
  )
  await fc.assert(
    fc.asyncProperty(id, async (asked) => {
      const reply = await service.request('GET', `${JOBS}/${asked}`)
      check(JOB, 'get', reply)
      seen.add(reply.status)
    }),
    { numRuns: RUNS },
  )
  // 405 is for ids that are none: `.` and `..` are paths.
  expect([...seen].filter((status) => status !== 405).sort()).toEqual([200, 400, 404])
})

test('other methods on both paths are answered with 405 in the shape of the description', async () => {
  const { service, check } = await described()
  for (const method of ['GET', 'PUT', 'PATCH', 'DELETE']) {
    const reply = await service.request(method, JOBS)
    expect(reply.status).toBe(405)
    check(JOBS, 'post', reply)
  }
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
    const reply = await service.request(method, `${JOBS}/x`)
    expect(reply.status).toBe(405)
    check(JOB, 'get', reply)
  }
})
