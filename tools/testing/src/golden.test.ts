import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterEach, expect, test, vi } from 'vitest'

import { expectGolden } from './golden.ts'
import { scratchDirectory } from './scratch.ts'

afterEach(() => {
  vi.unstubAllEnvs()
})

test('equal bytes pass, a line end of Windows does not', () => {
  const path = join(scratchDirectory(), 'a.txt')
  writeFileSync(path, 'one\ntwo\n')
  expectGolden('one\ntwo\n', path)
  expect(() => {
    expectGolden('one\r\ntwo\n', path)
  }).toThrow('differs at byte 3 (line 1)')
  expect(readFileSync(`${path}.actual`, 'utf8')).toBe('one\r\ntwo\n')
})

test('a golden that does not exist is a failure', () => {
  const path = join(scratchDirectory(), 'none.txt')
  expect(() => {
    expectGolden('x', path)
  }).toThrow('no such golden')
})

test('GOLDEN=write accepts, but never in CI', () => {
  const path = join(scratchDirectory(), 'new', 'b.txt')
  vi.stubEnv('GOLDEN', 'write')
  vi.stubEnv('CI', undefined)
  expectGolden('new', path)
  expect(readFileSync(path, 'utf8')).toBe('new')
  expect(existsSync(`${path}.actual`)).toBe(false)
  vi.stubEnv('CI', 'true')
  expect(() => {
    expectGolden('other', path)
  }).toThrow('not written in CI')
})
