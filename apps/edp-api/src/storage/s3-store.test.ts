import { describe, expect, test, type TestContext } from 'vitest'

import { faultProxy, once, type Plan } from '../../test/setup/fault-proxy.ts'
import { freshPrefix, motoSettings } from '../../test/setup/stores.ts'
import { digestsOf } from './digests.ts'
import type { S3Settings } from './s3-client.ts'
import { S3Store } from './s3-store.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const RETRY = { attempts: 6, first_pause_ms: 10, longest_pause_ms: 50, budget_ms: 20_000 }

/** A store whose requests meet faults, and one that sees the truth. */
async function stores(
  context: TestContext,
  plan: Plan,
  settings: Partial<S3Settings> = {},
): Promise<{ faulty: S3Store; honest: S3Store; faults: () => number }> {
  const moto = motoSettings(context)
  const honest = new S3Store(moto)
  await honest.createBucket()
  const { url, faults } = await faultProxy(moto.endpoint, plan)
  return { faulty: new S3Store({ ...moto, endpoint: url, retry: RETRY, ...settings }), honest, faults }
}

describe('faults that pass', () => {
  test.for(['reset', 'slow_down', 'internal_error', 'lost_reply', 'corrupted_upload'] as const)(
    'put outlasts %s',
    async (fault, context) => {
      const { faulty, honest, faults } = await stores(context, once(fault))
      const key = `${freshPrefix()}bom.json`
      expect(await faulty.put(key, bytes('content'))).toBe(true)
      expect(await honest.get(key)).toEqual(bytes('content'))
      expect(faults()).toBeGreaterThan(0)
    },
  )

  test.for(['reset', 'slow_down', 'internal_error', 'lost_reply', 'truncated', 'corrupted'] as const)(
    'get outlasts %s',
    async (fault, context) => {
      const { faulty, honest, faults } = await stores(context, once(fault))
      const key = `${freshPrefix()}bom.json`
      await honest.put(key, bytes('content of some length'))
      expect(await faulty.get(key)).toEqual(bytes('content of some length'))
      expect(faults()).toBeGreaterThan(0)
    },
  )

  test('a request that is never answered is given up and repeated', async (context) => {
    const { faulty, honest } = await stores(context, once('hang'), { deadline_ms: 500 })
    const key = `${freshPrefix()}bom.json`
    expect(await faulty.put(key, bytes('content'))).toBe(true)
    expect(await honest.get(key)).toEqual(bytes('content'))
  })
})

describe('create-if-absent', () => {
  test('a lost reply is no conflict: the store finds its own content', async (context) => {
    const { faulty, honest } = await stores(context, once('lost_reply'))
    const key = `${freshPrefix()}claim.json`
    expect(await faulty.put(key, bytes('mine'), { if_absent: true })).toBe(true)
    expect(await honest.get(key)).toEqual(bytes('mine'))
  })

  test('a lost reply to a loser is still a conflict', async (context) => {
    const { faulty, honest } = await stores(context, once('lost_reply'))
    const key = `${freshPrefix()}claim.json`
    await honest.put(key, bytes('theirs'))
    expect(await faulty.put(key, bytes('mine'), { if_absent: true })).toBe(false)
    expect(await honest.get(key)).toEqual(bytes('theirs'))
  })
})

describe('faults that stay', () => {
  test('are reported with the key and the reason, in bounded time', async (context) => {
    const { faulty } = await stores(context, () => 'internal_error')
    const start = performance.now()
    await expect(faulty.put('edp/x/bom.json', bytes('x'))).rejects.toMatchObject({
      code: 'store_failure',
      message: 'cannot write edp/x/bom.json in s3://arcnode-artifacts: InternalError: planned',
    })
    expect(performance.now() - start).toBeLessThan(10_000)
  })

  test('a signal ends the repetitions with its own reason', async (context) => {
    const { faulty } = await stores(context, () => 'slow_down', { retry: { ...RETRY, attempts: 1_000 } })
    const signal = AbortSignal.timeout(300)
    await expect(faulty.get('edp/x/bom.json', { signal })).rejects.toMatchObject({ name: 'TimeoutError' })
  })

  test('an upload that always arrives changed is never called stored', async (context) => {
    const { faulty } = await stores(context, ({ method }) => (method === 'PUT' ? 'corrupted_upload' : null))
    await expect(faulty.put('edp/x/bom.json', bytes('content'))).rejects.toMatchObject({
      code: 'store_failure',
    })
  })
})

describe('what is sent', () => {
  test('copies are made by the server: no content travels', async (context) => {
    const paths: string[] = []
    const { faulty, honest } = await stores(context, ({ method, path }) => {
      paths.push(`${method} ${path.split('?')[0] ?? ''}`)
      return null
    })
    const prefix = freshPrefix()
    await honest.put(`${prefix}from.glb`, bytes('model'))
    await faulty.copy(`${prefix}from.glb`, `${prefix}to.glb`, digestsOf(bytes('model')))
    expect(paths).toEqual([`PUT /arcnode-artifacts/${prefix}to.glb`])
  })

  test("leases follow the server's clock, whatever the own one says", async (context) => {
    const { honest } = await stores(context, () => null)
    await honest.list('nothing')
    const realNow = Date.now
    context.onTestFinished(() => {
      Date.now = realNow
    })
    Date.now = () => realNow() + 7_200_000
    await honest.list('nothing')
    expect(Math.abs(honest.now() - realNow())).toBeLessThan(2_500)
  })
})
