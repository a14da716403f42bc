import { expect, test } from 'vitest'

import { Turnstile } from './turnstile.ts'

test('no more than two at a time, in their order, also after one has failed', async () => {
  const turnstile = new Turnstile(2)
  const begun: number[] = []
  const gates: (() => void)[] = []
  const work = (n: number): Promise<number> =>
    turnstile.pass(async () => {
      begun.push(n)
      await new Promise<void>((resolve) => gates.push(resolve))
      if (n === 0) throw new Error('failed')
      return n
    })
  const all = Promise.allSettled([0, 1, 2, 3, 4].map(work))
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
  for (const expected of [2, 3, 4, 5, 5]) {
    await settle()
    expect(begun).toHaveLength(expected)
    gates.shift()?.()
  }
  expect((await all).map(({ status }) => status)).toEqual(['rejected', ...Array<string>(4).fill('fulfilled')])
  expect(begun).toEqual([0, 1, 2, 3, 4])
  expect(await turnstile.pass(() => Promise.resolve('again'))).toBe('again')
})
