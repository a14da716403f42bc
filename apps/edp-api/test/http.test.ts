import { gzipSync } from 'node:zlib'

import { JobCreated, JobResult, packagePrefix } from '@edp/schemas'
import { EXAMPLE_NAMES, exampleDocument } from '@edp/testing'
import { describe, expect, test } from 'vitest'

import type { JobService } from '../src/jobs/job-service.ts'
import { gatedGenerate } from './setup/fakes.ts'
import { testService, type TestReply, type TestService } from './setup/http.ts'
import { ended } from './setup/packages.ts'

const JOBS = '/edp-api/jobs'
const post = async (service: TestService, body: unknown, headers = {}): Promise<TestReply> =>
  service.request('POST', JOBS, { body, headers })
const details = (reply: TestReply): { type: string; loc: unknown[]; msg: string; input: unknown }[] =>
  reply.json['detail'] as { type: string; loc: unknown[]; msg: string; input: unknown }[]

describe('POST and GET of a job', () => {
  test('202 with Location, then the same urls until the end', async () => {
    const service = await testService()
    const reply = await post(service, exampleDocument('commercial_ac'))
    expect(reply.status).toBe(202)
    const created = JobCreated.parse(reply.json)
    expect(created.status_url).toBe(`${JOBS}/${created.job_id}`)
    expect(reply.headers.get('location')).toBe(created.status_url)
    const poll = async (): Promise<JobResult> =>
      JobResult.parse((await service.request('GET', created.status_url)).json)
    expect((await poll()).edp_artifact_urls).toEqual(created.edp_artifact_urls)
    const result = await ended(poll)
    expect(result).toEqual({ status: 'complete', edp_artifact_urls: created.edp_artifact_urls, error: null })
  })

  test('the urls follow the order of the artifact table of the seed', async () => {
    const service = await testService()
    const document = exampleDocument('commercial_ac')
    const { edp_artifact_urls } = JobCreated.parse((await post(service, document)).json)
    const prefix = `s3://arcnode-artifacts/${packagePrefix(String(document['deployment_id']))}`
    expect(edp_artifact_urls.map((ref) => ref.url.replace(prefix, ''))).toEqual([
      ...['bom.json', 'bom.xlsx', 'compute_container.step', 'compute_container.glb'],
      ...['grid_container.step', 'grid_container.glb'],
      ...['cg', 'bg-ac', 'cd', 'ex-g', 'ex-l', 'ex-f', 'ex-n', 'ex-c'].flatMap((p) =>
        ['step', 'dxf', 'pdf'].map((f) => `plate_${p}.${f}`),
      ),
      ...['sld.dxf', 'sld.pdf', 'pid_cooling.dxf', 'pid_cooling.pdf', 'comms.dxf', 'comms.pdf'],
      ...['cable_hose_schedule.json', 'cable_hose_schedule.xlsx'],
      ...['installation_graph.dxf', 'installation_graph.pdf', 'dtm.json'],
    ])
  })

  test('key order, white space and an upper-case deployment id make no other job', async () => {
    const service = await testService()
    const document = exampleDocument('federal_ac')
    const reversed = Object.fromEntries(Object.entries(document).reverse())
    const upper = {
      ...reversed,
      deployment_id: String(document['deployment_id']).toUpperCase(),
      unknown_field: 1,
    }
    const first = await post(service, document)
    const second = await post(service, JSON.stringify(upper, null, 4))
    expect(second.status).toBe(202)
    expect(second.json).toEqual(first.json)
  })

  test.each(EXAMPLE_NAMES)('example %s is accepted', async (name) => {
    expect((await post(await testService(), exampleDocument(name))).status).toBe(202)
  })

  test('POST answers while packages are made', async () => {
    const gate = gatedGenerate()
    const service = await testService({ jobs: { generate: gate.generate } })
    const created = JobCreated.parse((await post(service, exampleDocument('dod_ac'))).json)
    const running = await service.request('GET', created.status_url)
    expect(running.json).toMatchObject({ status: 'running', error: null })
    gate.open()
  })

  test('an unknown job and an id that is none are 404', async () => {
    const service = await testService()
    for (const id of ['00000000-0000-5000-8000-000000000000', 'nonsense', '..%2f..%2fetc%2fpasswd', '%00']) {
      const reply = await service.request('GET', `${JOBS}/${id}`)
      expect(reply.status, id).toBe(404)
      expect(reply.json, id).toMatchObject({ code: 'unknown_job' })
    }
  })
})

describe('422 in the shape of FastAPI', () => {
  test('every problem of every field at once', async () => {
    const reply = await post(await testService(), {
      deployment_id: 'x',
      contact_email: 'nobody',
      energy_source: 'coal',
      source_capacity_mw: -1,
      target_gpu_count: 1.5,
      bess_capacity_mwh: '5',
    })
    expect(reply.status).toBe(422)
    const problems = details(reply)
    for (const problem of problems) {
      expect(Object.keys(problem).sort()).toEqual(['input', 'loc', 'msg', 'type'])
      expect(problem.loc[0]).toBe('body')
    }
    const fields = problems.map((p) => String(p.loc[1]))
    expect(new Set(fields)).toEqual(new Set(Object.keys(exampleDocument('commercial_ac'))))
    expect(problems.find((p) => p.loc[1] === 'operator_org')).toMatchObject({ type: 'missing' })
    expect(problems.find((p) => p.loc[1] === 'energy_source')).toMatchObject({ input: 'coal' })
  })

  test.each([
    [
      'a battery without capacity',
      { bess_capacity_mwh: 0 },
      'bess_coupling',
      'bess_coupling=NONE iff bess_capacity_mwh=0',
    ],
    [
      'a capacity without battery',
      { bess_coupling: 'none' },
      'bess_coupling',
      'bess_coupling=NONE iff bess_capacity_mwh=0',
    ],
    [
      'a federal site in the standard partition',
      { deployment_context: 'sovereign_government', aws_partition: 'standard' },
      'aws_partition',
      'aws_partition=standard only valid for deployment_context=commercial',
    ],
    [
      'integrated DC for defense',
      { deployment_context: 'defense_forward', aws_partition: 'none', bess_coupling: 'dc_integrated_pcs' },
      'bess_coupling',
      'defense_forward + dc_integrated_pcs is not procurable (CATL exclusion)',
    ],
  ])('rule of the seed: %s', async (_name, changes, field, message) => {
    const reply = await post(await testService(), exampleDocument('commercial_ac', changes))
    expect(reply.status).toBe(422)
    expect(details(reply)).toMatchObject([
      { loc: ['body', field], msg: expect.stringContaining(message) as unknown },
    ])
  })

  test('a site above the size limit: the limit is named', async () => {
    const service = await testService({ jobs: { limits: { compute_containers_max: 10 } } })
    const reply = await post(service, exampleDocument('commercial_ac', { target_gpu_count: 561 }))
    expect(reply.status).toBe(422)
    expect(details(reply)).toMatchObject([
      { type: 'size_limit', loc: ['body', 'target_gpu_count'], input: 561 },
    ])
    expect(details(reply)[0]?.msg).toContain('10')
  })

  test.each([
    ['null', 'null'],
    ['an array', '[]'],
    ['a text', '"payload"'],
    ['a number', '5'],
    ['an empty object', '{}'],
    ['nothing', ''],
    ['half of a document', '{"deployment_id": "'],
    ['a trailing comma', '{"a":1,}'],
    ['NaN', '{"source_capacity_mw": NaN}'],
    ['an infinite number', '{"source_capacity_mw": 1e400}'],
    ['a key twice', '{"target_gpu_count": 1, "target_gpu_count": 2}'],
    ['deep nesting', `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
    ['a prototype as key', '{"__proto__": {"deployment_id": "x"}, "constructor": {"prototype": {}}}'],
    ['bytes that are no text', Buffer.from([0x7b, 0xff, 0xfe, 0x7d])],
  ])('hostile body: %s', async (_name, body) => {
    const service = await testService()
    const reply = await post(service, body)
    expect(reply.status).toBe(422)
    expect(details(reply).length).toBeGreaterThan(0)
    expect(await service.store.list('edp')).toEqual([])
    expect(({} as Record<string, unknown>)['deployment_id']).toBeUndefined()
  })

  test.each([
    ['deployment_id', '../../etc/passwd'],
    ['deployment_id', 'a5c5c1de-0000-4000-8000-00000000000g'],
    ['deployment_id', { $ne: null }],
    ['target_gpu_count', 1e300],
    ['target_gpu_count', 0],
    ['target_gpu_count', '56'],
    ['target_gpu_count', true],
    ['bess_coupling', 'toString'],
    ['climate_zone', '__proto__'],
    ['operator_org', 'x'.repeat(10_000)],
    ['contact_email', 'a@b\r\nBcc: c@d.example'],
  ])('hostile %s: %j', async (field, value) => {
    const reply = await post(await testService(), exampleDocument('commercial_ac', { [field]: value }))
    expect(reply.status).toBe(422)
    expect(details(reply).map((p) => p.loc[1])).toContain(field)
  })

  test.each([
    'line\nbreak',
    '=cmd|calc',
    '😀 深圳 Ωμέγα',
    '<script>alert(1)</script>',
    '  0\nSECTION\n  2\nENTITIES',
    '',
  ])('a free text may hold anything: %j', async (deployment_site_name) => {
    const reply = await post(await testService(), exampleDocument('commercial_ac', { deployment_site_name }))
    expect(reply.status).toBe(202)
  })
})

describe('other errors have one shape', () => {
  const shape = (reply: TestReply, status: number, code: string): void => {
    expect(reply.status).toBe(status)
    expect(Object.keys(reply.json).sort()).toEqual(['code', 'detail', 'request_id'])
    expect(reply.json['code']).toBe(code)
    expect(reply.headers.get('x-request-id')).toBe(reply.json['request_id'])
  }

  test('404, 405 with Allow', async () => {
    const service = await testService()
    shape(await service.request('GET', '/'), 404, 'not_found')
    shape(await service.request('GET', '/edp-api/nothing'), 404, 'not_found')
    const wrong = await service.request('DELETE', JOBS)
    shape(wrong, 405, 'method_not_allowed')
    expect(wrong.headers.get('allow')).toBe('POST')
    shape(await service.request('PUT', `${JOBS}/x`), 405, 'method_not_allowed')
  })

  test('413 above the body limit', async () => {
    shape(await post(await testService(), ' '.repeat(65 * 1024)), 413, 'body_too_large')
  })

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/json-patch+json',
    'application/json; charset=utf-16',
    'multipart/form-data; boundary=x',
  ])('415 for %s', async (type) => {
    const body = JSON.stringify(exampleDocument('commercial_ac'))
    shape(await post(await testService(), body, { 'content-type': type }), 415, 'unsupported_media_type')
  })

  test('415 for a compressed body', async () => {
    const body = gzipSync(JSON.stringify(exampleDocument('commercial_ac')))
    shape(
      await post(await testService(), body, { 'content-encoding': 'gzip' }),
      415,
      'unsupported_media_type',
    )
  })

  test('503 with Retry-After when the queue is full', async () => {
    const gate = gatedGenerate()
    const service = await testService({ jobs: { generate: gate.generate, queue_limit: 1 } })
    expect((await post(service, exampleDocument('commercial_ac'))).status).toBe(202)
    const reply = await post(service, exampleDocument('federal_ac'))
    shape(reply, 503, 'busy')
    expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0)
    gate.open()
  })

  test('500 tells a request id and nothing of the inside', async () => {
    const service = await testService({
      app: {
        jobs: {
          result: () => Promise.reject(new TypeError('secret of /home/someone/file.ts')),
        } as unknown as JobService,
      },
    })
    const reply = await service.request('GET', `${JOBS}/00000000-0000-5000-8000-000000000000`)
    shape(reply, 500, 'internal')
    expect(reply.text).not.toContain('secret')
    expect(service.log.join('')).toContain('secret')
    expect(service.log.join('')).toContain(String(reply.json['request_id']))
  })
})

describe('bearer tokens', () => {
  const tokens = ['first-token-0123456789', 'second-token-0123456789']

  test('each token opens, anything else is 401', async () => {
    const service = await testService({ app: { tokens } })
    const document = exampleDocument('commercial_ac')
    for (const token of tokens)
      expect((await post(service, document, { authorization: `Bearer ${token}` })).status).toBe(202)
    for (const authorization of [
      '',
      'Bearer ',
      'Bearer wrong',
      `Basic ${tokens[0]!}`,
      `Bearer ${tokens[0]!}x`,
    ]) {
      const reply = await post(service, document, { authorization })
      expect(reply.status, authorization).toBe(401)
      expect(reply.headers.get('www-authenticate')).toBe('Bearer')
    }
    expect((await service.request('GET', '/edp-api/metrics')).status).toBe(401)
  })

  test('health needs none', async () => {
    const service = await testService({ app: { tokens } })
    expect((await service.request('GET', '/edp-api/health')).status).toBe(200)
  })
})

describe('operation', () => {
  test('health tells liveness and readiness', async () => {
    const service = await testService()
    const health = await service.request('GET', '/edp-api/health')
    expect(health.json).toMatchObject({ status: 'ok', ready: true, store: 'ok', version: '1.2.3' })
    expect((await service.request('GET', '/edp-api/health/ready')).status).toBe(200)
  })

  test('a store that cannot be reached: alive, not ready, jobs 503', async () => {
    const down = (): Promise<never> =>
      Promise.reject(Object.assign(new Error('down'), { code: 'store_failure' }))
    const service = await testService({
      app: {
        jobs: { result: down, submit: down } as unknown as JobService,
        health: { version: '1', active_jobs: () => 0, is_stopping: () => false, probeStore: down },
      },
    })
    expect((await service.request('GET', '/edp-api/health')).json).toMatchObject({
      status: 'ok',
      ready: false,
    })
    expect((await service.request('GET', '/edp-api/health/ready')).status).toBe(503)
    expect((await service.request('GET', '/edp-api/health/live')).status).toBe(200)
    const reply = await post(service, exampleDocument('commercial_ac'))
    expect(reply.status).toBe(503)
    expect(reply.json['code']).toBe('store_unavailable')
  })

  test('the page to read loads its style from here and nothing from elsewhere, over HTTP, too', async () => {
    const service = await testService()
    const page = await service.request('GET', '/edp-api/docs')
    expect(page.headers.get('content-security-policy')).toBe(
      "default-src 'none';style-src 'self';base-uri 'none';form-action 'none';frame-ancestors 'none'",
    )
    const loaded = [...page.text.matchAll(/\b(?:src|href)="([^"#]+)"/g)].map(([, url = '']) => url)
    expect(loaded.sort()).toEqual(['/edp-api/docs/style.css', '/edp-api/openapi.json'])
    for (const [url, type] of [
      ['/edp-api/docs/style.css', 'text/css'],
      ['/edp-api/openapi.json', 'application/json'],
    ] as const)
      expect((await service.request('GET', url)).headers.get('content-type')).toContain(type)
    expect(page.text).not.toMatch(/url\(|@import|<script|<img|<iframe/)
  })

  test('metrics count requests and are readable text', async () => {
    const service = await testService()
    await service.request('GET', '/edp-api/health')
    const { text, headers } = await service.request('GET', '/edp-api/metrics')
    expect(headers.get('content-type')).toContain('text/plain')
    expect(text).toContain('edp_http_request_seconds_count{method="GET",route="/health",status="200"} 1')
    expect(text).toContain('edp_jobs_active 0')
  })

  test('every request is logged with its id, a plain one of the caller is kept', async () => {
    const service = await testService()
    const reply = await post(service, exampleDocument('commercial_ac'), { 'x-request-id': 'trace-42' })
    expect(reply.headers.get('x-request-id')).toBe('trace-42')
    const lines = service.log.map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(lines.find((l) => l['msg'] === 'job accepted')).toMatchObject({
      request_id: 'trace-42',
      job_id: reply.json['job_id'],
    })
    const hostile = await service.request('GET', '/edp-api/health', { headers: { 'x-request-id': 'a b"c' } })
    expect(hostile.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('security headers, and nothing about the server', async () => {
    const { headers } = await (await testService()).request('GET', '/edp-api/docs')
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  })
})
