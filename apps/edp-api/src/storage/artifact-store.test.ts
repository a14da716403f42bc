import { closeSync } from 'node:fs'

import { EdpError } from '@edp/schemas'
import { describe, expect, onTestFinished, test } from 'vitest'

import { freshPrefix, STORE_KINDS, STORES } from '../../test/setup/stores.ts'
import { digestsOf } from './digests.ts'
import { appendToSpool, openSpool } from './spooled-file.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const text = (content: Uint8Array | null): string | null =>
  content === null ? null : new TextDecoder().decode(content)

describe.each(STORE_KINDS)('contract of the %s store', (kind) => {
  test('what is put is read back, and replaced by the next put', async (context) => {
    const store = await STORES[kind](context)
    const key = `${freshPrefix()}bom.json`
    expect(await store.put(key, bytes('one'))).toBe(true)
    expect(text(await store.get(key))).toBe('one')
    expect(await store.put(key, bytes('two'))).toBe(true)
    expect(text(await store.get(key))).toBe('two')
  })

  test('an absent key reads as null and is removed without an error', async (context) => {
    const store = await STORES[kind](context)
    const key = `${freshPrefix()}none.json`
    expect(await store.get(key)).toBeNull()
    expect(await store.head(key)).toBeNull()
    await store.delete(key)
  })

  test('binary content of 3 MiB and empty content survive', async (context) => {
    const store = await STORES[kind](context)
    const prefix = freshPrefix()
    const large = Uint8Array.from({ length: 3 * 2 ** 20 }, (_, i) => (i * 31) & 255)
    await store.put(`${prefix}model.glb`, large)
    await store.put(`${prefix}empty.bin`, new Uint8Array())
    expect(Buffer.from((await store.get(`${prefix}model.glb`)) ?? []).equals(large)).toBe(true)
    expect(await store.get(`${prefix}empty.bin`)).toHaveLength(0)
  })

  test('a spooled content of several parts survives, and its sha256 is known', async (context) => {
    const store = await STORES[kind](context)
    const key = `${freshPrefix()}dtm.json`
    const large = Uint8Array.from({ length: 20 * 2 ** 20 + 7 }, (_, i) => (i * 31 + (i >> 12)) & 255)
    const fd = openSpool()
    onTestFinished(() => {
      closeSync(fd)
    })
    appendToSpool(fd, large)
    expect(await store.put(key, { fd, size: large.length })).toBe(true)
    expect(Buffer.from((await store.get(key)) ?? []).equals(large)).toBe(true)
    expect((await store.head(key))?.size).toBe(large.length)
  })

  test('a spooled content that nobody waits for is not stored', async (context) => {
    const store = await STORES[kind](context)
    const key = `${freshPrefix()}dtm.json`
    const content = new Uint8Array(9 << 20)
    const signal = AbortSignal.abort(new Error('stop'))
    await expect(store.put(key, content, { signal })).rejects.toThrow('stop')
    expect(await store.head(key)).toBeNull()
  })

  test('head knows size and time, and another version for another content', async (context) => {
    const store = await STORES[kind](context)
    const key = `${freshPrefix()}a.json`
    await store.put(key, bytes('one'))
    const before = await store.head(key)
    expect(before).toMatchObject({ key, size: 3 })
    expect(Math.abs((before?.modified_ms ?? 0) - store.now())).toBeLessThan(5_000)
    await store.put(key, bytes('two'))
    expect((await store.head(key))?.version).not.toBe(before?.version)
  })

  test('create-if-absent: one of many writers wins, equal content is success', async (context) => {
    const store = await STORES[kind](context)
    const key = `${freshPrefix()}claim.json`
    const wins = await Promise.all(
      Array.from({ length: 12 }, (_, i) => store.put(key, bytes(`writer ${i}`), { if_absent: true })),
    )
    expect(wins.filter(Boolean)).toHaveLength(1)
    expect(text(await store.get(key))).toBe(`writer ${wins.indexOf(true)}`)
    expect(await store.put(key, bytes(`writer ${wins.indexOf(true)}`), { if_absent: true })).toBe(true)
    expect(await store.put(key, bytes('late'), { if_absent: true })).toBe(false)
  })

  test('list gives the keys of a prefix in their order and nothing else', async (context) => {
    const store = await STORES[kind](context)
    const prefix = freshPrefix()
    const other = freshPrefix()
    for (const name of ['b.json', 'a/z.json', 'a.json', 'B.json'])
      await store.put(`${prefix}${name}`, bytes(name))
    await store.put(`${other}c.json`, bytes('c'))
    const keys = async (p: string): Promise<string[]> =>
      (await store.list(p)).map((o) => o.key.slice(prefix.length))
    expect(await keys(prefix)).toEqual(['B.json', 'a.json', 'a/z.json', 'b.json'])
    expect(await keys(`${prefix}a`)).toEqual(['a.json', 'a/z.json'])
    expect(await keys(`${prefix}nothing`)).toEqual([])
  })

  test('more than one page of keys is listed whole', async (context) => {
    const store = await STORES[kind](context)
    const prefix = freshPrefix()
    const names = Array.from({ length: 1005 }, (_, i) => `${prefix}${String(i).padStart(4, '0')}.json`)
    for (let i = 0; i < names.length; i += 50)
      await Promise.all(names.slice(i, i + 50).map((name) => store.put(name, bytes('x'))))
    expect((await store.list(prefix)).map((o) => o.key)).toEqual(names)
  })

  test('copy keeps the content, and refuses a source that is absent or has changed', async (context) => {
    const store = await STORES[kind](context)
    const prefix = freshPrefix()
    await store.put(`${prefix}from.step`, bytes('model'))
    await store.copy(`${prefix}from.step`, `${prefix}to.step`, digestsOf(bytes('model')))
    expect(text(await store.get(`${prefix}to.step`))).toBe('model')
    await expect(
      store.copy(`${prefix}none.step`, `${prefix}to.step`, digestsOf(bytes('model'))),
    ).rejects.toMatchObject({
      code: 'missing_file',
    })
    await expect(
      store.copy(`${prefix}from.step`, `${prefix}x.step`, digestsOf(bytes('other'))),
    ).rejects.toMatchObject({
      code: 'store_failure',
    })
  })

  test('delete removes one object only', async (context) => {
    const store = await STORES[kind](context)
    const prefix = freshPrefix()
    await store.put(`${prefix}a.json`, bytes('a'))
    await store.put(`${prefix}b.json`, bytes('b'))
    await store.delete(`${prefix}a.json`)
    expect((await store.list(prefix)).map((o) => o.key)).toEqual([`${prefix}b.json`])
  })

  test('keys that a file system would read otherwise are refused', async (context) => {
    const store = await STORES[kind](context)
    for (const key of [
      '../x',
      '/etc/passwd',
      'edp//x',
      'edp/../../x',
      'edp/.hidden',
      'edp/a b',
      'edp/a\u0000',
      '',
      'a\\..\\b',
    ]) {
      await expect(store.put(key, bytes('x')), key).rejects.toMatchObject({ code: 'store_failure' })
      await expect(store.get(key), key).rejects.toMatchObject({ code: 'store_failure' })
    }
  })

  test('who may not write any more changes nothing', async (context) => {
    const store = await STORES[kind](context)
    const prefix = freshPrefix()
    await store.put(`${prefix}a.json`, bytes('a'))
    await store.put(`${prefix}b.json`, bytes('b'))
    const assertHeld = (): void => {
      throw new EdpError('store_failure', 'lost')
    }
    const attempts = [
      store.put(`${prefix}a.json`, bytes('x'), { assertHeld }),
      store.put(`${prefix}new.json`, bytes('x'), { assertHeld, if_absent: true }),
      store.put(`${prefix}large.json`, new Uint8Array(9 << 20), { assertHeld }),
      store.copy(`${prefix}b.json`, `${prefix}a.json`, digestsOf(bytes('b')), { assertHeld }),
      store.delete(`${prefix}a.json`, { assertHeld }),
    ]
    for (const attempt of await Promise.allSettled(attempts))
      expect(String((attempt as PromiseRejectedResult).reason)).toContain('lost')
    expect((await store.list(prefix)).map(({ key }) => key)).toEqual([`${prefix}a.json`, `${prefix}b.json`])
    expect(text(await store.get(`${prefix}a.json`))).toBe('a')
  })

  test('an operation whose signal is aborted does not write', async (context) => {
    const store = await STORES[kind](context)
    const key = `${freshPrefix()}a.json`
    const signal = AbortSignal.abort(new Error('stop'))
    await expect(store.put(key, bytes('a'), { signal })).rejects.toThrow('stop')
    expect(await store.get(key)).toBeNull()
  })
})
